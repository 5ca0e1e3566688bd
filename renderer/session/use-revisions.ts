import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { Planner } from '../../shared/api/planner.ts';
import type { Revision } from '../../shared/api/revisions.ts';
import type { Session } from './session.ts';

/**
 * The revisions of the open plan, the latest first, asked again after every change of it and of its approval; not
 * while `waits`, which something that may name one is open for.
 */
export function useRevisions(session: Session, planner: Planner, waits = false): readonly Revision[] {
  const plan = useStore(session.store, (state) => state.plan.id);
  const approval = useStore(session.store, (state) => state.approval);
  const sequence = useStore(session.store, (state) => state.sequence);
  const [revisions, setRevisions] = useState<readonly Revision[]>([]);
  useEffect(() => {
    let current = !waits && sequence >= 0 && approval !== undefined;
    if (!current) return;
    planner.revisions({ plan }).then(
      (answer) => current && answer.ok && setRevisions(answer.value.toReversed()),
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, [planner, plan, sequence, approval, waits]);
  return revisions;
}
