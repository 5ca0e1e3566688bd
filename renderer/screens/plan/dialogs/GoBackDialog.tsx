import { Spinner } from '@fluentui/react-components';
import { useEffect, useMemo, useState } from 'react';
import { grandTotal } from '../../../../shared/engine/grand-total.ts';
import { Totals } from '../../../../shared/engine/totals.ts';
import type { Dong } from '../../../../shared/money/dong.ts';
import { UNIT_NAME } from '../../../../shared/money/unit.ts';
import { writeAmount } from '../../../../shared/money/write.ts';
import { changeTo } from '../../../../shared/plan/difference/change-to.ts';
import { extentOf } from '../../../../shared/plan/difference/extent.ts';
import { goBack } from '../../../../shared/plan/gesture/go-back.ts';
import type { Plan } from '../../../../shared/plan/plan.ts';
import { type Result, refuse } from '../../../../shared/refusal.ts';
import { useText } from '../../../i18n/text.ts';
import { FormDialog } from '../../FormDialog.tsx';
import { usePlanContext } from '../actions/use-action-state.ts';

interface GoBackDialogProps {
  readonly sequence: number;
  onClose(): void;
}

/** What going back to a point of the history would change, before it does: one new change, undone like any other. */
export function GoBackDialog({ sequence, onClose }: GoBackDialogProps) {
  const { t, refusal } = useText();
  const { session, host, notify } = usePlanContext();
  const [then, setThen] = useState<Result<Plan> | null>(null);
  const [wrong, setWrong] = useState<string | null>(null);
  const { plan: now } = session.store.getState();
  const isThere = useMemo(() => then?.ok === true && changeTo(now, then.value).length === 0, [now, then]);
  const plan = now.id;
  useEffect(() => {
    host.planner.planAt({ plan, sequence }).then(setThen, () => setThen(refuse('session.hostGone')));
  }, [host, plan, sequence]);
  const run = (): void => {
    if (!then?.ok) return;
    const change = goBack(session.store.getState().plan, then.value, sequence);
    const made = change ? session.dispatch(change) : refuse('history.alreadyThere', { sequence });
    if (!made.ok) {
      setWrong(refusal(made.refusal));
      return;
    }
    notify(t('goBack.done', { sequence }));
    onClose();
  };
  return (
    <FormDialog
      title={t('goBack.title', { sequence })}
      submit={t('goBack.submit')}
      disabled={!then?.ok || isThere}
      onSubmit={run}
      onClose={onClose}
    >
      {!then && <Spinner size="tiny" label={t('app.loading')} />}
      {then && !then.ok && <p role="alert">{refusal(then.refusal)}</p>}
      {then?.ok && isThere && <p>{t('goBack.nothing')}</p>}
      {then?.ok && !isThere && <WhatChanges then={then.value} />}
      {wrong && <p role="alert">{wrong}</p>}
    </FormDialog>
  );
}

function WhatChanges({ then }: { then: Plan }) {
  const { t, locale } = useText();
  const { session } = usePlanContext();
  const { plan, totals } = session.store.getState();
  const { amounts, added, removed, moved, rewritten, frame } = extentOf(plan, then);
  const { unit } = plan.header;
  const told = [
    amounts > 0 && t('goBack.amounts', { count: amounts }),
    added > 0 && t('goBack.added', { count: added }),
    removed > 0 && t('goBack.removed', { count: removed }),
    moved > 0 && t('goBack.moved', { count: moved }),
    rewritten > 0 && t('goBack.rewritten', { count: rewritten }),
    frame && t('goBack.frame'),
  ].filter((one) => one !== false);
  const former = Totals.of(then);
  const write = (amount: Dong): string => writeAmount(amount, unit, { numbers: locale });
  return (
    <>
      <p>{t('goBack.about')}</p>
      <ul>
        {told.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
      {former.ok && (
        <p>
          {t('goBack.total', {
            before: write(grandTotal(totals)),
            after: write(grandTotal(former.value)),
            unit: UNIT_NAME[unit],
          })}
        </p>
      )}
    </>
  );
}
