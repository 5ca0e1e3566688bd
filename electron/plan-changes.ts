import type { Acknowledged, Stepped } from '../shared/api/contract.ts';
import { isProtected } from '../shared/api/revisions.ts';
import { grandTotal } from '../shared/engine/grand-total.ts';
import type { Dong } from '../shared/money/dong.ts';
import { applyEdits, editedPlan } from '../shared/plan/edit/apply.ts';
import type { Change, PlanEdit } from '../shared/plan/edit/edit.ts';
import type { PlanId } from '../shared/plan/ids.ts';
import type { Plan } from '../shared/plan/plan.ts';
import { ok, type Result, refuse } from '../shared/refusal.ts';
import type { LoadedPlan, OpenPlans } from './open-plans.ts';
import type { HistoryStep } from './store/history-step.ts';
import type { Library } from './store/library.ts';
import type { Progress } from './store/plan-records.ts';

/** What moves which plan, and from where. */
interface Move extends Change {
  readonly id: PlanId;
  readonly base: number;
}

/**
 * The ways in which a plan moves: a change, undo and redo. Each is checked against the sequence that the caller saw,
 * applied in memory, then kept in one transaction. A refusal at any step leaves memory and disk as they were.
 */
export class PlanChanges {
  readonly #library: Library;
  readonly #open: OpenPlans;

  constructor(library: Library, open: OpenPlans) {
    this.#library = library;
    this.#open = open;
  }

  apply(id: PlanId, base: number, change: Change): Result<Acknowledged> {
    const { label, edits } = change;
    return this.#move(
      { id, base, label, edits },
      (plan) => applyEdits(plan, edits),
      (before, { plan, inverse }, total) =>
        this.#library.keepChange(base, before, plan, total, { label, edits, inverse }),
    );
  }

  undo(id: PlanId, base: number): Result<Stepped> {
    return this.#step(id, base, 'undo');
  }

  redo(id: PlanId, base: number): Result<Stepped> {
    return this.#step(id, base, 'redo');
  }

  #step(id: PlanId, base: number, direction: 'undo' | 'redo'): Result<Stepped> {
    const from = this.#at(id, base);
    if (!from.ok) return from;
    const step: HistoryStep | null =
      direction === 'undo' ? this.#library.undoStep(id, base) : this.#library.redoStep(id, base);
    const waiting = this.#library.waiting(id, base)[direction];
    if (!step || !waiting) return refuse(direction === 'undo' ? 'api.nothingToUndo' : 'api.nothingToRedo');
    const { edits } = step;
    const moved = this.#move(
      { id, base, label: waiting.label, edits },
      (plan) => followed(plan, edits),
      (before, { plan }, total) => this.#library.keepStep(base, before, plan, total, step),
    );
    return moved.ok ? ok({ ...moved.value, edits }) : moved;
  }

  /** `edit` says where the plan would be, nothing of it kept yet; `keep` puts that on the disk. */
  #move<Next extends { readonly plan: Plan }>(
    { id, base, label, edits }: Move,
    edit: (plan: Plan) => Result<Next>,
    keep: (before: Plan, next: Next, total: Dong) => Progress | null,
  ): Result<Acknowledged> {
    const from = this.#at(id, base);
    if (!from.ok) return from;
    const next = edit(from.value.plan);
    if (!next.ok) return next;
    const { plan } = next.value;
    const followed = from.value.totals.follow(plan, edits);
    if (!followed.ok) return followed;
    // From here on the totals in memory run ahead of the disk, until the change is kept.
    this.#open.forget(id);
    const { totals } = followed.value;
    const progress = keep(from.value.plan, next.value, grandTotal(totals));
    if (!progress) return this.#protected(id) ?? this.#stale(id, base);
    const { sequence, changed } = progress;
    this.#open.put({ plan, totals, sequence, changed });
    return ok({ sequence, changed, label, ...this.#library.waiting(id, sequence) });
  }

  #at(id: PlanId, base: number): Result<LoadedPlan> {
    const loaded = this.#open.get(id);
    if (!loaded.ok) return loaded;
    if (loaded.value.sequence !== base) return this.#stale(id, base);
    return this.#protected(id) ?? loaded;
  }

  /** An approved plan is as it was approved until somebody opens it again and says why. */
  #protected(id: PlanId): Result<never> | null {
    const approval = this.#library.approval(id);
    return isProtected(approval)
      ? refuse('api.approvedPlan', { label: approval.label, by: approval.by })
      : null;
  }

  /** What happened since the caller looked: how many changes, and who made the last one. */
  #stale(id: PlanId, base: number): Result<never> {
    const { count, last } = this.#library.changesAfter(id, base);
    return refuse('api.stalePlan', { changes: count, by: last?.by ?? '' });
  }
}

function followed(plan: Plan, edits: readonly PlanEdit[]): Result<{ plan: Plan }> {
  const edited = editedPlan(plan, edits);
  return edited.ok ? ok({ plan: edited.value }) : edited;
}
