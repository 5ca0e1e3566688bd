import { Field, Input } from '@fluentui/react-components';
import { useState } from 'react';
import { readPercent, setCounterpart, writePercent } from '../../../../shared/plan/gesture/review.ts';
import type { Year } from '../../../../shared/plan/ids.ts';
import { yearsOf } from '../../../../shared/plan/plan.ts';
import { useText } from '../../../i18n/text.ts';
import { FormDialog } from '../../FormDialog.tsx';
import { report } from '../actions/report.ts';
import { usePlanContext } from '../actions/use-action-state.ts';

/** The counterpart percentage of each year, empty until the office sets it: it warns and never blocks. */
export function CounterpartDialog({ onClose }: { onClose(): void }) {
  const { t, refusal } = useText();
  const context = usePlanContext();
  const { session } = context;
  const { plan } = session.store.getState();
  const years = yearsOf(plan.period);
  const [typed, setTyped] = useState<ReadonlyMap<Year, string>>(
    () => new Map(plan.review.counterpart.map(({ year, hundredths }) => [year, writePercent(hundredths)])),
  );
  const [wrong, setWrong] = useState<{ readonly year: Year; readonly text: string } | null>(null);
  const type = (year: Year, text: string): void => setTyped(new Map([...typed, [year, text]]));
  const save = (): void => {
    const wanted = new Map<Year, number | null>();
    for (const year of years) {
      const read = readPercent(typed.get(year) ?? '');
      if (!read.ok) {
        setWrong({ year, text: refusal(read.refusal) });
        return;
      }
      wanted.set(year, read.value);
    }
    const { plan: now } = session.store.getState();
    const change = setCounterpart(now, wanted);
    if (change) report(context, session.dispatch(change));
    onClose();
  };
  return (
    <FormDialog title={t('counterpart.title')} submit={t('common.save')} onSubmit={save} onClose={onClose}>
      <p>{t('counterpart.about')}</p>
      <div className="fields-row">
        {years.map((year, at) => (
          <Field
            key={year}
            label={`${year}`}
            {...(wrong?.year === year ? { validationMessage: wrong.text } : {})}
          >
            <Input
              autoFocus={at === 0}
              contentAfter="%"
              inputMode="decimal"
              value={typed.get(year) ?? ''}
              onChange={(_, { value }) => type(year, value)}
            />
          </Field>
        ))}
      </div>
    </FormDialog>
  );
}
