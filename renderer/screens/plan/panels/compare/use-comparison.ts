import { useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { Compared, ComparedSides } from '../../../../../shared/api/comparing.ts';
import type { Result } from '../../../../../shared/refusal.ts';
import { watched } from '../../../../session/jobs.ts';
import { usePlanContext } from '../../actions/use-action-state.ts';

/** More amounts than anyone looks through one by one: the rest is counted, and is in the exported table. */
const MOST_CELLS = 1_500;
/** Quiet after the last change of the plan before it is compared again, in milliseconds. */
const QUIET = 350;

/** What the host finds; made again after the plan was changed. Null until the first answer. */
export function useComparison(sides: ComparedSides | null): Result<Compared> | null {
  const { session, host } = usePlanContext();
  const sequence = useStore(session.store, (state) => state.sequence);
  const [answer, setAnswer] = useState<{ sides: ComparedSides; result: Result<Compared> } | null>(null);
  const { planner } = host;
  const asked = useRef<ComparedSides | null>(null);
  useEffect(() => {
    let current = sequence >= 0;
    if (!sides) return;
    const ask = async (): Promise<void> => {
      await session.settled();
      if (!current) return;
      const wanted = { ...sides, mostCells: MOST_CELLS };
      // A dialog that says how far a file is would take the keyboard from whoever edits meanwhile: plans are compared at once.
      const isFile = sides.before.kind === 'file' || sides.after.kind === 'file';
      const result = isFile
        ? await watched(planner, (job) => planner.compare({ ...wanted, job }))
        : await planner.compare(wanted);
      if (current) setAnswer({ sides, result });
    };
    const lost = (): void => {
      if (current)
        setAnswer({ sides, result: { ok: false, refusal: { code: 'session.hostGone', params: {} } } });
    };
    const timer = setTimeout(() => void ask().catch(lost), asked.current === sides ? QUIET : 0);
    asked.current = sides;
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [sides, sequence, session, planner]);
  return answer && answer.sides === sides ? answer.result : null;
}
