import { findHeading, type TableHeading } from './find-heading.ts';
import type { SheetView } from './sheet-view.ts';
import { amountColumns, labelColumns, lastAmounts, readRow } from './table-row.ts';

/** Where a table stands: its heading, and the last row before the next table's heading. */
export interface TablePlace {
  readonly heading: TableHeading;
  /** Where what stands above its heading begins. */
  readonly from: number;
  /** The heading of the sheet's first table, where this is a further one. */
  readonly first: TableHeading | null;
  readonly last: number;
  /** Rows of headings that repeat this one's further down, as on the pages of a printed table. */
  readonly repeated: readonly Pick<TableHeading, 'top' | 'body'>[];
}

/**
 * The tables of a sheet, from the top down. A heading that is repeated below opens no table of its own, unless what stands
 * over it and what stands under it have a total each.
 */
export function findTables(sheet: SheetView): TablePlace[] {
  const places: TablePlace[] = [];
  let from = 1;
  let heading = findHeading(sheet, from);
  while (heading) {
    const repeated: TableHeading[] = [];
    let part = heading;
    let next = findHeading(sheet, part.body);
    while (next && sameColumns(next, heading)) {
      const after = findHeading(sheet, next.body);
      const last = after ? after.top - 1 : sheet.lastRow;
      if (hasTotal(sheet, part, next.top - 1) && hasTotal(sheet, next, last)) break;
      repeated.push(next);
      part = next;
      next = after;
    }
    const last = next ? next.top - 1 : sheet.lastRow;
    places.push({ heading, from, first: places[0]?.heading ?? null, last, repeated });
    from = lastAmounts(sheet, heading, last) + 1;
    heading = next;
  }
  return places;
}

function hasTotal(sheet: SheetView, heading: TableHeading, last: number): boolean {
  const [labels, amounts] = [labelColumns(heading), amountColumns(heading)];
  for (let ref = heading.body; ref <= last; ref++) {
    const row = readRow(sheet, ref, labels, amounts, []);
    if (row?.kind === 'total' && row.cells.size > 0) return true;
  }
  return false;
}

function sameColumns(one: TableHeading, other: TableHeading): boolean {
  const said = ({ columns }: TableHeading): string =>
    JSON.stringify(columns.map(({ column, path }) => [column, path]));
  return said(one) === said(other);
}
