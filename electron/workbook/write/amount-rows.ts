import { shareOf } from '../../../shared/forms/report-table.ts';
import type { FormCell, FormRow, FormTable } from '../../../shared/forms/table.ts';
import type { AppendixPlace } from '../../../shared/intake/identity-sheet.ts';
import { nearestDouble } from '../../../shared/money/sheet-number.ts';
import { shownDecimals } from '../../../shared/print/printed-amount.ts';
import { PLAIN, textHeight } from './cell-style.ts';
import { numberFormat, SHARE_FORMAT } from './number-format.ts';
import type { CellContent, CellRange, CellStyle, SheetCell, SheetRow } from './sheet-model.ts';
import type { TotalFormulas } from './total-formulas.ts';

interface AmountContext {
  readonly table: FormTable;
  readonly place: AppendixPlace;
  /** Null for results alone. */
  readonly formulas: TotalFormulas | null;
  /** By column of the sheet, in points. */
  readonly widths: readonly number[];
  readonly size: number;
  readonly decimals: number;
}

/** The styles of one row's cells; the same objects for rows that look alike. */
interface RowLook {
  readonly text: CellStyle;
  readonly centred: CellStyle;
  readonly note: CellStyle;
  /** By steps of indentation. */
  readonly names: CellStyle[];
  /** By decimals. */
  readonly amounts: CellStyle[];
}

const MOST_INDENT = 6;

/**
 * The table's body: TT, Nội dung, amounts, notes. Leaf amounts are numbers, totals live formulas with our exact
 * result, not applicable is empty. The amounts are those that `surveyAmounts` accepted.
 */
export class AmountRows {
  /** A total row's name stands across TT and Nội dung. */
  readonly merges: readonly CellRange[];
  readonly #context: AmountContext;
  readonly #hasDeeper: boolean;
  readonly #firstTotal: number;
  readonly #looks = new Map<string, RowLook>();

  constructor(context: AmountContext) {
    const { table, place } = context;
    this.#context = context;
    this.#hasDeeper = table.rows.some((row) => row.level > 1);
    this.#firstTotal = table.rows.findIndex((row) => row.kind === 'total');
    this.merges = table.rows.flatMap(({ kind }, at) => {
      const line = place.block.top + at;
      return kind === 'total' ? [{ top: line, left: 1, bottom: line, right: 2 }] : [];
    });
  }

  /** The heights that the texts of each row need, by row of the sheet; points. */
  heights(): [row: number, height: number][] {
    const { table, place, widths } = this.#context;
    const [ordinalWidth = 0, nameWidth = 0] = widths;
    const noteWidth = widths[place.block.right] ?? 0;
    return table.rows.map((row, at) => {
      const look = this.#look(row, at);
      const heights =
        row.kind === 'total'
          ? [textHeight(row.name, look.centred, ordinalWidth + nameWidth)]
          : [
              textHeight(row.ordinal, look.centred, ordinalWidth),
              textHeight(row.name, nameStyle(look, row), nameWidth),
            ];
      if (table.notes) heights.push(textHeight(row.note, look.text, noteWidth));
      return [place.block.top + at, Math.max(...heights)];
    });
  }

  *rows(heights: ReadonlyMap<number, number>): Generator<SheetRow> {
    const { table, place } = this.#context;
    for (const [at, row] of table.rows.entries()) {
      const line = place.block.top + at;
      yield { row: line, height: heights.get(line) ?? null, cells: this.#cells(row, this.#look(row, at)) };
    }
  }

  #cells(row: FormRow, look: RowLook): SheetCell[] {
    const { table, place, decimals } = this.#context;
    const [ordinal, name] = row.kind === 'total' ? [row.name, ''] : [row.ordinal, row.name];
    const cells: SheetCell[] = [
      { column: 1, content: textContent(ordinal), style: look.centred },
      {
        column: 2,
        content: textContent(name),
        style: row.kind === 'total' ? look.centred : nameStyle(look, row),
      },
    ];
    row.cells.forEach((cell, at) => {
      const { amount } = cell;
      const shown =
        amount === null || amount === 'mixed' ? decimals : shownDecimals(amount, table.unit, decimals);
      cells.push({
        column: place.block.left + at,
        content: this.#content(cell),
        style: cell.role === 'share' ? shareStyle(look) : this.#amountStyle(look, shown),
      });
    });
    if (table.notes) {
      cells.push({ column: place.block.right + 1, content: textContent(row.note), style: look.note });
    }
    return cells;
  }

  #content(cell: FormCell): CellContent {
    if (cell.role === 'share') return this.#share(cell);
    if (cell.role === 'blank' || cell.amount === null) return EMPTY;
    if (cell.amount === 'mixed') throw new Error('a form that would lose amounts was not refused before');
    const { table, formulas } = this.#context;
    const number = nearestDouble(cell.amount, table.unit);
    const formula = cell.role === 'total' ? (formulas?.of(cell) ?? null) : null;
    return formula === null ? { kind: 'number', number } : { kind: 'formula', formula, result: number };
  }

  /** The quotient of what the two cells hold, as a spreadsheet computes it. */
  #share(cell: FormCell): CellContent {
    const { table, formulas } = this.#context;
    const share = shareOf(cell, table);
    if (!share) return EMPTY;
    const number = (nearestDouble(share.part, table.unit) / nearestDouble(share.whole, table.unit)) * 100;
    const formula = formulas?.shareOf(cell) ?? null;
    return formula === null ? { kind: 'number', number } : { kind: 'formula', formula, result: number };
  }

  #amountStyle({ text, amounts }: RowLook, decimals: number): CellStyle {
    const { zero } = this.#context.table;
    amounts[decimals] ??= {
      ...text,
      align: 'right',
      wrap: false,
      numberFormat: numberFormat(decimals, zero),
    };
    return amounts[decimals];
  }

  #look(row: FormRow, at: number): RowLook {
    // Top rows stand out in a plan of several levels even where they have nothing below them.
    const bold = !row.leaf || (row.level === 1 && this.#hasDeeper);
    const border = at === this.#firstTotal ? 'ruled' : 'thin';
    const key = `${bold} ${border}`;
    let look = this.#looks.get(key);
    if (!look) {
      const text: CellStyle = { ...PLAIN, size: this.#context.size, bold, border };
      const centred: CellStyle = { ...text, align: 'center' };
      look = { text, centred, note: { ...text, bold: false }, names: [], amounts: [] };
      this.#looks.set(key, look);
    }
    return look;
  }
}

function nameStyle({ text, names }: RowLook, { level }: FormRow): CellStyle {
  const indent = Math.min(Math.max(0, level - 1), MOST_INDENT);
  names[indent] ??= { ...text, indent };
  return names[indent];
}

function shareStyle({ text }: RowLook): CellStyle {
  return { ...text, align: 'right', wrap: false, numberFormat: SHARE_FORMAT };
}

const EMPTY: CellContent = { kind: 'empty' };

function textContent(text: string): CellContent {
  return text === '' ? EMPTY : { kind: 'text', text };
}
