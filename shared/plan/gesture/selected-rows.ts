import type { ChangeLabel } from '../edit/edit.ts';
import type { RowId } from '../ids.ts';
import { childrenAt, outlineOf } from '../outline.ts';
import type { Plan } from '../plan.ts';
import { rowTitle } from './rows.ts';

/**
 * A selection is any set of rows. A gesture takes its topmost ones, for a row goes along with a selected row above it,
 * and works on those of one parent together, each group by itself.
 */
export interface SiblingGroup {
  readonly parent: RowId | null;
  /** At least one, in printed order. */
  readonly rows: readonly RowId[];
}

/** The topmost rows of a selection in printed order. An id that the plan does not have is left out. */
export function topmostRows(plan: Plan, ids: Iterable<RowId>): RowId[] {
  const selected = new Set(ids);
  const { end } = outlineOf(plan.rows);
  const topmost: RowId[] = [];
  let at = 0;
  while (at < plan.rows.length) {
    const row = plan.rows[at];
    if (row && selected.has(row.id)) {
      topmost.push(row.id);
      at = end[at] ?? at + 1;
    } else at += 1;
  }
  return topmost;
}

export function siblingGroups(plan: Plan, ids: Iterable<RowId>): SiblingGroup[] {
  const { index } = outlineOf(plan.rows);
  const parentOf = (id: RowId): RowId | null => plan.rows[index.get(id) ?? -1]?.parent ?? null;
  const groups = Map.groupBy(topmostRows(plan, ids), parentOf);
  return [...groups].map(([parent, rows]) => ({ parent, rows }));
}

/** The rows directly under a row, or the top rows, in order. */
export function childRows(plan: Plan, parent: RowId | null): RowId[] {
  const outline = outlineOf(plan.rows);
  const at = parent === null ? -1 : outline.index.get(parent);
  if (at === undefined) return [];
  return childrenAt(outline, at).flatMap((child) => plan.rows[child]?.id ?? []);
}

/** A row and all rows below it, in printed order. */
export function subtreeRows(plan: Plan, id: RowId): RowId[] {
  const outline = outlineOf(plan.rows);
  const at = outline.index.get(id);
  if (at === undefined) return [];
  return plan.rows.slice(at, outline.end[at]).map((row) => row.id);
}

/** Rows of a group that stand directly one after another, by their places among all children of the parent. */
export interface Run {
  readonly first: number;
  readonly last: number;
}

export function runsOf(siblings: readonly RowId[], rows: readonly RowId[]): Run[] {
  const selected = new Set(rows);
  const runs: Run[] = [];
  siblings.forEach((id, place) => {
    if (!selected.has(id)) return;
    const before = runs.at(-1);
    if (before?.last === place - 1) runs[runs.length - 1] = { first: before.first, last: place };
    else runs.push({ first: place, last: place });
  });
  return runs;
}

/** What was done to which rows: one is named, several are counted from the first. */
export function rowsLabel(
  plan: Plan,
  rows: readonly RowId[],
  codes: { readonly one: string; readonly several: string },
): ChangeLabel {
  const [first] = rows;
  const title = first === undefined ? '' : rowTitle(plan, first);
  if (rows.length === 1) return { code: codes.one, params: { row: title } };
  return { code: codes.several, params: { count: rows.length, place: title } };
}
