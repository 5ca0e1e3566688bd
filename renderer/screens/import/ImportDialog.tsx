import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Spinner,
} from '@fluentui/react-components';
import { useEffect, useMemo, useState } from 'react';
import type { Output } from '../../../shared/api/contract.ts';
import type { Planner } from '../../../shared/api/planner.ts';
import type { Draft } from '../../../shared/intake/draft.ts';
import { type IntoPlan, intoPlan } from '../../../shared/intake/into-plan.ts';
import type { Reading } from '../../../shared/intake/reading.ts';
import type { Plan } from '../../../shared/plan/plan.ts';
import type { ProgrammeTemplate } from '../../../shared/programmes/programme.ts';
import { type Params, type TextKey, useText } from '../../i18n/text.ts';
import { watched } from '../../session/jobs.ts';
import { DraftFacts } from './DraftFacts.tsx';
import { DraftIssues } from './DraftIssues.tsx';
import { DraftTables } from './DraftTables.tsx';
import { IntoPlanPreview } from './IntoPlanPreview.tsx';
import { Questions } from './Questions.tsx';
import { type ImportFile, useReading } from './use-reading.ts';

/** What a draft may become: a plan of its own, or amounts of the plan that is open. */
export type ImportTarget =
  | { readonly kind: 'new'; onMade(made: Output<'importWorkbook'>): void }
  | { readonly kind: 'into'; readonly plan: Plan; onAccept(into: IntoPlan): void };

interface ImportDialogProps {
  readonly planner: Planner;
  readonly file: ImportFile;
  readonly first: Reading;
  readonly target: ImportTarget;
  /** Which of several files this is, or null. */
  readonly place: { readonly at: number; readonly of: number } | null;
  onClose(): void;
}

/** A file beside what was understood of it: questions are answered, columns and rows corrected, then it is accepted. */
export function ImportDialog({ planner, file, first, target, place, onClose }: ImportDialogProps) {
  const { t, refusal: wordRefusal } = useText();
  const state = useReading(planner, file, first);
  const { reading, answers, busy } = state;
  const [programmes, setProgrammes] = useState<readonly ProgrammeTemplate[]>([]);
  const [accepting, setAccepting] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const [cell, setCell] = useState<string | null>(null);
  useEffect(() => {
    void planner.programmes({}).then((listed) => listed.ok && setProgrammes(listed.value));
  }, [planner]);
  const { draft, source, questions } = reading;
  const into = useMemo(
    () => (draft && target.kind === 'into' ? intoPlan(target.plan, draft.plan, file.name) : null),
    [draft, target, file.name],
  );
  const problem = impossible(reading, into);
  const failure = refused ?? (state.refusal && wordRefusal(state.refusal));

  const accept = async (): Promise<void> => {
    setAccepting(true);
    if (answers.columns && reading.header !== '') {
      await planner.rememberColumns({ header: reading.header, columns: answers.columns }).catch(() => null);
    }
    if (target.kind === 'into') {
      if (into) target.onAccept(into);
      return;
    }
    const made = await watched(planner, (job) => planner.importWorkbook({ ...file, answers, job })).catch(
      () => null,
    );
    setAccepting(false);
    if (made?.ok) target.onMade(made.value);
    else setRefused(made ? wordRefusal(made.refusal) : t('session.hostGone'));
  };

  return (
    <Dialog open onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface className="import-dialog">
        <DialogBody className="import-body">
          <DialogTitle>
            {t('import.title', { file: file.name })}
            {place && <small> {t('import.place', { at: place.at, of: place.of })}</small>}
          </DialogTitle>
          <DialogContent className="import-content">
            {failure && (
              <p role="alert" className="import-failure">
                {failure}
              </p>
            )}
            {questions.length > 0 && <Questions state={state} />}
            <DraftFacts state={state} programmes={programmes} />
            <DraftTables state={state} programmes={programmes} cell={cell} />
            {draft && <DraftIssues issues={draft.issues} onChoose={setCell} />}
            {into && draft && <IntoPlanPreview into={into} plan={planOf(target)} />}
            <p className="import-more">{source.more > 0 ? t('import.more', { count: source.more }) : ''}</p>
          </DialogContent>
          <DialogActions className="import-actions">
            <span className="import-problem" role="status">
              {busy ? (
                <Spinner size="tiny" label={t('import.reading')} />
              ) : (
                problem && t(problem.key, problem.params)
              )}
            </span>
            <Button onClick={onClose}>{t(place ? 'import.skip' : 'common.cancel')}</Button>
            <Button
              appearance="primary"
              disabled={busy || accepting || problem?.stops === true}
              onClick={() => void accept()}
            >
              {t(target.kind === 'new' ? 'import.accept' : 'import.acceptInto')}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

function planOf(target: ImportTarget): Plan | null {
  return target.kind === 'into' ? target.plan : null;
}

/** Why the draft cannot be accepted now, or what to look at first. */
function impossible(
  { draft, questions }: Reading,
  into: IntoPlan | null,
): { readonly key: TextKey; readonly params: Params; readonly stops: boolean } | null {
  if (questions.length > 0)
    return { key: 'import.unanswered', params: { count: questions.length }, stops: true };
  const errors = errorsOf(draft);
  if (errors > 0) return { key: 'import.errors', params: { count: errors }, stops: true };
  if (into && !into.change) return { key: 'import.nothing', params: {}, stops: true };
  const warnings = draft?.issues.filter(({ severity }) => severity === 'warning').length ?? 0;
  return warnings > 0 ? { key: 'import.warnings', params: { count: warnings }, stops: false } : null;
}

function errorsOf(draft: Draft | null): number {
  return draft?.issues.filter(({ severity }) => severity === 'error').length ?? 0;
}
