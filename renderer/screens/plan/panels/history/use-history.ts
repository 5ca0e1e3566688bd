import { useCallback, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { HistoryAsk, HistoryEntry } from '../../../../../shared/api/history.ts';
import type { Result } from '../../../../../shared/refusal.ts';
import { usePlanContext } from '../../actions/use-action-state.ts';

/** So many rows are asked for at a time. */
const PAGE = 200;
/** Quiet after the last change of the plan or of what is looked for, in milliseconds. */
const QUIET = 250;

export type Wanted = Pick<HistoryAsk, 'search' | 'row' | 'by' | 'subject'>;

export interface ShownHistory {
  /** Newest first. */
  readonly entries: readonly HistoryEntry[];
  readonly hasMore: boolean;
}

/** What was looked for in the open plan's history, page by page; null until the first answer. */
export function useHistory(wanted: Wanted): { shown: Result<ShownHistory> | null; more(): void } {
  const { session, host } = usePlanContext();
  const { planner } = host;
  const plan = useStore(session.store, (state) => state.plan.id);
  const sequence = useStore(session.store, (state) => state.sequence);
  const [shown, setShown] = useState<Result<ShownHistory> | null>(null);
  const [limit, setLimit] = useState(PAGE);
  useEffect(() => {
    let current = sequence >= 0;
    const ask = async (): Promise<void> => {
      const answer = await planner.history({ plan, limit, ...wanted });
      if (!current) return;
      if (!answer.ok) setShown(answer);
      else {
        const entries = answer.value.toReversed();
        setShown({ ok: true, value: { entries, hasMore: entries.length === limit } });
      }
    };
    const lost = (): void => {
      if (current) setShown({ ok: false, refusal: { code: 'session.hostGone', params: {} } });
    };
    const timer = setTimeout(() => void ask().catch(lost), QUIET);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [planner, plan, sequence, limit, wanted]);
  return { shown, more: useCallback(() => setLimit((before) => before + PAGE), []) };
}
