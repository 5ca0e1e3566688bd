import path from 'node:path';
import Database from 'better-sqlite3';
import type { Recovery } from '../../shared/api/recovery.ts';
import { ok, type Result, refuse } from '../../shared/refusal.ts';
import { type Disk, machineDisk } from '../disk.ts';
import { BACKUP_FOLDER, backupName, backupsIn, PART } from './backup-files.ts';
import { beginEra, eraOf } from './era.ts';
import { checkPlace, type Machine, type PlaceRefusalCode, thisMachine } from './folder-place.ts';
import { LIBRARY_FILE } from './library-files.ts';
import { LibraryLock } from './library-lock.ts';
import { makeFolder } from './make-folder.ts';
import { type DatabaseRefusalCode, openDatabase } from './open-database.ts';
import { finishRecovery, isHalfRecovered, recover, unseenRecovery } from './recover.ts';
import { RedoLog } from './redo-log.ts';
import { LIBRARY_SCHEMA } from './schema.ts';
import { type StorageRefusalCode, storageRefusal } from './storage-refusal.ts';
import { behind, type Problem, unreadable, verify } from './verify.ts';

export type LibraryRefusalCode =
  | DatabaseRefusalCode
  | StorageRefusalCode
  | PlaceRefusalCode
  | 'library.cannotMakeFolder'
  | 'library.inUse';

export interface OpenLibrary {
  readonly folder: string;
  readonly database: Database.Database;
  readonly redo: RedoLog;
  readonly lock: LibraryLock;
  /** The version of the program that is needed to write, where it is newer than this one; null where this one may. */
  readonly newer: number | null;
  /** What a recovery found and could not find, until somebody says that it was read. */
  recovery: Recovery | null;
}

export interface OpeningOptions {
  readonly disk?: Disk;
  readonly machine?: Machine;
  /** A second connection of a program that has the library open need not look at all of it again. */
  readonly trusted?: boolean;
}

/**
 * Opens the library in a folder, which is made when missing and readable by this user only. It is looked at as a whole
 * first: a damaged one is put together again from what it, its redo log and its backups have, and the report says what
 * came of that; an older one is copied to the backups before it is migrated; a newer one is opened for reading alone.
 */
export function openLibrary(
  folder: string,
  now: () => Date,
  { disk = machineDisk, trusted = false, machine = thisMachine }: OpeningOptions = {},
): Result<OpenLibrary, LibraryRefusalCode> {
  const place = checkPlace(folder, machine);
  if (!place.ok) return place;
  const made = makeFolder(folder);
  if (!made.ok) return made;
  let lock: LibraryLock | undefined;
  let opened = false;
  try {
    lock = new LibraryLock(folder);
    const found = new Opening(folder, now, disk, lock).open(trusted);
    opened = found.ok;
    return found;
  } catch (error) {
    const refusal = storageRefusal(error, folder);
    if (refusal) return { ok: false, refusal };
    throw error;
  } finally {
    if (!opened) lock?.close();
  }
}

class Opening {
  readonly #folder: string;
  readonly #now: () => Date;
  readonly #disk: Disk;
  readonly #lock: LibraryLock;
  readonly #redo: RedoLog;

  constructor(folder: string, now: () => Date, disk: Disk, lock: LibraryLock) {
    this.#folder = folder;
    this.#now = now;
    this.#disk = disk;
    this.#lock = lock;
    this.#redo = new RedoLog(disk, folder);
  }

