import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Input,
  Select,
  Textarea,
} from '@fluentui/react-components';
import { type FormEvent, useState } from 'react';
import type { PlanEdit } from '../../../../shared/plan/edit/edit.ts';
import type { SourceId, Year } from '../../../../shared/plan/ids.ts';
import type { Header, Plan } from '../../../../shared/plan/plan.ts';
import { leafSources } from '../../../../shared/plan/sources.ts';
import type { Refusal } from '../../../../shared/refusal.ts';
import { useText } from '../../../i18n/text.ts';
import type { Session } from '../../../session/session.ts';
import { Question } from '../Question.tsx';
import { FundedYears, type FundedYearsChoice, moneyInDroppedYears } from './FundedYears.tsx';

/** What the appendix prints around its table, and which source funds which years: one change, when saved. */
export function HeaderDialog({ session, onClose }: { session: Session; onClose(): void }) {
  const { t, refusal: wordRefusal } = useText();
  const [plan] = useState(() => session.store.getState().plan);
  const [header, setHeader] = useState<Header>(plan.header);
  const [years, setYears] = useState<FundedYearsChoice>(() => fundedYearsOf(plan));
  const [refused, setRefused] = useState<Refusal | null>(null);
  const [asking, setAsking] = useState<string | null>(null);
  const patch = (change: Partial<Header>) => setHeader((before) => ({ ...before, ...change }));
  const words = (change: Partial<Header['words']>) => patch({ words: { ...header.words, ...change } });

  const save = () => {
    const edits = editsOf(plan, header, years);
    if (edits.length > 0) {
      const result = session.dispatch({ label: { code: 'change.setHeader', params: {} }, edits });
      if (!result.ok) {
        setRefused(result.refusal);
        return;
      }
    }
    onClose();
  };

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const money = moneyInDroppedYears(plan, years);
    if (money) setAsking(t('header.yearMoney', money));
    else save();
  };

  return (
    <Dialog open onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface className="header-dialog">
        <form onSubmit={submit}>
          <DialogBody>
            <DialogTitle>{t('header.title')}</DialogTitle>
            <DialogContent className="fields">
              <Field label={t('header.name')} required>
                <Textarea
                  value={header.title}
                  onChange={(_, { value }) => patch({ title: value })}
                  resize="vertical"
                />
              </Field>
              <Field label={t('header.decision')} hint={t('header.decisionHint')}>
                <Textarea
                  value={header.decision}
                  onChange={(_, { value }) => patch({ decision: value })}
                  resize="vertical"
                />
              </Field>
              <Field label={t('header.locality')}>
                <Input value={header.locality} onChange={(_, { value }) => patch({ locality: value })} />
              </Field>
              <FundedYears plan={plan} years={years} onChange={setYears} />
              <Field label={t('header.footnotes')}>
                <Textarea
                  value={header.footnotes.join('\n')}
                  onChange={(_, { value }) => patch({ footnotes: value.split('\n') })}
                  resize="vertical"
                />
              </Field>
              <Field label={t('header.signature')}>
                <Textarea
                  value={header.signature.join('\n')}
                  onChange={(_, { value }) => patch({ signature: value.split('\n') })}
                  resize="vertical"
                />
              </Field>
              <fieldset className="fields-row">
                <legend>{t('header.words')}</legend>
                <Field label={t('header.hundreds')}>
                  <Select
                    value={header.words.hundredsZero}
                    onChange={(_, { value }) => words({ hundredsZero: value === 'linh' ? 'linh' : 'lẻ' })}
                  >
                    <option>lẻ</option>
                    <option>linh</option>
                  </Select>
                </Field>
                <Field label={t('header.thousand')}>
                  <Select
                    value={header.words.thousand}
                    onChange={(_, { value }) => words({ thousand: value === 'ngàn' ? 'ngàn' : 'nghìn' })}
                  >
                    <option>nghìn</option>
                    <option>ngàn</option>
                  </Select>
                </Field>
                <Field label={t('header.four')}>
                  <Select
                    value={header.words.four}
                    onChange={(_, { value }) => words({ four: value === 'bốn' ? 'bốn' : 'tư' })}
                  >
                    <option>tư</option>
                    <option>bốn</option>
                  </Select>
                </Field>
              </fieldset>
              {refused && <p role="alert">{wordRefusal(refused)}</p>}
            </DialogContent>
            <DialogActions>
              <Button onClick={onClose}>{t('common.cancel')}</Button>
              <Button appearance="primary" type="submit" disabled={header.title.trim() === ''}>
                {t('common.save')}
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
        {asking && (
          <Question
            title={t('header.years')}
            text={asking}
            choices={[{ text: t('header.dropYear'), act: save }]}
            onClose={() => setAsking(null)}
          />
        )}
      </DialogSurface>
    </Dialog>
  );
}

function fundedYearsOf(plan: Plan): FundedYearsChoice {
  return new Map(leafSources(plan.sources).map((source) => [source.id, source.years]));
}

/** Only what differs from the plan. */
function editsOf(plan: Plan, header: Header, years: ReadonlyMap<SourceId, readonly Year[]>): PlanEdit[] {
  const tidy: Header = {
    ...header,
    title: header.title.trim(),
    decision: header.decision.trim().replace(/^\((.*)\)$/s, '$1'),
    footnotes: header.footnotes.map((line) => line.trim()).filter((line) => line !== ''),
    signature: header.signature.some((line) => line.trim() !== '') ? header.signature : [],
  };
  const edits: PlanEdit[] = [];
  if (JSON.stringify(tidy) !== JSON.stringify(plan.header)) edits.push({ kind: 'setHeader', patch: tidy });
  for (const source of leafSources(plan.sources)) {
    const chosen = years.get(source.id) ?? source.years;
    if (chosen.join() !== source.years.join()) {
      edits.push({ kind: 'updateSource', source: source.id, patch: { years: chosen } });
    }
  }
  return edits;
}
