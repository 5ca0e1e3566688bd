import { applyEdit } from '../edit/apply.ts';
import type { PlanEdit } from '../edit/edit.ts';
import type { Plan } from '../plan.ts';

/** A plan on its way to becoming another one: every edit is made at once, so that the next is thought of where it stands. */
export class DraftOfEdits {
  plan: Plan;
  readonly edits: PlanEdit[] = [];

  constructor(plan: Plan) {
    this.plan = plan;
  }

  make(edit: PlanEdit): void {
    const applied = applyEdit(this.plan, edit);
    if (!applied.ok) throw new Error(`on the way to another plan ${edit.kind} met ${applied.refusal.code}`);
    this.plan = applied.value.plan;
    this.edits.push(edit);
  }
}

/** The members of a patch that make `from` into `to`; null where nothing differs. */
export function patchTo<Whole extends object>(
  from: Whole,
  to: Whole,
  names: readonly (keyof Whole)[],
): Partial<Whole> | null {
  const patch: Partial<Whole> = {};
  for (const name of names) if (!isSame(from[name], to[name])) patch[name] = to[name];
  return Object.keys(patch).length === 0 ? null : patch;
}

/** Of plain values, lists and records without amounts; two that are told in another order count as different. */
export function isSame(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}
