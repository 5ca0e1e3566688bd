import { Button } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { HistoryEntry } from '../../../../../shared/api/history.ts';
import type { AcceptedFinding } from '../../../../../shared/checks/acceptance.ts';
import { findingText } from '../../../../../shared/messages/finding-text.ts';
import { withdrawAcceptance } from '../../../../../shared/plan/gesture/review.ts';
import type { Plan } from '../../../../../shared/plan/plan.ts';
import { printDateTime } from '../../../../i18n/dates.ts';
import { useText } from '../../../../i18n/text.ts';
import { usePlanContext } from '../../actions/use-action-state.ts';
import { placeText } from './FindingItem.tsx';
import { goToFinding } from './go-to-finding.ts';

interface AcceptedFindingsProps {
  readonly plan: Plan;
  readonly accepted: readonly AcceptedFinding[];
  /** After something was done to the list: whoever had the keyboard may be gone. */
  onDone(): void;
}

/** What was accepted, with the reason; who accepted it and when is what the history knows. */
export function AcceptedFindings({ plan, accepted, onDone }: AcceptedFindingsProps) {
  const { t, locale, refusal } = useText();
  const context = usePlanContext();
  const [open, setOpen] = useState(false);
  const by = useAcceptedBy(open, accepted);
  if (accepted.length === 0) return null;
  const withdraw = (key: string): void => {
    const result = context.session.dispatch(withdrawAcceptance(key));
    if (!result.ok) context.notify(refusal(result.refusal));
    onDone();
  };
  return (
    <details className="findings-group" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{t('checks.accepted', { count: accepted.length })}</summary>
      <ul className="findings">
        {accepted.map(({ finding: key, reason, found }) => {
          const entry = by.get(key);
          return (
            <li key={key} className="finding finding-accepted">
              <button type="button" className="finding-go" onClick={() => goToFinding(context, found)}>
                <span className="finding-place">{placeText(plan, found, t)}</span>
                <span>{findingText(found, plan.header.unit, locale)}</span>
              </button>
              <p className="finding-reason">
                {t('checks.because', { reason })}
                {entry && (
                  <em> {t('checks.acceptedBy', { by: entry.by, at: printDateTime(entry.at, locale) })}</em>
                )}
              </p>
              <span className="finding-actions">
                <Button size="small" appearance="subtle" onClick={() => withdraw(key)}>
                  {t('checks.withdraw')}
                </Button>
              </span>
            </li>
          );
        })}
      </ul>
    </details>
  );
}

/** The history rows that accepted them, once somebody looks. */
function useAcceptedBy(
  wanted: boolean,
  accepted: readonly AcceptedFinding[],
): ReadonlyMap<string, Pick<HistoryEntry, 'by' | 'at'>> {
  const { host, session } = usePlanContext();
  const [found, setFound] = useState<ReadonlyMap<string, HistoryEntry>>(new Map());
  useEffect(() => {
    if (!wanted || accepted.length === 0) return;
    let current = true;
    const ask = async (): Promise<void> => {
      await session.settled();
      const { plan } = session.store.getState();
      const history = await host.planner.history({ plan: plan.id, subject: 'review' });
      if (!history.ok || !current) return;
      const acceptances = history.value.filter(
        ({ kind, label }) => kind === 'change' && label.code === 'change.acceptFinding',
      );
      setFound(new Map(acceptances.map((entry) => [`${entry.label.params.finding}`, entry])));
    };
    // Without an answer the reason stands alone.
    ask().catch(() => undefined);
    return () => {
      current = false;
    };
  }, [wanted, accepted, host, session]);
  return found;
}
