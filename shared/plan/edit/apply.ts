import { ok, type Result, refuse } from '../../refusal.ts';
import type { Plan } from '../plan.ts';
import { setAmountsSteps } from './amounts.ts';
import type { EditResult, EditSteps, PlanEdit, PlanRefusalCode } from './edit.ts';
import { setHeaderSteps, setPeriodSteps, setProgrammeSteps } from './header.ts';
import {
  addControlSetSteps,
  removeControlSetSteps,
  setAcceptanceSteps,
  setCounterpartSteps,
  updateControlSetSteps,
} from './review.ts';
import { insertRowsSteps, moveRowSteps, removeRowsSteps, updateRowSteps } from './rows.ts';
import { addSourceSteps, removeSourceSteps, updateSourceSteps } from './sources.ts';

/**
 * One edit in three steps: is it possible (a refusal says why not), apply, and the exact inverse.
 * `applyEdit(applyEdit(plan, edit).plan, inverse).plan` equals `plan`. The plan given is never changed.
 */
export function applyEdit(plan: Plan, edit: PlanEdit): EditResult {
  return withSteps(edit, (steps, one) => {
    const after = inSteps(steps, plan, one);
    return after.ok ? ok({ plan: after.value, inverse: steps.inverse(plan, one) }) : after;
  });
}

/** Calls `use` with an edit and the steps of its kind. */
function withSteps<Value>(
  edit: PlanEdit,
  use: <Edit extends PlanEdit>(steps: EditSteps<Edit>, edit: Edit) => Value,
): Value {
  switch (edit.kind) {
    case 'setAmounts':
      return use(setAmountsSteps, edit);
    case 'insertRows':
      return use(insertRowsSteps, edit);
    case 'removeRows':
      return use(removeRowsSteps, edit);
    case 'moveRow':
      return use(moveRowSteps, edit);
    case 'updateRow':
      return use(updateRowSteps, edit);
    case 'addSource':
      return use(addSourceSteps, edit);
    case 'removeSource':
      return use(removeSourceSteps, edit);
    case 'updateSource':
      return use(updateSourceSteps, edit);
    case 'setHeader':
      return use(setHeaderSteps, edit);
    case 'setPeriod':
      return use(setPeriodSteps, edit);
    case 'setProgramme':
      return use(setProgrammeSteps, edit);
    case 'setCounterpart':
      return use(setCounterpartSteps, edit);
    case 'setAcceptance':
      return use(setAcceptanceSteps, edit);
    case 'addControlSet':
      return use(addControlSetSteps, edit);
    case 'removeControlSet':
      return use(removeControlSetSteps, edit);
    case 'updateControlSet':
      return use(updateControlSetSteps, edit);
    default:
      return edit satisfies never;
  }
}

function inSteps<Edit extends PlanEdit>(
  steps: EditSteps<Edit>,
  plan: Plan,
  edit: Edit,
): Result<Plan, PlanRefusalCode> {
  const refusal = steps.refusal(plan, edit);
  return refusal ? { ok: false, refusal } : ok(steps.apply(plan, edit));
}

/** The plan after all edits of one gesture, for whoever has no use for what takes them back. */
export function editedPlan(plan: Plan, edits: readonly PlanEdit[]): Result<Plan, PlanRefusalCode> {
  if (edits.length === 0) return refuse('plan.emptyChange');
  let current = plan;
  for (const edit of edits) {
    const before = current;
    const after = withSteps(edit, (steps, one) => inSteps(steps, before, one));
    if (!after.ok) return after;
    current = after.value;
  }
  return ok(current);
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
