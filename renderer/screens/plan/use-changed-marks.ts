import { useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import type { GridView } from '../../grid/column-defs.ts';
import { type Baseline, changedSince, openBaseline } from '../../session/baseline.ts';
import type { PlanContext } from './plan-context.ts';

interface ChangedMarks {
  readonly changed: GridView['changed'];
  /** A revision was made: marks start anew. */
  revised(): void;
}

/** Which cells differ from the plan's last revision, while the officer wants them marked. */
export function useChangedMarks({ host, session, settings }: PlanContext): ChangedMarks {
  const wanted = useStore(settings, ({ markChanged }) => markChanged);
  const [baseline, setBaseline] = useState<Baseline | null>(null);
  const [round, setRound] = useState(0);
  useEffect(() => {
    let current = round >= 0;
    openBaseline(host.planner, session.store.getState().plan.id).then(
      (opened) => current && setBaseline(opened),
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, [host, session, round]);
  const changed = useMemo(() => {
    if (!wanted || !baseline) return null;
    return changedSince(baseline, () => session.store.getState().totals);
  }, [wanted, baseline, session]);
  return { changed, revised: () => setRound((one) => one + 1) };
}
