import { SqliteError } from 'better-sqlite3';
import type { Refusal } from '../../shared/refusal.ts';

export type StorageRefusalCode =
  | 'library.busy'
  | 'library.diskFull'
  | 'library.readOnly'
  | 'library.cannotOpen'
  | 'library.notOurs'
  | 'library.damaged'
  | 'library.diskFailed';

/** SQLite's result codes by their first words: extended codes (`SQLITE_IOERR_WRITE`) share their meaning. */
const CODES: readonly (readonly [string, StorageRefusalCode])[] = [
  ['SQLITE_BUSY', 'library.busy'],
  ['SQLITE_LOCKED', 'library.busy'],
  ['SQLITE_FULL', 'library.diskFull'],
  ['SQLITE_READONLY', 'library.readOnly'],
  ['SQLITE_PERM', 'library.readOnly'],
  ['SQLITE_AUTH', 'library.readOnly'],
  ['SQLITE_CANTOPEN', 'library.cannotOpen'],
  ['SQLITE_NOTADB', 'library.notOurs'],
  ['SQLITE_CORRUPT', 'library.damaged'],
  ['SQLITE_IOERR', 'library.diskFailed'],
];

/**
 * What the machine, not our code, did wrong: a full disk, a lock, a damaged file. Null for every other error, which
 * is a bug and stays a throw. `reason` is SQLite's own code, for whoever helps the officer.
 */
export function storageRefusal(error: unknown, folder: string): Refusal<StorageRefusalCode> | null {
  if (!(error instanceof SqliteError)) return null;
  const known = CODES.find(([prefix]) => error.code.startsWith(prefix));
  return known ? { code: known[1], params: { folder, reason: error.code } } : null;
}
