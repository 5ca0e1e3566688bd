import { type RowId, rowId } from '../plan/ids.ts';
import type { Plan } from '../plan/plan.ts';
import { pairRows } from './compare-rows.ts';

/**
 * The plan before with the row ids of the plan after, so that F5 can be made of any two plans. Rows that the plan after does
 * not have get ids that it does not use either.
 */
export function alignedBefore(before: Plan, after: Plan): Plan {
  const pairs = pairRows(before, after);
  const taken = new Set(after.rows.map(({ id }) => id));
  const own = (id: RowId): RowId => {
    let free = id;
    while (taken.has(free)) free = rowId(`${free}.`);
    taken.add(free);
    return free;
  };
  const ids = new Map(
    before.rows.map(({ id }, at) => [id, after.rows[pairs.after[at] ?? -1]?.id ?? own(id)]),
  );
  const named = (id: RowId): RowId => ids.get(id) ?? id;
  return {
    ...before,
    rows: before.rows.map((row) => ({
      ...row,
      id: named(row.id),
      parent: row.parent === null ? null : named(row.parent),
    })),
    amounts: new Map([...before.amounts].map(([id, amounts]) => [named(id), amounts])),
  };
}
