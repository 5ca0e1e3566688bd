import { ok, type Result, refuse } from '../../refusal.ts';
import type { Plan } from '../plan.ts';
import { setAmountsSteps } from './amounts.ts';
import type { EditResult, EditSteps, PlanEdit, PlanRefusalCode } from './edit.ts';
import { setHeaderSteps, setPeriodSteps, setProgrammeSteps } from './header.ts';
import { insertRowsSteps, moveRowSteps, removeRowsSteps, updateRowSteps } from './rows.ts';
import { addSourceSteps, removeSourceSteps, updateSourceSteps } from './sources.ts';

/**
 * One edit in three steps: is it possible (a refusal says why not), apply, and the exact inverse.
 * `applyEdit(applyEdit(plan, edit).plan, inverse).plan` equals `plan`. The plan given is never changed.
 */
export function applyEdit(plan: Plan, edit: PlanEdit): EditResult {
  switch (edit.kind) {
    case 'setAmounts':
      return inSteps(setAmountsSteps, plan, edit);
    case 'insertRows':
      return inSteps(insertRowsSteps, plan, edit);
    case 'removeRows':
      return inSteps(removeRowsSteps, plan, edit);
    case 'moveRow':
      return inSteps(moveRowSteps, plan, edit);
    case 'updateRow':
      return inSteps(updateRowSteps, plan, edit);
    case 'addSource':
      return inSteps(addSourceSteps, plan, edit);
    case 'removeSource':
      return inSteps(removeSourceSteps, plan, edit);
    case 'updateSource':
      return inSteps(updateSourceSteps, plan, edit);
    case 'setHeader':
      return inSteps(setHeaderSteps, plan, edit);
    case 'setPeriod':
      return inSteps(setPeriodSteps, plan, edit);
    case 'setProgramme':
      return inSteps(setProgrammeSteps, plan, edit);
    default:
      return edit satisfies never;
  }
}

function inSteps<Edit extends PlanEdit>(steps: EditSteps<Edit>, plan: Plan, edit: Edit): EditResult {
  const refusal = steps.refusal(plan, edit);
  if (refusal) return { ok: false, refusal };
  return ok({ plan: steps.apply(plan, edit), inverse: steps.inverse(plan, edit) });
}

export interface AppliedEdits {
  readonly plan: Plan;
  /** The edits that take them back, in the order in which to apply them. */
  readonly inverse: readonly PlanEdit[];
}

/** All edits of one gesture, or none. */
export function applyEdits(plan: Plan, edits: readonly PlanEdit[]): Result<AppliedEdits, PlanRefusalCode> {
  if (edits.length === 0) return refuse('plan.emptyChange');
  let current = plan;
  const inverse: PlanEdit[] = [];
  for (const edit of edits) {
    const result = applyEdit(current, edit);
    if (!result.ok) return result;
    current = result.value.plan;
    inverse.unshift(result.value.inverse);
  }
  return ok({ plan: current, inverse });
}