  open(trusted: boolean): Result<OpenLibrary, LibraryRefusalCode> {
    if (isHalfRecovered(this.#disk, this.#folder)) {
      if (!this.#lock.alone()) return refuse('library.inUse', { folder: this.#folder });
      finishRecovery(this.#disk, this.#folder);
    }
    const first = this.#attempt(trusted);
    if (!first.ok) return first;
    if (!('problems' in first.value)) return this.#opened(first.value);
    // Nobody may write into a file that is about to be replaced.
    if (!this.#lock.alone()) return refuse('library.inUse', { folder: this.#folder });
    recover(this.#disk, this.#folder, first.value.problems, this.#now());
    const second = this.#attempt(false);
    if (!second.ok) return second;
    if ('problems' in second.value) {
      const [problem] = second.value.problems;
      return refuse('library.damaged', { folder: this.#folder, reason: problem?.code ?? '' });
    }
    return this.#opened(second.value);
  }

  #opened({ database, newer }: Attempt): Result<OpenLibrary, LibraryRefusalCode> {
    const recovery = unseenRecovery(this.#disk, this.#folder);
    return ok({ folder: this.#folder, database, redo: this.#redo, lock: this.#lock, newer, recovery });
  }

  /** The library open, or what is wrong with it, with nothing left open. */
  #attempt(trusted: boolean): Result<Attempt | { problems: Problem[] }, LibraryRefusalCode> {
    if (!this.#lock.share()) return refuse('library.inUse', { folder: this.#folder });
    const file = path.join(this.#folder, LIBRARY_FILE);
    if (this.#isEmptied(file)) {
      return ok({ problems: [{ code: 'verify.file', params: { reason: 'empty' } }] });
    }
    let database: Database.Database | undefined;
    let good = false;
    try {
      const opened = openDatabase(file, this.#folder, LIBRARY_SCHEMA, (older, version) =>
        this.#keepOlder(older, version),
      );
      if (!opened.ok) {
        return this.#isOurs() && opened.refusal.code === 'library.notOurs'
          ? ok({ problems: [{ code: 'verify.file', params: { reason: 'application_id' } }] })
          : opened;
      }
      database = opened.value.database;
      const { newer } = opened.value;
      const problems = trusted || newer !== null ? [] : this.#look(database);
      good = problems.length === 0;
      return ok(good ? { database, newer } : { problems });
    } catch (error) {
      if (!isDamage(error) || !(this.#isOurs() || this.#bearsOurId(file))) throw error;
      return ok({ problems: [unreadable(error)] });
    } finally {
      if (!good && database) closeAsItWas(database, file);
    }
  }

  /** What is wrong with the library; one that was just made gets its first era. */
  #look(database: Database.Database): Problem[] {
    const problems = verify(database);
    if (problems.length > 0) return problems;
    const era = eraOf(database);
    if (era !== null) {
      const heads = this.#redo.heads(era);
      return heads.length === 0 && this.#isAnother(era)
        ? [{ code: 'verify.file', params: { reason: 'era' } }]
        : behind(database, heads);
    }
    // Made just now, or brought here from an older version; unless others remember more than this file.
    if (this.#redo.read().length > 0 || (hasNoPlans(database) && this.#isOurs())) {
      return [{ code: 'verify.file', params: { reason: 'empty' } }];
    }
    beginEra(database);
    return [];
  }

  /** Whether all that was written here was written to another library: SQLite takes a log from elsewhere for its own. */
  #isAnother(era: string): boolean {
    const entries = this.#redo.read();
    return entries.length > 0 && entries.every((entry) => entry.era !== era);
  }

  /** Whether this folder had a library with something in it, whatever its file says now. */
  #isOurs(): boolean {
    return this.#redo.read().length > 0 || backupsIn(this.#disk, this.#backups()).length > 0;
  }

  /** Whether the file still begins as a library does: "application ID" at offset 68 of SQLite's file format. */
  #bearsOurId(file: string): boolean {
    if (!this.#disk.exists(file)) return false;
    const bytes = this.#disk.read(file);
    return bytes.length >= 72 && bytes.readUInt32BE(68) === LIBRARY_SCHEMA.applicationId;
  }

  /** SQLite takes an empty file, or none, for a new database. */
  #isEmptied(file: string): boolean {
    const empty = !this.#disk.exists(file) || this.#disk.size(file) === 0;
    return empty && !this.#disk.exists(`${file}-wal`) && this.#isOurs();
  }

  #backups(): string {
    return path.join(this.#folder, BACKUP_FOLDER);
  }

  #keepOlder(database: Database.Database, version: number): void {
    this.#disk.makeFolder(this.#backups());
    const file = path.join(this.#backups(), backupName(this.#now(), 'migration'));
    this.#disk.remove(file + PART);
    database.prepare('VACUUM INTO ?').run(file + PART);
    const copy = new Database(file + PART, { readonly: true });
    const sound = copy.pragma('integrity_check', { simple: true });
    const same = copy.pragma('user_version', { simple: true }) === version;
    copy.close();
    if (sound !== 'ok' || !same) throw new Error(`the copy of version ${version} is not whole: ${sound}`);
    this.#disk.flush(file + PART);
    this.#disk.rename(file + PART, file);
    this.#disk.flushFolder(this.#backups());
  }
}

interface Attempt {
  readonly database: Database.Database;
  readonly newer: number | null;
}

/**
 * Closes a library that is not to be used, with its log where it is: whoever closes last writes the log into the file,
 * and that may be damaged or of another library. One that only reads does not.
 */
function closeAsItWas(database: Database.Database, file: string): void {
  let reader: Database.Database | undefined;
  try {
    reader = new Database(file, { readonly: true });
    reader.pragma('schema_version');
  } catch (error) {
    // What cannot even be read is not written into either.
    if (!(error instanceof Database.SqliteError)) throw error;
  } finally {
    database.close();
    reader?.close();
  }
}

function hasNoPlans(database: Database.Database): boolean {
  return database.prepare('SELECT id FROM plan LIMIT 1').get() === undefined;
}

/** What SQLite says of a file that is not as it left it; `SQLITE_ERROR` is a schema that statements do not fit any more. */
function isDamage(error: unknown): boolean {
  return (
    error instanceof Database.SqliteError &&
    ['SQLITE_CORRUPT', 'SQLITE_NOTADB', 'SQLITE_ERROR', 'SQLITE_FORMAT'].some((code) =>
      error.code.startsWith(code),
    )
  );
}
