import { ROWS_KEPT } from '../../../shared/print/page-breaks.ts';
import { OFFICIAL_SETUP, type Paper, pageRoom } from '../../../shared/print/page-setup.ts';
import type { CellRange } from './sheet-model.ts';

/**
 * The row after which to begin a new page so that words, footnotes and signature never stand under a bare header:
 * null where the program's own breaks already leave table rows with them. Heights in points, by row.
 */
export function tailBreak(
  paper: Paper,
  block: CellRange,
  titleRows: { readonly first: number; readonly last: number },
  heights: ReadonlyMap<number, number>,
): number | null {
  const room = pageRoom(paper, OFFICIAL_SETUP).height;
  const heightOf = (row: number): number => heights.get(row) ?? 0;
  let repeated = 0;
  for (let row = titleRows.first; row <= titleRows.last; row++) repeated += heightOf(row);

  let pageTop = 1;
  let used = 0;
  for (const row of [...heights.keys()].sort((one, other) => one - other)) {
    if (used + heightOf(row) > room && row > pageTop) {
      pageTop = row;
      used = row > titleRows.last ? repeated : 0;
    }
    used += heightOf(row);
  }
  const last = block.bottom - ROWS_KEPT;
  return pageTop > block.bottom && last > block.top ? last : null;
}
