import { editedPlan } from '../../shared/plan/edit/apply.ts';
import type { Plan } from '../../shared/plan/plan.ts';
import { DamagedRecord, EDITS, NO_EDITS, soundPlan, WHOLE_PLAN } from './stored-json.ts';

/** A plan as a snapshot and the edits after it make it, all as stored texts. Throws `DamagedRecord`. */
export function replay(snapshot: string, edits: readonly string[]): Plan {
  return edits.reduce(replayed, soundPlan(WHOLE_PLAN.read(snapshot)));
}

/** A plan after the edits of one more row of its history. Throws `DamagedRecord`. */
export function replayed(plan: Plan, edits: string): Plan {
  if (edits === NO_EDITS) return plan;
  const edited = editedPlan(plan, EDITS.read(edits));
  if (!edited.ok) throw new DamagedRecord(`history of ${plan.id}: ${edited.refusal.code}`);
  return edited.value;
}
