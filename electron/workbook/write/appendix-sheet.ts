import type { FormTable } from '../../../shared/forms/table.ts';
import type { AppendixPlace } from '../../../shared/intake/identity-sheet.ts';
import { writeAmount } from '../../../shared/money/write.ts';
import { type AmountSurvey, surveyAmounts } from '../../../shared/print/amount-survey.ts';
import { headerDepth } from '../../../shared/print/heading-spans.ts';
import { columnNeeds, fitPage, type PageFit } from '../../../shared/print/page-fit.ts';
import { type Paper, setupOn } from '../../../shared/print/page-setup.ts';
import { ok, type Result, refuse } from '../../../shared/refusal.ts';
import { AmountRows } from './amount-rows.ts';
import {
  DECISION_ROW,
  type FirstPage,
  linesAbove,
  linesBelow,
  TITLE_ROW,
  UNIT_ROW,
} from './furniture-cells.ts';
import { headingCells } from './heading-cells.ts';
import { laidOut } from './laid-out.ts';
import type { PlacedCell, PrintSetup, SheetModel, SheetRow } from './sheet-model.ts';
import { sheetName } from './sheet-name.ts';
import { tailBreak } from './tail-break.ts';
import { textTooLong } from './text-too-long.ts';
import type { TotalFormulas } from './total-formulas.ts';

/** TT and Nội dung stand before the amounts. */
const LABEL_COLUMNS = 2;
const HEADING_ROW = UNIT_ROW + 1;

/** Where a form's table stands on its sheet. */
export function appendixPlace(table: FormTable): AppendixPlace {
  const top = HEADING_ROW + headerDepth(table);
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

/**
 * The form as an official appendix on one sheet: furniture, merged header, amounts, print set-up. Without formulas totals
 * are their results alone. Refused where an amount or total has more digits than a spreadsheet holds.
 */
export function appendixSheet(
  table: FormTable,
  place: AppendixPlace,
  formulas: TotalFormulas | null,
  paper: Paper | null,
): Result<SheetModel> {
  const { decimals, printed, beyondSheets } = surveyAmounts(table);
  if (beyondSheets) return tooManyDigits(table, beyondSheets);
  const fit = fitPage(columnNeeds(table, printed), setupOn(paper));
  const widths = [fit.ordinal, fit.name, ...fit.amounts, ...(fit.note === null ? [] : [fit.note])];
  const body = new AmountRows({ table, place, formulas, widths, size: fit.size, decimals });

  const page = firstPage(fit, widths);
  const above = linesAbove(table, page);
  const header = headingCells(table, HEADING_ROW, widths, fit.size);
  const below = linesBelow(table, place.block.bottom + 1, page);
  const tooLong = textTooLong([...above.cells, ...header.cells, ...below.cells], table, place);
  if (tooLong) return { ok: false, refusal: tooLong };
  const heights = new Map([...above.heights, ...body.heights(), ...below.heights]);
  header.heights.forEach((height, at) => {
    heights.set(HEADING_ROW + at, height);
  });
  const lastRow = largest(heights.keys());
  return ok({
    name: sheetName(table.form),
    hidden: false,
    rows: rowsOf([...above.cells, ...header.cells], body, below.cells, heights),
    lastRow,
    lastColumn: widths.length,
    merges: [...above.merges, ...header.merges, ...body.merges, ...below.merges],
    columnWidths: widths,
    frozen: { columns: LABEL_COLUMNS, rows: place.block.top - 1 },
    // Paper sizes are small on a screen: shown as if the body were 12 pt.
    zoom: Math.min(140, Math.round(1200 / fit.size)),
    print: { ...printSetup(fit, place, heights, widths.length), numberedAnew: table.number !== '' },
  });
}

/** The rows of the sheet from the top, as often as they are asked for. */
function rowsOf(
  above: readonly PlacedCell[],
  body: AmountRows,
  below: readonly PlacedCell[],
  heights: ReadonlyMap<number, number>,
): Iterable<SheetRow> {
  return {
    *[Symbol.iterator]() {
      yield* laidOut(above, heights);
      yield* body.rows(heights);
      yield* laidOut(below, heights);
    },
  };
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
): Omit<PrintSetup, 'numberedAnew'> {
  const breaksAfter: number[] = [];
  let column = LABEL_COLUMNS;
  for (const count of fit.pages.slice(0, -1)) {
    column += count;
    breaksAfter.push(column);
  }
  const titleRows = { first: HEADING_ROW, last: place.block.top - 1 };
  return {
    paper: fit.paper,
    area: { top: 1, left: 1, bottom: largest(heights.keys()), right: columns },
    titleRows,
    titleColumns: breaksAfter.length > 0 ? { first: 1, last: LABEL_COLUMNS } : null,
    breaksAfter,
    breakAfterRow: breaksAfter.length > 0 ? null : tailBreak(fit.paper, place.block, titleRows, heights),
  };
}

/** A call takes only so many arguments, and a plan may have more rows. */
function largest(rows: Iterable<number>): number {
  let most = 1;
  for (const row of rows) most = Math.max(most, row);
  return most;
}

function tooManyDigits(
  table: FormTable,
  { row, column, amount }: NonNullable<AmountSurvey['beyondSheets']>,
): Result<never> {
  const { ordinal = '', name = '' } = table.rows[row] ?? {};
  return refuse('workbook.tooManyDigits', {
    row: `${ordinal} ${name}`.trim(),
    column: table.columns[column]?.path.join(' / ') ?? '',
    amount: writeAmount(amount, 'dong'),
  });
}
