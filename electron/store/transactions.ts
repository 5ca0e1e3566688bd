import type Database from 'better-sqlite3';

/** Transactions of one connection, their statements prepared once. They do not nest. */
export class Transactions {
  readonly #database: Database.Database;
  readonly #immediate;
  readonly #deferred;
  readonly #commit;
  readonly #rollback;

  constructor(database: Database.Database) {
    this.#database = database;
    this.#immediate = database.prepare('BEGIN IMMEDIATE');
    this.#deferred = database.prepare('BEGIN DEFERRED');
    this.#commit = database.prepare('COMMIT');
    this.#rollback = database.prepare('ROLLBACK');
  }

  /** All of the work's writes or, where it or the disk throws, none. The lock is taken before its first read. */
  write<Value>(work: () => Value): Value {
    return this.#within(this.#immediate, work);
  }

  /** One moment of the database for several reads. */
  read<Value>(work: () => Value): Value {
    return this.#within(this.#deferred, work);
  }

  #within<Value>(begin: Database.Statement, work: () => Value): Value {
    begin.run();
    try {
      const value = work();
      this.#commit.run();
      return value;
    } catch (error) {
      // After some failures SQLite has rolled back by itself.
      if (this.#database.inTransaction) this.#rollback.run();
      throw error;
    }
  }
}
