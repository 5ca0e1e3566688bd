import path from 'node:path';
import type Database from 'better-sqlite3';
import type { Result } from '../../shared/refusal.ts';
import { makeFolder } from './make-folder.ts';
import { type DatabaseRefusalCode, openDatabase } from './open-database.ts';
import { LIBRARY_SCHEMA } from './schema.ts';
import { type StorageRefusalCode, storageRefusal } from './storage-refusal.ts';

/** The one file of a library; SQLite keeps its write-ahead log beside it. */
export const LIBRARY_FILE = 'library.plkp.db';

export type LibraryRefusalCode = DatabaseRefusalCode | StorageRefusalCode | 'library.cannotMakeFolder';

/**
 * Opens the library in a folder, which is made when missing and readable by this user only. An older library is
 * copied beside itself, with the day in its name, before it is migrated.
 */
export function openLibrary(folder: string, now: () => Date): Result<Database.Database, LibraryRefusalCode> {
  const made = makeFolder(folder);
  if (!made.ok) return made;
  try {
    return openDatabase(path.join(folder, LIBRARY_FILE), folder, LIBRARY_SCHEMA, (database, version) => {
      const stamp = now().toISOString().replaceAll(/[:.]/g, '-');
      database.prepare('VACUUM INTO ?').run(path.join(folder, `library-v${version}-${stamp}.plkp.db`));
    });
  } catch (error) {
    const refusal = storageRefusal(error, folder);
    if (refusal) return { ok: false, refusal };
    throw error;
  }
}
