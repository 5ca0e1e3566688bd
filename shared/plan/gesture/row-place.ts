import type { RowId } from '../ids.ts';
import { outlineOf } from '../outline.ts';
import type { Plan } from '../plan.ts';
import { childRows } from './selected-rows.ts';

/** Where rows are put: before the `index`-th of the children that a parent has now, after all of them at the end. */
export interface RowPlace {
  readonly parent: RowId | null;
  readonly index: number;
}

/** Makes the id of a new row: there is no randomness here. */
export type NewRowId = () => RowId;

export function isRowPlace(plan: Plan, { parent, index }: RowPlace): boolean {
  if (parent !== null && !outlineOf(plan.rows).index.has(parent)) return false;
  return Number.isInteger(index) && index >= 0 && index <= childRows(plan, parent).length;
}

/** Directly before a row, under the same parent. First at the top where there is no such row. */
export function placeAbove(plan: Plan, id: RowId): RowPlace {
  const { parent, index } = placeOfRow(plan, id);
  return { parent, index: Math.max(0, index) };
}

/** Directly after a row's subtree, under the same parent. First at the top where there is no such row. */
export function placeBelow(plan: Plan, id: RowId): RowPlace {
  const { parent, index } = placeOfRow(plan, id);
  return { parent, index: index + 1 };
}

/** After all rows that stand under a row, or after all top rows. */
export function placeInside(plan: Plan, parent: RowId | null): RowPlace {
  return { parent, index: childRows(plan, parent).length };
}

/** Under a parent directly after one of its children; as its first for null. */
export function placeAfter(plan: Plan, parent: RowId | null, after: RowId | null): RowPlace {
  return { parent, index: after === null ? 0 : childRows(plan, parent).indexOf(after) + 1 };
}

function placeOfRow(plan: Plan, id: RowId): RowPlace {
  const parent = plan.rows[outlineOf(plan.rows).index.get(id) ?? -1]?.parent ?? null;
  return { parent, index: childRows(plan, parent).indexOf(id) };
}
