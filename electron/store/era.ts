import { randomBytes } from 'node:crypto';
import type Database from 'better-sqlite3';
import { SealedTable } from './sealed-table.ts';

/**
 * The era of a library: a random name that changes whenever its content is replaced as a whole. What the redo log wrote
 * in another era says nothing of this one.
 */
export function eraOf(database: Database.Database): string | null {
  return database.prepare<[], { era: string }>('SELECT era FROM era').get()?.era ?? null;
}

/** Inside the transaction that replaces the content, or that makes the library. */
export function beginEra(database: Database.Database): void {
  new SealedTable(database, 'era').put({ only: 1, era: randomBytes(9).toString('base64url') });
}
