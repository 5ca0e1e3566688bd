import path from 'node:path';
import Database, { SqliteError } from 'better-sqlite3';

const LOCK_FILE = 'library.lock';

/**
 * Who has the library open: any number of programs at once, or one alone, which may then replace its file. Made of the
 * locks of an empty SQLite file, which every system releases when a program ends, however it ends.
 */
export class LibraryLock {
  readonly #database: Database.Database;

  constructor(folder: string) {
    this.#database = new Database(path.join(folder, LOCK_FILE), { timeout: 0 });
  }

  /** Together with others; false while somebody has it alone. */
  share(): boolean {
    this.release();
    return this.#held(() => {
      this.#database.exec('BEGIN');
      // A deferred transaction takes its shared lock with its first look.
      this.#database.prepare('SELECT count(*) FROM sqlite_schema').get();
    });
  }

  /** Alone; false while anybody else has it. */
  alone(): boolean {
    this.release();
    return this.#held(() => this.#database.exec('BEGIN EXCLUSIVE'));
  }

  release(): void {
    if (this.#database.inTransaction) this.#database.exec('ROLLBACK');
  }

  close(): void {
    this.#database.close();
  }

  #held(take: () => void): boolean {
    try {
      take();
      return true;
    } catch (error) {
      this.release();
      if (error instanceof SqliteError && error.code.startsWith('SQLITE_BUSY')) return false;
      throw error;
    }
  }
}
