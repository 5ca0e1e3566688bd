import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { Planner } from '../../shared/api/planner.ts';
import type { Revision } from '../../shared/api/revisions.ts';
import type { Session } from './session.ts';

/** The revisions of the open plan, the latest first, asked again after every change of it and of its approval. */
export function useRevisions(session: Session, planner: Planner, round = 0): readonly Revision[] {
  const plan = useStore(session.store, (state) => state.plan.id);
  const approval = useStore(session.store, (state) => state.approval);
  const [revisions, setRevisions] = useState<readonly Revision[]>([]);
  useEffect(() => {
    let current = round >= 0 && approval !== undefined;
    planner.revisions({ plan }).then(
      (answer) => current && answer.ok && setRevisions(answer.value.toReversed()),
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, [planner, plan, approval, round]);
  return revisions;
}
