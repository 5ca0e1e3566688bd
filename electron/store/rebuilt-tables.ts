import Database from 'better-sqlite3';
import { type SealedRow, SealedTable } from './sealed-table.ts';
import type { TableName } from './tables.ts';

/** The tables of a library that is built anew: each takes only what the program itself could have written there. */
export class RebuiltTables {
  readonly #database: Database.Database;
  readonly #tables = new Map<TableName, SealedTable<TableName>>();

  constructor(database: Database.Database) {
    this.#database = database;
  }

  /** False, with nothing written, where the table refuses it: whoever can write a library's files can make seals of anything. */
  take(table: TableName, sealed: SealedRow): boolean {
    const into = this.#tables.get(table) ?? new SealedTable(this.#database, table);
    this.#tables.set(table, into);
    try {
      into.keep(sealed);
      return true;
    } catch (error) {
      if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_CONSTRAINT')) return false;
      throw error;
    }
  }
}
