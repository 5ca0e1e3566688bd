import { Field, Select, Textarea } from '@fluentui/react-components';
import { useState } from 'react';
import { NUMBERS, type Numbers } from '../../../../../shared/money/numbers.ts';
import { UNIT_NAME, UNITS, type Unit } from '../../../../../shared/money/unit.ts';
import { setControls } from '../../../../../shared/plan/gesture/review.ts';
import type { Plan } from '../../../../../shared/plan/plan.ts';
import type { ControlSet } from '../../../../../shared/plan/review.ts';
import { readControlBlock } from '../../../../../shared/reconcile/control-block.ts';
import { useText } from '../../../../i18n/text.ts';
import { FormDialog } from '../../../FormDialog.tsx';
import { report } from '../../actions/report.ts';
import { usePlanContext } from '../../actions/use-action-state.ts';
import { EVERYTHING, placeOfScope, type Scope } from './place-choice.ts';
import { ScopeFields } from './ScopeFields.tsx';

const MOST_PROBLEMS = 8;

interface PasteControlsProps {
  readonly plan: Plan;
  readonly set: ControlSet;
  onClose(): void;
}

/** A table of a superior's, pasted: a row and an amount on each line. All of it is read, or none is taken. */
export function PasteControls({ plan, set, onClose }: PasteControlsProps) {
  const { t, refusal } = useText();
  const context = usePlanContext();
  const [text, setText] = useState('');
  const [scope, setScope] = useState<Scope>(EVERYTHING);
  const [unit, setUnit] = useState<Unit>(plan.header.unit);
  const [numbers, setNumbers] = useState<Numbers | null>(null);
  const read =
    text.trim() === '' ? null : readControlBlock(plan, text, { ...placeOfScope(plan, scope), unit, numbers });
  const asks = read?.ok === true && read.value.decision.kind === 'ask';
  const contradicts = read?.ok === true && read.value.decision.kind === 'contradiction';
  const problems = read?.ok ? read.value.problems : [];
  const amounts = read?.ok ? read.value.amounts : [];
  const ready = amounts.length > 0 && problems.length === 0 && !contradicts && (!asks || numbers !== null);
  const take = (): void => {
    if (!ready) return;
    report(context, context.session.dispatch(setControls(set, amounts)));
    context.notify(t('control.taken', { count: amounts.length, set: set.name }));
    onClose();
  };
  return (
    <FormDialog
      title={t('control.paste')}
      submit={t('control.take', { count: amounts.length })}
      disabled={!ready}
      onSubmit={take}
      onClose={onClose}
    >
      <p>{t('control.pasteAbout')}</p>
      <ScopeFields plan={plan} scope={scope} onScope={setScope} />
      <Field label={t('plan.unit')}>
        <Select value={unit} onChange={(_, { value }) => setUnit(UNITS.find((one) => one === value) ?? unit)}>
          {UNITS.map((one) => (
            <option key={one} value={one}>
              {UNIT_NAME[one]}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={t('control.table')}>
        <Textarea
          autoFocus
          rows={8}
          resize="vertical"
          value={text}
          onChange={(_, { value }) => setText(value)}
        />
      </Field>
      {asks && (
        <Field label={t('import.numbers')}>
          <Select
            value={numbers ?? ''}
            onChange={(_, { value }) => setNumbers(NUMBERS.find((one) => one === value) ?? null)}
          >
            <option value="">{t('import.choose')}</option>
            {NUMBERS.map((one) => (
              <option key={one} value={one}>
                {t(`import.numbers.${one}`)}
              </option>
            ))}
          </Select>
        </Field>
      )}
      {contradicts && <p role="alert">{t('control.contradiction')}</p>}
      {read && !read.ok && <p role="alert">{refusal(read.refusal)}</p>}
      {problems.length > 0 && (
        <ul className="paste-problems" role="alert">
          {problems.slice(0, MOST_PROBLEMS).map(({ line, refusal: why }) => (
            <li key={line}>{t('control.line', { line, why: refusal(why) })}</li>
          ))}
        </ul>
      )}
    </FormDialog>
  );
}
