import { changeTo } from '../difference/change-to.ts';
import type { Change } from '../edit/edit.ts';
import type { Plan } from '../plan.ts';

/** The plan as it was after a row of its history, as one change of the plan as it is now; null where it is so already. */
export function goBack(now: Plan, then: Plan, sequence: number): Change | null {
  const edits = changeTo(now, then);
  return edits.length === 0 ? null : { label: { code: 'change.goBack', params: { sequence } }, edits };
}
