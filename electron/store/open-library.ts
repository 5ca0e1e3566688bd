import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import type Database from 'better-sqlite3';
import { type Result, refuse } from '../../shared/refusal.ts';
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
  try {
    makeFolder(path.resolve(folder));
  } catch (error) {
    return refuse('library.cannotMakeFolder', { folder, reason: systemCode(error) });
  }
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

/** Parents first, one at a time: Node's recursive `mkdir` never returns where the system answers ENOENT, as /proc does. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  const parent = path.dirname(folder);
  if (parent !== folder) makeFolder(parent);
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    // Another program may have made it in between.
    if (!existsSync(folder)) throw error;
  }
}

/** "EACCES", "ENOTDIR": what the operating system said. A throw that is none of its is a bug. */
function systemCode(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code;
  throw error;
}
