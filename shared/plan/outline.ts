import type { RowId } from './ids.ts';
import type { Row } from './plan.ts';

/**
 * The tree that a plan's rows make, by index into `plan.rows`. Computed once for each rows array: an edit of
 * amounts keeps the array, so it keeps its outline.
 */
export interface Outline {
  readonly index: ReadonlyMap<RowId, number>;
  /** Index of the parent, −1 for top rows. */
  readonly parent: Int32Array;
  /** 1 for top rows. */
  readonly level: Int32Array;
  /** One past the last row of the row's subtree. */
  readonly end: Int32Array;
}

const outlines = new WeakMap<readonly Row[], Outline>();

export function outlineOf(rows: readonly Row[]): Outline {
  const known = outlines.get(rows);
  if (known) return known;
  const outline = computeOutline(rows);
  outlines.set(rows, outline);
  return outline;
}

function computeOutline(rows: readonly Row[]): Outline {
  const index = new Map<RowId, number>();
  const parent = new Int32Array(rows.length);
  const level = new Int32Array(rows.length);
  const end = new Int32Array(rows.length);
  rows.forEach((row, at) => {
    index.set(row.id, at);
    const above = row.parent === null ? -1 : (index.get(row.parent) ?? -1);
    parent[at] = above;
    level[at] = above < 0 ? 1 : (level[above] ?? 0) + 1;
  });
  for (let at = rows.length - 1; at >= 0; at--) {
    const own = Math.max(end[at] ?? 0, at + 1);
    end[at] = own;
    const above = parent[at] ?? -1;
    if (above >= 0) end[above] = Math.max(end[above] ?? 0, own);
  }
  return { index, parent, level, end };
}

/** A leaf row holds amounts; a row with children holds none, its money is their sum. */
export function isLeafAt(outline: Outline, at: number): boolean {
  return outline.end[at] === at + 1;
}

/** Indices of a row's children in order; of the top rows for −1. */
export function childrenAt(outline: Outline, at: number): number[] {
  const children: number[] = [];
  const stop = at < 0 ? outline.end.length : (outline.end[at] ?? 0);
  for (let child = at + 1; child < stop; child = outline.end[child] ?? stop) children.push(child);
  return children;
}
