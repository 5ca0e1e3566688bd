import { SqliteError } from 'better-sqlite3';
import type { Refusal } from '../../shared/refusal.ts';
import { systemCodeOf } from '../disk.ts';

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

/** The system's own codes, from what is done beside SQLite. */
const SYSTEM_CODES: Readonly<Record<string, StorageRefusalCode>> = {
  ENOSPC: 'library.diskFull',
  EDQUOT: 'library.diskFull',
  EACCES: 'library.readOnly',
  EPERM: 'library.readOnly',
  EROFS: 'library.readOnly',
  EBUSY: 'library.busy',
  EIO: 'library.diskFailed',
  ENOENT: 'library.cannotOpen',
  ENOTDIR: 'library.cannotOpen',
  EISDIR: 'library.cannotOpen',
};

/**
 * What the machine, not our code, did wrong: a full disk, a lock, a damaged file. Null for every other error, which
 * is a bug and stays a throw. `reason` is SQLite's or the system's own code, for whoever helps the officer.
 */
export function storageRefusal(error: unknown, folder: string): Refusal<StorageRefusalCode> | null {
  if (error instanceof SqliteError) {
    const known = CODES.find(([prefix]) => error.code.startsWith(prefix));
    return known ? { code: known[1], params: { folder, reason: error.code } } : null;
  }
  const reason = systemCodeOf(error);
  const code = reason === null ? undefined : SYSTEM_CODES[reason];
  return code && reason !== null ? { code, params: { folder, reason } } : null;
}
