import type { Acknowledged } from '../shared/api/contract.ts';
import type { Totals } from '../shared/engine/totals.ts';
import { applyEdits } from '../shared/plan/edit/apply.ts';
import type { Change, ChangeLabel, PlanEdit } from '../shared/plan/edit/edit.ts';
import type { PlanId } from '../shared/plan/ids.ts';
import type { Plan } from '../shared/plan/plan.ts';
import { ok, type Result, refuse } from '../shared/refusal.ts';
import { grandTotal, type LoadedPlan, type OpenPlans } from './open-plans.ts';
import type { HistoryStep } from './store/history-step.ts';
import type { Library } from './store/library.ts';
import type { Progress } from './store/plan-records.ts';

/** Where a plan would be after a change, nothing of it kept yet. */
interface Next {
  readonly plan: Plan;
  readonly totals: Totals;
  readonly inverse: readonly PlanEdit[];
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
    return this.#move(id, base, label, edits, (from, next, total) =>
      this.#library.keepChange(base, from.plan, next.plan, total, { label, edits, inverse: next.inverse }),
    );
  }

  undo(id: PlanId, base: number): Result<Acknowledged> {
    return this.#step(id, base, 'undo');
  }

  redo(id: PlanId, base: number): Result<Acknowledged> {
    return this.#step(id, base, 'redo');
  }

  #step(id: PlanId, base: number, direction: 'undo' | 'redo'): Result<Acknowledged> {
    const from = this.#at(id, base);
    if (!from.ok) return from;
    const step: HistoryStep | null =
      direction === 'undo' ? this.#library.undoStep(id, base) : this.#library.redoStep(id, base);
    const waiting = this.#library.waiting(id, base)[direction];
    if (!step || !waiting) return refuse(direction === 'undo' ? 'api.nothingToUndo' : 'api.nothingToRedo');
    return this.#move(id, base, waiting.label, step.edits, (before, next, total) =>
      this.#library.keepStep(base, before.plan, next.plan, total, step),
    );
  }

  #move(
    id: PlanId,
    base: number,
    label: ChangeLabel,
    edits: readonly PlanEdit[],
    keep: (from: LoadedPlan, next: Next, total: ReturnType<typeof grandTotal>) => Progress | null,
  ): Result<Acknowledged> {
    const from = this.#at(id, base);
    if (!from.ok) return from;
    const applied = applyEdits(from.value.plan, edits);
    if (!applied.ok) return applied;
    const followed = from.value.totals.follow(applied.value.plan, edits);
    if (!followed.ok) return followed;
    // From here on the totals in memory run ahead of the disk, until the change is kept.
    this.#open.forget(id);
    const next: Next = { ...applied.value, totals: followed.value.totals };
    const progress = keep(from.value, next, grandTotal(next.totals));
    if (!progress) return this.#stale(id, base);
    const { sequence, changed } = progress;
    this.#open.put({ plan: next.plan, totals: next.totals, sequence, changed });
    return ok({ sequence, changed, edits, label, ...this.#library.waiting(id, sequence) });
  }

  #at(id: PlanId, base: number): Result<LoadedPlan> {
    const loaded = this.#open.get(id);
    if (!loaded.ok) return loaded;
    return loaded.value.sequence === base ? loaded : this.#stale(id, base);
  }

  /** What happened since the caller looked: how many changes, and the code of the last one's label. */
  #stale(id: PlanId, base: number): Result<never> {
    const lines = this.#library.history(id);
    const changes = lines.filter((line) => line.sequence > base).length;
    return refuse('api.stalePlan', { changes, last: lines.at(-1)?.label.code ?? '' });
  }
}
