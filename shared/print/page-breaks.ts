/** What page breaks depend on; heights in points. */
export interface BreakableRow {
  readonly height: number;
  /** Whether it must not be the last one on its page, where that can be helped. */
  readonly keep: boolean;
}

/** Rows of the table that go with the lines under it when these need a page of their own. */
export const ROWS_KEPT = 2;

/** Heights in points: what the first page and the others have for rows, and what the lines under the table need. */
export interface BreakRoom {
  readonly first: number;
  readonly other: number;
  readonly tail: number;
}

/**
 * Where pages end, as indices after their last rows. Pages are filled from the top; a break moves up where a row would
 * part from what it belongs to, and where the lines under the table would stand on a page without rows. A page holds
 * at least one row, so that there is an end.
 */
export function pageEnds(rows: readonly BreakableRow[], room: BreakRoom): number[] {
  const ends: number[] = [];
  let start = 0;
  let space = room.first;
  do {
    const end = filledTo(rows, start, space);
    if (end < rows.length) {
      const kept = keptTogether(rows, start, end);
      ends.push(kept);
      start = kept;
      space = room.other;
      continue;
    }
    const before = space - heightOf(rows, start, end) < room.tail ? tailStart(rows, start, room) : null;
    if (before !== null) ends.push(before);
    ends.push(end);
    start = end;
  } while (start < rows.length);
  return ends;
}

/** Before which row the page with the lines under the table begins; null where that page would not hold them either. */
function tailStart(rows: readonly BreakableRow[], start: number, room: BreakRoom): number | null {
  const wanted = rows.length - ROWS_KEPT;
  if (wanted <= start) return null;
  const at = keptTogether(rows, start, wanted);
  return heightOf(rows, at, rows.length) + room.tail <= room.other ? at : null;
}

function filledTo(rows: readonly BreakableRow[], start: number, space: number): number {
  let end = start;
  let used = 0;
  for (; end < rows.length; end += 1) {
    used += rows[end]?.height ?? 0;
    if (end > start && used > space) break;
  }
  return end;
}

/** The last place up to `end` where a page may end; `end` itself where that would leave the page half empty. */
function keptTogether(rows: readonly BreakableRow[], start: number, end: number): number {
  for (let at = end; at > start + (end - start) / 2; at -= 1) {
    if (!rows[at - 1]?.keep) return at;
  }
  return end;
}

function heightOf(rows: readonly BreakableRow[], start: number, end: number): number {
  return rows.slice(start, end).reduce((sum, { height }) => sum + height, 0);
}
