import type Database from 'better-sqlite3';
import type { Stored } from './seal.ts';
import { type AnyRow, columnsOf, keyColumnsOf, type RowOf, sealOfRow, type TableName } from './tables.ts';

/** What one record became: written, with its seal, or taken away, by its key. */
export type Write =
  | { readonly table: TableName; readonly row: AnyRow; readonly seal: string }
  | { readonly table: TableName; readonly removed: readonly Stored[] };

export interface SealedRow {
  readonly row: AnyRow;
  readonly seal: string;
}

/** Hears of every write, in order. */
export type OnWrite = (write: Write) => void;

/** The writes to one table: every record gets its seal, and whoever keeps the redo log hears of it. */
export class SealedTable<Table extends TableName> {
  readonly #table: Table;
  readonly #columns: readonly string[];
  readonly #key: readonly string[];
  readonly #insert;
  readonly #put;
  readonly #remove;
  readonly #onWrite: OnWrite;

  constructor(database: Database.Database, table: Table, onWrite: OnWrite = () => {}) {
    this.#table = table;
    this.#onWrite = onWrite;
    this.#columns = columnsOf(table);
    this.#key = keyColumnsOf(table);
    const columns = [...this.#columns, 'seal'];
    const insert = `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`;
    const rest = columns.slice(this.#key.length).map((column) => `${column} = excluded.${column}`);
    const where = this.#key.map((column) => `${column} = ?`).join(' AND ');
    this.#insert = database.prepare<Stored[]>(insert);
    this.#put = database.prepare<Stored[]>(`${insert} ON CONFLICT DO UPDATE SET ${rest.join(', ')}`);
    this.#remove = database.prepare<Stored[]>(`DELETE FROM ${table} WHERE ${where}`);
  }

  /** A new record; for a row of a history with the seal of what stands before it. Answers its seal. */
  insert(row: RowOf<Table>, previous: string | null = null): string {
    const seal = sealOfRow(this.#table, row, previous);
    this.#insert.run(...this.#values(row), seal);
    this.#onWrite({ table: this.#table, row, seal });
    return seal;
  }

  /** A new record, or new content of the one with this key. */
  put(row: RowOf<Table>): void {
    const seal = sealOfRow(this.#table, row, null);
    this.#put.run(...this.#values(row), seal);
    this.#onWrite({ table: this.#table, row, seal });
  }

  /** A record as it was sealed before, in another file. */
  keep({ row, seal }: SealedRow): void {
    this.#insert.run(...this.#values(row), seal);
  }

  remove(...key: readonly Stored[]): void {
    this.#remove.run(...key);
    this.#onWrite({ table: this.#table, removed: key });
  }

  #values(row: AnyRow): Stored[] {
    return this.#columns.map((column) => row[column] ?? null);
  }
}
