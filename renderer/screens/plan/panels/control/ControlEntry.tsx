import { Button, Field, Input, Select } from '@fluentui/react-components';
import { useState } from 'react';
import { readAmount } from '../../../../../shared/money/read.ts';
import { UNIT_NAME } from '../../../../../shared/money/unit.ts';
import { setControls } from '../../../../../shared/plan/gesture/review.ts';
import { rowTitle } from '../../../../../shared/plan/gesture/rows.ts';
import type { Plan } from '../../../../../shared/plan/plan.ts';
import type { ControlSet } from '../../../../../shared/plan/review.ts';
import { useText } from '../../../../i18n/text.ts';
import { report } from '../../actions/report.ts';
import { usePlanContext } from '../../actions/use-action-state.ts';
import { placeOfScope, type Scope } from './place-choice.ts';
import { ScopeFields } from './ScopeFields.tsx';

/** What is being stated: kept by the panel, so that a line of the list can be taken up again. */
export interface EntryDraft {
  readonly row: string;
  readonly scope: Scope;
  readonly amount: string;
}

interface ControlEntryProps {
  readonly plan: Plan;
  readonly set: ControlSet;
  readonly draft: EntryDraft;
  onDraft(draft: EntryDraft): void;
}

/** One allocated amount, typed as in a cell; stated again it is replaced. */
export function ControlEntry({ plan, set, draft, onDraft }: ControlEntryProps) {
  const { t, refusal } = useText();
  const context = usePlanContext();
  const [wrong, setWrong] = useState<string | null>(null);
  const add = (): void => {
    const read = readAmount(draft.amount, plan.header.unit);
    if (!read.ok) {
      setWrong(refusal(read.refusal));
      return;
    }
    const row = plan.rows.find(({ id }) => id === draft.row)?.id ?? null;
    const amounts = [{ row, ...placeOfScope(plan, draft.scope), amount: read.value }];
    report(context, context.session.dispatch(setControls(set, amounts)));
    setWrong(null);
    onDraft({ ...draft, amount: '' });
  };
  return (
    <form
      className="control-entry"
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      <Field label={t('control.row')} size="small">
        <Select size="small" value={draft.row} onChange={(_, { value }) => onDraft({ ...draft, row: value })}>
          <option value="">{t('checks.programme')}</option>
          {plan.rows.map(({ id }) => (
            <option key={id} value={id}>
              {rowTitle(plan, id)}
            </option>
          ))}
        </Select>
      </Field>
      <ScopeFields plan={plan} scope={draft.scope} onScope={(scope) => onDraft({ ...draft, scope })} />
      <div className="control-amount">
        <Field
          label={t('control.amount', { unit: UNIT_NAME[plan.header.unit] })}
          size="small"
          {...(wrong ? { validationMessage: wrong } : {})}
        >
          <Input
            size="small"
            value={draft.amount}
            onChange={(_, { value }) => onDraft({ ...draft, amount: value })}
          />
        </Field>
        <Button size="small" type="submit" disabled={draft.amount.trim() === ''}>
          {t('control.add')}
        </Button>
      </div>
    </form>
  );
}
