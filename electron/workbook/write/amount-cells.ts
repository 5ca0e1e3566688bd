import type { FormRow, FormTable } from '../../../shared/forms/table.ts';
import type { AppendixPlace } from '../../../shared/intake/identity-sheet.ts';
import { sheetNumber } from '../../../shared/money/sheet-number.ts';
import { writeAmount } from '../../../shared/money/write.ts';
import { shownDecimals } from '../../../shared/print/printed-amount.ts';
import { rowLooks } from '../../../shared/print/row-look.ts';
import { ok, type Result, refuse } from '../../../shared/refusal.ts';
import { PLAIN, textHeight } from './cell-style.ts';
import { numberFormat } from './number-format.ts';
import type { CellContent, CellRange, CellStyle, SheetCell } from './sheet-model.ts';
import type { TotalFormulas } from './total-formulas.ts';

export interface AmountCells {
  readonly cells: readonly SheetCell[];
  readonly merges: readonly CellRange[];
  readonly heights: ReadonlyMap<number, number>;
}

export interface AmountContext {
  readonly table: FormTable;
  readonly place: AppendixPlace;
  readonly formulas: TotalFormulas;
  /** By column of the sheet, in points. */
  readonly widths: readonly number[];
  readonly size: number;
  readonly decimals: number;
}

/**
 * The table's body: TT, Nội dung, amounts, notes. Leaf amounts are numbers, totals live formulas with our exact
 * result, not applicable is empty. Refused where an amount or total has more digits than a spreadsheet holds.
 */
export function amountCells(context: AmountContext): Result<AmountCells> {
  const { table, place, widths } = context;
  const cells: SheetCell[] = [];
  const merges: CellRange[] = [];
  const heights = new Map<number, number>();
  const looks = rowLooks(table);
  for (const [at, row] of table.rows.entries()) {
    const line = place.block.top + at;
    const style: CellStyle = {
      ...PLAIN,
      size: context.size,
      bold: looks[at]?.bold ?? false,
      border: looks[at]?.ruled ? 'ruled' : 'thin',
    };
    heights.set(line, labelCells(row, line, style, looks[at]?.indent ?? 0, widths, cells, merges));
    for (const [column, cell] of row.cells.entries()) {
      const content = amountContent(context, row, column);
      if (!content.ok) return content;
      const { amount } = cell;
      const decimals =
        amount === null || amount === 'mixed'
          ? context.decimals
          : shownDecimals(amount, table.unit, context.decimals);
      cells.push({
        row: line,
        column: place.block.left + column,
        content: content.value,
        style: { ...style, align: 'right', wrap: false, numberFormat: numberFormat(decimals) },
      });
    }
    if (table.notes) {
      const noteColumn = place.block.right + 1;
      cells.push({
        row: line,
        column: noteColumn,
        content: textContent(row.note),
        style: { ...style, bold: false },
      });
      const height = textHeight(row.note, style, widths[noteColumn - 1] ?? 0);
      heights.set(line, Math.max(heights.get(line) ?? 0, height));
    }
  }
  return ok({ cells, merges, heights });
}

/** TT and Nội dung; a total row's name stands across both. Returns the height that the name needs. */
function labelCells(
  row: FormRow,
  line: number,
  style: CellStyle,
  indent: number,
  widths: readonly number[],
  cells: SheetCell[],
  merges: CellRange[],
): number {
  const [ordinalWidth = 0, nameWidth = 0] = widths;
  const centred: CellStyle = { ...style, align: 'center' };
  if (row.kind === 'total') {
    cells.push({ row: line, column: 1, content: textContent(row.name), style: centred });
    cells.push({ row: line, column: 2, content: { kind: 'empty' }, style: centred });
    merges.push({ top: line, left: 1, bottom: line, right: 2 });
    return textHeight(row.name, centred, ordinalWidth + nameWidth);
  }
  const named: CellStyle = { ...style, indent };
  cells.push({ row: line, column: 1, content: textContent(row.ordinal), style: centred });
  cells.push({ row: line, column: 2, content: textContent(row.name), style: named });
  return Math.max(textHeight(row.ordinal, centred, ordinalWidth), textHeight(row.name, named, nameWidth));
}

function textContent(text: string): CellContent {
  return text === '' ? { kind: 'empty' } : { kind: 'text', text };
}

function amountContent(
  { table, formulas }: AmountContext,
  row: FormRow,
  column: number,
): Result<CellContent> {
  const cell = row.cells[column];
  if (!cell || cell.role === 'blank' || cell.amount === null) return ok({ kind: 'empty' });
  if (cell.amount === 'mixed') throw new Error('a form that would lose amounts was not refused before');
  const number = sheetNumber(cell.amount, table.unit);
  if (number === undefined) {
    return refuse('workbook.tooManyDigits', {
      row: `${row.ordinal} ${row.name}`.trim(),
      column: table.columns[column]?.path.join(' / ') ?? '',
      amount: writeAmount(cell.amount, 'dong'),
    });
  }
  const formula = cell.role === 'total' ? formulas.of(cell) : null;
  return ok(formula === null ? { kind: 'number', number } : { kind: 'formula', formula, result: number });
}
