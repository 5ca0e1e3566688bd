import type { FormTable } from '../forms/table.ts';
import { surveyAmounts } from './amount-survey.ts';
import { linesAbove, linesBelow } from './furniture.ts';
import { pageEnds } from './page-breaks.ts';
import { columnNeeds, fitPage } from './page-fit.ts';
import { flowGroups, heightOfLinesPlaced, type PlacedLine, placedLines, tailGroups } from './page-lines.ts';
import { type PagePart, pageParts } from './page-parts.ts';
import { type PrintedRow, printedRows } from './page-rows.ts';
import { OFFICIAL_SETUP, type PageSetup, type Paper, pageRoom } from './page-setup.ts';

/** A form on paper, page by page: what the preview shows, what is printed and what the PDF holds. */
export interface PrintedPages {
  readonly table: FormTable;
  readonly setup: PageSetup;
  readonly paper: Paper;
  /** Of the table's text, in points: never under 8. */
  readonly size: number;
  /** That all amounts are shown with. */
  readonly decimals: number;
  readonly parts: readonly PagePart[];
  readonly pages: readonly PrintedPage[];
}

export interface PrintedPage {
  readonly above: readonly PlacedLine[];
  /** Index into `parts` and the rows shown; null on a page of lines only. */
  readonly table: { readonly part: number; readonly rows: readonly PrintedRow[] } | null;
  readonly below: readonly PlacedLine[];
}

/**
 * Lays a form out on pages. A form too wide for its paper is parted between blocks, TT and Nội dung repeated; the pages
 * of the same rows follow each other (over, then down, as in the exported workbook), so that laid side by side they
 * are one wide sheet. Throws where the form would lose amounts (`printRefusal` says so before).
 */
export function layoutPages(table: FormTable, setup: PageSetup = OFFICIAL_SETUP): PrintedPages {
  const { decimals, printed } = surveyAmounts(table);
  const fit = fitPage(columnNeeds(table, printed), setup);
  const page = pageRoom(fit.paper, setup);
  const parts = pageParts(table, fit, page.width);
  const header = parts[0]?.headingHeights.reduce((sum, one) => sum + one, 0) ?? 0;
  const room = page.height - header;
  const rows = printedRows(table, fit, room);

  const { heading, title, decision, unit } = linesAbove(table);
  const opening = [heading, title, decision, unit].filter(({ text }) => text !== '');
  const openingPages = flowGroups(
    placedLines(opening, page).map((line) => [line]),
    page.height,
    page.height,
  );
  const above = openingPages.pop() ?? [];
  const first = room - heightOfLinesPlaced(above);
  // A title that leaves no room for rows has its pages to itself.
  if (first < (rows[0]?.height ?? 0)) openingPages.push(above.splice(0));

  const groups = tailGroups(linesBelow(table), page);
  const tail = heightOfLinesPlaced(groups.flat());
  const ends = pageEnds(rows, { first: above.length > 0 ? first : room, other: room, tail });

  const pages: PrintedPage[] = openingPages.map((lines) => ({ above: lines, table: null, below: [] }));
  const unitAgain = above.length > 0 ? placedLines([unit], page) : [];
  let start = 0;
  let left = 0;
  for (const [at, end] of ends.entries()) {
    const shown = rows.slice(start, end);
    for (const part of parts.keys()) {
      const lines = at > 0 ? [] : part === 0 ? above : unitAgain;
      pages.push({ above: lines, table: { part, rows: shown }, below: [] });
      const used = shown.reduce((sum, { height }) => sum + height, heightOfLinesPlaced(lines));
      left = room - used;
    }
    start = end;
  }
  const [under = [], ...more] = flowGroups(groups, left, page.height);
  const last = pages.pop();
  if (last) pages.push({ ...last, below: under });
  for (const lines of more) pages.push({ above: [], table: null, below: lines });
  return { table, setup, paper: fit.paper, size: fit.size, decimals, parts, pages };
}
