import { columnNumber } from '../cell-address.ts';
import type { RawCell, RawRows, RawSheet } from '../raw-workbook.ts';

/** Rows and columns from 1. */
export interface Spot {
  readonly row: number;
  readonly column: number;
}

/** A rectangle of a sheet, its edges included. */
export interface Span {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** A raw sheet by rows and columns; a merged cell says in all its places what its first says. */
export class SheetView {
  readonly name: string;
  /** The last row and column that hold anything. */
  readonly lastRow: number;
  readonly lastColumn: number;
  readonly hiddenRows: ReadonlySet<number>;
  readonly hiddenColumns: ReadonlySet<number>;
  readonly #rows: RawRows;
  readonly #merges: readonly Span[];
  /** By row, as rows are asked for: those of the heading and of the title, which are few. */
  readonly #mergesOfRow = new Map<number, readonly Span[]>();

  constructor(sheet: RawSheet) {
    this.name = sheet.name;
    this.hiddenRows = sheet.hiddenRows;
    this.hiddenColumns = sheet.hiddenColumns;
    this.#rows = sheet.cells.rows ?? byRow(sheet.cells);
    let [lastRow, lastColumn] = [0, 0];
    for (const [row, cells] of this.#rows) {
      lastRow = Math.max(lastRow, row);
      lastColumn = Math.max(lastColumn, cells.length - 1);
    }
    this.lastRow = lastRow;
    this.lastColumn = lastColumn;
    this.#merges = sheet.merges;
  }

  cell(row: number, column: number): RawCell | undefined {
    return this.#rows.get(row)?.[column];
  }

  /** What is written in a place itself; numbers as text too. Empty where nothing is. */
  ownText(row: number, column: number): string {
    const value = this.cell(row, column)?.value;
    if (value?.kind === 'text') return value.text.normalize('NFC').trim();
    return value?.kind === 'number' ? `${value.number}` : '';
  }

  /** What a place says: its own text, or that of the merged cell that covers it. */
  text(row: number, column: number): string {
    const merge = this.mergeAt(row, column);
    return merge ? this.ownText(merge.top, merge.left) : this.ownText(row, column);
  }

  mergeAt(row: number, column: number): Span | undefined {
    return this.#mergesIn(row).find(({ left, right }) => column >= left && column <= right);
  }

  #mergesIn(row: number): readonly Span[] {
    const known = this.#mergesOfRow.get(row);
    if (known) return known;
    const own = this.#merges.filter(({ top, bottom }) => row >= top && row <= bottom);
    this.#mergesOfRow.set(row, own);
    return own;
  }

  /** The columns of a row that hold something, from the left. */
  columnsOf(row: number): readonly number[] {
    const columns: number[] = [];
    // Visits only what is there.
    this.#rows.get(row)?.forEach((cell, column) => {
      if (cell) columns.push(column);
    });
    return columns;
  }
}

function byRow(cells: RawSheet['cells']): RawRows {
  const rows = new Map<number, RawCell[]>();
  for (const [address, cell] of cells) {
    const { row, column } = spotOf(address);
    const own = rows.get(row) ?? [];
    own[column] = cell;
    rows.set(row, own);
  }
  return rows;
}

function spotOf(address: string): Spot {
  const digits = address.search(/\d/);
  return { row: Number(address.slice(digits)), column: columnNumber(address.slice(0, digits)) };
}
