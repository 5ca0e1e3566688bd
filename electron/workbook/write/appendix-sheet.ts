import type { FormTable } from '../../../shared/forms/table.ts';
import type { AppendixPlace } from '../../../shared/intake/identity-sheet.ts';
import { headingDepth } from '../../../shared/print/heading-spans.ts';
import { columnNeeds, fitPage, type PageFit } from '../../../shared/print/page-fit.ts';
import { measuredAmounts, tableDecimals } from '../../../shared/print/printed-amount.ts';
import { ok, type Result } from '../../../shared/refusal.ts';
import { amountCells } from './amount-cells.ts';
import {
  DECISION_ROW,
  type FirstPage,
  linesAbove,
  linesBelow,
  TITLE_ROW,
  UNIT_ROW,
} from './furniture-cells.ts';
import { headingCells } from './heading-cells.ts';
import type { PrintSetup, SheetModel } from './sheet-model.ts';
import { tailBreak } from './tail-break.ts';
import type { TotalFormulas } from './total-formulas.ts';

/** TT and Nội dung stand before the amounts. */
const LABEL_COLUMNS = 2;
const HEADING_ROW = UNIT_ROW + 1;

/** Where a form's table stands on its sheet. */
export function appendixPlace(table: FormTable): AppendixPlace {
  const top = HEADING_ROW + headingDepth(table.headings);
  return {
    titleRow: TITLE_ROW,
    decisionRow: DECISION_ROW,
    unitRow: UNIT_ROW,
    block: {
      top,
      left: LABEL_COLUMNS + 1,
      bottom: top + table.rows.length - 1,
      right: LABEL_COLUMNS + table.columns.length,
    },
  };
}

/** The form as an official appendix on one sheet: furniture, merged header, amounts, print set-up. */
export function appendixSheet(
  table: FormTable,
  place: AppendixPlace,
  formulas: TotalFormulas,
): Result<SheetModel> {
  const decimals = tableDecimals(table);
  const fit = fitPage(columnNeeds(table, measuredAmounts(table, decimals)));
  const widths = [fit.ordinal, fit.name, ...fit.amounts, ...(fit.note === null ? [] : [fit.note])];
  const body = amountCells({ table, place, formulas, widths, size: fit.size, decimals });
  if (!body.ok) return body;

  const page = firstPage(fit, widths);
  const above = linesAbove(table, page);
  const header = headingCells(table, HEADING_ROW, widths, fit.size);
  const below = linesBelow(table, place.block.bottom + 1, page);
  const heights = new Map([...above.heights, ...body.value.heights, ...below.heights]);
  header.heights.forEach((height, at) => {
    heights.set(HEADING_ROW + at, height);
  });
  const cells = [...above.cells, ...header.cells, ...body.value.cells, ...below.cells];
  return ok({
    name: table.form,
    hidden: false,
    cells,
    merges: [...above.merges, ...header.merges, ...body.value.merges, ...below.merges],
    columnWidths: widths,
    rowHeights: heights,
    frozen: { columns: LABEL_COLUMNS, rows: place.block.top - 1 },
    // Paper sizes are small on a screen: shown as if the body were 12 pt.
    zoom: Math.min(140, Math.round(1200 / fit.size)),
    print: printSetup(fit, place, heights, widths.length),
  });
}

function firstPage(fit: PageFit, widths: readonly number[]): FirstPage {
  const [first = 0, ...others] = fit.pages;
  return others.length === 0
    ? { left: 1, right: widths.length, widths }
    : { left: LABEL_COLUMNS + 1, right: LABEL_COLUMNS + first, widths };
}

function printSetup(
  fit: PageFit,
  place: AppendixPlace,
  heights: ReadonlyMap<number, number>,
  columns: number,
): PrintSetup {
  const breaksAfter: number[] = [];
  let column = LABEL_COLUMNS;
  for (const count of fit.pages.slice(0, -1)) {
    column += count;
    breaksAfter.push(column);
  }
  const titleRows = { first: HEADING_ROW, last: place.block.top - 1 };
  return {
    paper: fit.paper,
    area: { top: 1, left: 1, bottom: Math.max(...heights.keys()), right: columns },
    titleRows,
    titleColumns: breaksAfter.length > 0 ? { first: 1, last: LABEL_COLUMNS } : null,
    breaksAfter,
    breakAfterRow: breaksAfter.length > 0 ? null : tailBreak(fit.paper, place.block, titleRows, heights),
  };
}
