import { Field, Input, Spinner } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { Output } from '../../../shared/api/contract.ts';
import type { ChosenFile } from '../../../shared/api/host.ts';
import type { PlanFileContent } from '../../../shared/api/plan-files.ts';
import type { Planner } from '../../../shared/api/planner.ts';
import { writeAmount } from '../../../shared/money/write.ts';
import type { Result } from '../../../shared/refusal.ts';
import { printDateTime } from '../../i18n/dates.ts';
import { useText, type Words } from '../../i18n/text.ts';
import { FormDialog } from '../FormDialog.tsx';

interface PlanFileDialogProps {
  readonly planner: Planner;
  readonly file: ChosenFile;
  onMade(made: Output<'importPlanFile'>): void;
  onClose(): void;
}

/** Whether a file is meant as a plan that a colleague handed over: by its name or by how it begins. */
export function isPlanFile({ name, bytes }: ChosenFile): boolean {
  return name.toLowerCase().endsWith('.plkp') || new TextDecoder().decode(bytes.subarray(0, 5)) === 'PLKP ';
}

/** What is in a colleague's plan file, after its password where it has one; then it is added to the library. */
export function PlanFileDialog({ planner, file, onMade, onClose }: PlanFileDialogProps) {
  const { t, refusal, ...words } = useText();
  const [content, setContent] = useState<PlanFileContent | 'locked' | null>(null);
  const [password, setPassword] = useState('');
  const [wrong, setWrong] = useState<string | null>(null);
  const [busy, setBusy] = useState(true);

  /** The answer's value; says why there is none. */
  const ask = async <Value,>(asked: Promise<Result<Value>>): Promise<Value | null> => {
    setBusy(true);
    const answer = await asked.catch(() => null);
    setBusy(false);
    if (answer?.ok) return answer.value;
    setWrong(answer ? refusal(answer.refusal) : t('app.hostGone'));
    return null;
  };
  useEffect(() => {
    let left = false;
    void planner
      .readPlanFile(file)
      .catch(() => null)
      .then((read) => {
        if (left) return;
        setBusy(false);
        if (read?.ok) setContent(read.value.content ?? 'locked');
        else setWrong(read ? refusal(read.refusal) : t('app.hostGone'));
      });
    return () => {
      left = true;
    };
  }, [planner, file, refusal, t]);

  const given = password === '' ? file : { ...file, password };
  const submit = async (): Promise<void> => {
    setWrong(null);
    if (content === 'locked') {
      const read = await ask(planner.readPlanFile(given));
      if (read?.content) setContent(read.content);
      return;
    }
    const made = await ask(planner.importPlanFile(given));
    if (made) onMade(made);
  };
  const locked = content === 'locked';
  return (
    <FormDialog
      title={t('planFile.title', { file: file.name })}
      submit={t(locked ? 'planFile.look' : 'planFile.add')}
      disabled={busy || content === null || (locked && password === '')}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      {locked && (
        <Field label={t('planFile.password')} hint={t('planFile.askedPassword')}>
          <Input type="password" autoFocus value={password} onChange={(_, { value }) => setPassword(value)} />
        </Field>
      )}
      {content !== null && content !== 'locked' && (
        <ul className="plan-file">
          {linesOf(content, { t, refusal, ...words }).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      {wrong !== null && <p role="alert">{wrong}</p>}
      {busy && <Spinner size="tiny" label={t('planFile.reading')} />}
    </FormDialog>
  );
}

function linesOf(content: PlanFileContent, { t, locale }: Words): string[] {
  const { title, programme, total, by, at, steps, revisions, isHere } = content;
  return [
    title,
    programme,
    t('planFile.total', { amount: writeAmount(total, 'dong', { numbers: locale }) }),
    t('planFile.from', { by, at: printDateTime(at, locale) }),
    steps === null ? t('planFile.noHistory') : t('planFile.history', { steps, revisions }),
    ...(isHere ? [t('planFile.isHere')] : []),
  ];
}
