import type { Planner } from '../../shared/api/planner.ts';
import { type Address, addressOf } from '../../shared/engine/shape.ts';
import { Totals } from '../../shared/engine/totals.ts';
import type { LaidColumn, Line } from '../../shared/forms/layout.ts';
import type { PlanId } from '../../shared/plan/ids.ts';
import { outlineOf } from '../../shared/plan/outline.ts';
import type { Plan } from '../../shared/plan/plan.ts';

/** The plan as it was at its last revision: what changed cells are marked against. */
export interface Baseline {
  readonly label: string;
  readonly plan: Plan;
  readonly totals: Totals;
}

/** Null where the plan has no revision yet, or where it cannot be had: marks are a convenience. */
export async function openBaseline(planner: Planner, plan: PlanId): Promise<Baseline | null> {
  const revisions = await planner.revisions({ plan });
  if (!revisions.ok) return null;
  const last = revisions.value.reduce<(typeof revisions.value)[number] | null>(
    (latest, one) => (latest && latest.sequence >= one.sequence ? latest : one),
    null,
  );
  if (!last) return null;
  const then = await planner.planAt({ plan, sequence: last.sequence });
  const totals = then.ok ? Totals.of(then.value) : then;
  return then.ok && totals.ok ? { label: last.label, plan: then.value, totals: totals.value } : null;
}

/** Whether a cell of the plan as it is now differs from the baseline. A row that was not there then is all changed. */
export function changedSince(
  baseline: Baseline,
  now: () => Totals,
): (line: Line, column: LaidColumn | 'name') => boolean {
  const { index } = outlineOf(baseline.plan.rows);
  const addresses = new WeakMap<LaidColumn, Address>();
  const addressThen = (column: LaidColumn): Address => {
    const known = addresses.get(column) ?? addressOf(baseline.totals.shape, column.selector);
    addresses.set(column, known);
    return known;
  };
  return (line, column) => {
    if (line.id === null) return false;
    const then = index.get(line.id);
    if (then === undefined) return true;
    if (column === 'name') return baseline.plan.rows[then]?.name !== line.name;
    const [before, after] = [addressThen(column), column.address];
    const totals = now();
    return (
      baseline.totals.isMixed(then, before) !== totals.isMixed(line.at, after) ||
      baseline.totals.read(then, before) !== totals.read(line.at, after)
    );
  };
}
