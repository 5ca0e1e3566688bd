import { cellAddress, columnNumber } from '../../../shared/intake/cell-address.ts';
import type { RawCell, RawRows } from '../../../shared/intake/raw-workbook.ts';

/** The cells of a sheet by A1 address, kept by row and column: addresses of a million cells would weigh more than they. */
export class SheetCells implements ReadonlyMap<string, RawCell> {
  readonly #rows = new Map<number, RawCell[]>();
  /** Cells mostly come row by row. */
  #last: { row: number; cells: RawCell[] } = { row: 0, cells: [] };
  #size = 0;

  /** By row and column, from 1. */
  get rows(): RawRows {
    return this.#rows;
  }

  get size(): number {
    return this.#size;
  }

  /** Row and column count from 1. */
  put(row: number, column: number, cell: RawCell): void {
    if (this.#last.row !== row) {
      const cells = this.#rows.get(row) ?? [];
      this.#rows.set(row, cells);
      this.#last = { row, cells };
    }
    if (!this.#last.cells[column]) this.#size += 1;
    this.#last.cells[column] = cell;
  }

  get(address: string): RawCell | undefined {
    const digits = address.search(/\d/);
    return this.#rows.get(Number(address.slice(digits)))?.[columnNumber(address.slice(0, digits))];
  }

  has(address: string): boolean {
    return this.get(address) !== undefined;
  }

  *entries(): Generator<[string, RawCell], undefined> {
    for (const [row, cells] of this.#rows) {
      for (const [column, cell] of Object.entries(cells)) yield [cellAddress(row, Number(column)), cell];
    }
    return undefined;
  }

  *keys(): Generator<string, undefined> {
    for (const [address] of this.entries()) yield address;
    return undefined;
  }

  *values(): Generator<RawCell, undefined> {
    for (const [, cell] of this.entries()) yield cell;
    return undefined;
  }

  [Symbol.iterator](): Generator<[string, RawCell], undefined> {
    return this.entries();
  }

  forEach(visit: (cell: RawCell, address: string, cells: ReadonlyMap<string, RawCell>) => void): void {
    for (const [address, cell] of this.entries()) visit(cell, address, this);
  }
}
