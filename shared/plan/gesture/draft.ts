import { editedPlan } from '../edit/apply.ts';
import type { Change, ChangeLabel, PlanEdit } from '../edit/edit.ts';
import type { Plan } from '../plan.ts';

/** A gesture of several edits while it is put together: each is made on what the ones before it left. */
export class Draft {
  #plan: Plan;
  readonly #edits: PlanEdit[] = [];

  constructor(plan: Plan) {
    this.#plan = plan;
  }

  get plan(): Plan {
    return this.#plan;
  }

  /** A refusal here is a bug of the gesture, which looked at the plan before. */
  make(...edits: readonly PlanEdit[]): void {
    if (edits.length === 0) return;
    const edited = editedPlan(this.#plan, edits);
    if (!edited.ok) throw new Error(`a gesture made an edit that is refused: ${edited.refusal.code}`);
    this.#plan = edited.value;
    this.#edits.push(...edits);
  }

  /** All of it as one change; null where nothing was done. */
  change(label: ChangeLabel): Change | null {
    return this.#edits.length === 0 ? null : { label, edits: this.#edits };
  }
}
