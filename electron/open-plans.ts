import { Totals } from '../shared/engine/totals.ts';
import type { PlanId } from '../shared/plan/ids.ts';
import type { Plan } from '../shared/plan/plan.ts';
import { ok, type Result, refuse } from '../shared/refusal.ts';
import type { Library } from './store/library.ts';
import type { PlanRecord } from './store/plan-records.ts';

/** A plan in memory with its totals, as it was after a row of its history. */
export interface LoadedPlan {
  readonly plan: Plan;
  readonly sequence: number;
  /** ISO time of that row. */
  readonly changed: string;
  /** Changed in place by the next change of this plan. */
  readonly totals: Totals;
}

export type LoadRefusalCode = 'api.unknownPlan' | 'api.planDeleted' | 'plan.totalOutOfRange';

/** More plans than one officer works on at once; the one that was not used the longest makes room. */
const MOST_PLANS = 8;

/**
 * The plans that were used last, so that an edit does not read its plan anew. The library has the last word: a plan
 * that another window or the terminal changed meanwhile is read again.
 */
export class OpenPlans {
  readonly #library: Library;
  readonly #loaded = new Map<PlanId, LoadedPlan>();

  constructor(library: Library) {
    this.#library = library;
  }

  /** A plan that is there and not deleted, as the list has it. */
  listed(id: PlanId): Result<PlanRecord, 'api.unknownPlan' | 'api.planDeleted'> {
    const record = this.#library.find(id);
    if (!record) return refuse('api.unknownPlan', { plan: id });
    return record.deleted_at === null ? ok(record) : refuse('api.planDeleted', { title: record.title });
  }

  get(id: PlanId): Result<LoadedPlan, LoadRefusalCode> {
    const listed = this.listed(id);
    if (!listed.ok) return listed;
    const known = this.#loaded.get(id);
    if (known?.sequence === listed.value.sequence) {
      this.put(known);
      return ok(known);
    }
    return this.#load(id);
  }

  put(loaded: LoadedPlan): void {
    this.#loaded.delete(loaded.plan.id);
    this.#loaded.set(loaded.plan.id, loaded);
    for (const oldest of this.#loaded.keys()) {
      if (this.#loaded.size <= MOST_PLANS) break;
      this.#loaded.delete(oldest);
    }
  }

  /** When the library's content is another. */
  forgetAll(): void {
    this.#loaded.clear();
  }

  /** Before a change is tried: what was loaded may be half changed if it fails. */
  forget(id: PlanId): void {
    this.#loaded.delete(id);
  }

  #load(id: PlanId): Result<LoadedPlan, LoadRefusalCode> {
    const stored = this.#library.read(id);
    if (!stored) return refuse('api.unknownPlan', { plan: id });
    const totals = Totals.of(stored.plan);
    if (!totals.ok) return totals;
    const { sequence, changed } = stored.record;
    const loaded = { plan: stored.plan, sequence, changed, totals: totals.value };
    this.put(loaded);
    return ok(loaded);
  }
}
