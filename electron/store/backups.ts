import path from 'node:path';
import Database from 'better-sqlite3';
import type { BackupReason, Restore } from '../../shared/api/backups.ts';
import { ok, type Refusal, type Result, refuse } from '../../shared/refusal.ts';
import { type Disk, systemCodeOf } from '../disk.ts';
import { BACKUP_FOLDER, type BackupFile, backupName, backupsIn, PART, thin } from './backup-files.ts';
import { eraOf } from './era.ts';
import { SQLITE_BESIDE } from './library-files.ts';
import { openDatabase } from './open-database.ts';
import type { OpenLibrary } from './open-library.ts';
import { replaceContent, restoreOf } from './restore.ts';
import { LIBRARY_SCHEMA } from './schema.ts';
import { DamagedRecord } from './stored-json.ts';
import { type Problem, verify, verifyStates } from './verify.ts';

/** A backup that was made. */
export interface MadeBackup {
  readonly backup: BackupFile;
  /** Why there is no copy of it in the second folder; null where there is one, or no such folder was chosen. */
  readonly second: Refusal | null;
}

/** One of the list, or the bytes of a file from elsewhere with what to call it. */
export type BackupSource = { readonly name: string } | { readonly title: string; readonly bytes: Uint8Array };

export interface BackupDesk {
  readonly disk: Disk;
  readonly now: () => Date;
  /** Where copies go too, as a USB stick; null where none was chosen. */
  readonly secondFolder: () => string | null;
}

/** A copy that did not come out as the library is. */
export class BackupNotWhole extends Error {
  readonly refusal: Refusal<'backup.notWhole'>;
  constructor(file: string, reason: string) {
    super(reason);
    this.refusal = { code: 'backup.notWhole', params: { file, reason } };
  }
}

/** The copies of a library: made by SQLite's own way of copying what is in use, looked at as a whole, then given their name. */
export class Backups {
  readonly #library: OpenLibrary;
  readonly #desk: BackupDesk;
  readonly #folder: string;

  constructor(library: OpenLibrary, desk: BackupDesk) {
    this.#library = library;
    this.#desk = desk;
    this.#folder = path.join(library.folder, BACKUP_FOLDER);
  }

  /** Newest first. */
  list(): BackupFile[] {
    return backupsIn(this.#desk.disk, this.#folder);
  }

  /** Whether something was written that no backup has yet. */
  isDue(): boolean {
    return !this.#library.redo.isEmpty() || this.list().length === 0;
  }

  /** Makes one, copies it to the second folder, and makes room. Throws the system's and SQLite's errors, with no half backup left. */
  async make(reason: BackupReason): Promise<MadeBackup> {
    const { disk, now } = this.#desk;
    disk.makeFolder(this.#folder);
    const at = now();
    const name = backupName(at, reason);
    const file = path.join(this.#folder, name);
    const bytes = await this.#copyTo(file);
    this.#library.redo.turn();
    thin(disk, this.#folder, at);
    return { backup: { name, file, at, reason, bytes }, second: this.#copyToSecond(file, name, at) };
  }

  /** A copy as the bytes of one file, for wherever the officer wants it. */
  async copy(): Promise<Uint8Array<ArrayBuffer>> {
    const { disk } = this.#desk;
    const file = path.join(this.#library.folder, `copying-${process.pid}.db`);
    try {
      await this.#copyTo(file);
      return new Uint8Array(disk.read(file));
    } finally {
      removeQuietly(disk, file);
    }
  }

  /** What taking a backup back would do. */
  preview(source: BackupSource): Result<Restore> {
    return this.#with(source, (backup) => restoreOf(this.#library.database, backup));
  }

  /**
   * Takes a backup back, in one transaction: all of it or nothing. What there was is backed up before, so that it can be
   * taken back in turn: `undo` is that backup.
   */
  async restore(source: BackupSource): Promise<Result<{ restored: Restore; undo: BackupFile }>> {
    const sound = this.#with(source, () => null);
    if (!sound.ok) return sound;
    const { backup: undo } = await this.make('restore');
    const restored = this.#with(source, (backup, copy) => {
      const done = restoreOf(this.#library.database, backup);
      backup.close();
      replaceContent(this.#library.database, copy);
      return done;
    });
    if (!restored.ok) return restored;
    this.#library.redo.clear();
    return ok({ restored: restored.value, undo });
  }

  async #copyTo(file: string): Promise<number> {
    const { disk } = this.#desk;
    const part = file + PART;
    try {
      disk.remove(part);
      await this.#library.database.backup(part);
      const problem = madeWhole(part);
      if (problem !== null) throw new BackupNotWhole(file, problem);
      disk.flush(part);
      disk.rename(part, file);
      disk.flushFolder(path.dirname(file));
      return disk.size(file);
    } catch (error) {
      removeQuietly(disk, part);
      throw error;
    }
  }

  #copyToSecond(file: string, name: string, now: Date): Refusal | null {
    const { disk, secondFolder } = this.#desk;
    const folder = secondFolder();
    if (folder === null) return null;
    const copy = path.join(folder, name);
    try {
      disk.remove(copy + PART);
      disk.copy(file, copy + PART);
      disk.flush(copy + PART);
      if (!disk.read(copy + PART).equals(disk.read(file))) throw new BackupNotWhole(copy, 'copy');
      disk.rename(copy + PART, copy);
      disk.flushFolder(folder);
      thin(disk, folder, now);
      return null;
    } catch (error) {
      removeQuietly(disk, copy + PART);
      return cannotWrite(copy, error).refusal;
    }
  }

  /** Works with a copy of a backup, brought to this version and found whole. */
  #with<Value>(
    source: BackupSource,
    work: (backup: Database.Database, copy: string) => Value,
  ): Result<Value> {
    const { disk } = this.#desk;
    const file = 'name' in source ? path.join(this.#folder, source.name) : source.title;
    const copy = path.join(this.#library.folder, `restoring-${process.pid}.db`);
    let backup: Database.Database | undefined;
    try {
      removeAll(disk, copy);
      try {
        if ('name' in source) disk.copy(file, copy);
        else disk.write(copy, source.bytes);
      } catch (error) {
        const reason = systemCodeOf(error);
        if (reason === null || !disk.exists(this.#library.folder)) throw error;
        return refuse('backup.cannotRead', { file, reason });
      }
      const opened = openSound(copy);
      if (!opened.ok)
        return isOther(opened.refusal)
          ? refuse('backup.notOurs', { file })
          : refuse('backup.notWhole', { file, reason: `${opened.refusal.params.reason ?? ''}` });
      backup = opened.value.database;
      backup.pragma('synchronous = OFF');
      const { newer } = opened.value;
      if (newer !== null) return refuse('backup.newer', { file, version: newer });
      if (isBlank(backup)) return refuse('backup.notWhole', { file, reason: 'empty' });
      const problem = problemOf(backup, 'name' in source);
      if (problem) return refuse('backup.notWhole', { file, reason: problem.code });
      return ok(work(backup, copy));
    } catch (error) {
      if (error instanceof DamagedRecord)
        return refuse('backup.notWhole', { file, reason: error.message.slice(0, 200) });
      throw error;
    } finally {
      backup?.close();
      removeAll(disk, copy);
    }
  }
}

function openSound(file: string) {
  try {
    return openDatabase(file, '', LIBRARY_SCHEMA, () => {});
  } catch (error) {
    if (error instanceof Database.SqliteError) return refuse('library.damaged', { reason: error.code });
    throw error;
  }
}

/** Whether a file is none of ours at all: another program's database, or no database. */
function isOther({ code, params }: Refusal): boolean {
  return code === 'library.notOurs' || params.reason === 'SQLITE_NOTADB';
}

/** What is wrong with it first of all. Whoever made a file from elsewhere could seal anything, so its states are looked at too. */
function problemOf(backup: Database.Database, isOurs: boolean): Problem | undefined {
  const [problem] = verify(backup);
  return problem ?? (isOurs ? undefined : verifyStates(backup)[0]);
}

/** No copy of any library: even an empty one has an era, and an older one would have no use without plans. */
function isBlank(database: Database.Database): boolean {
  const plan = database.prepare('SELECT id FROM plan LIMIT 1').get();
  return plan === undefined && eraOf(database) === null;
}

/** Null where it is; made one file of its own, which needs no log beside it. */
function madeWhole(file: string): string | null {
  const database = new Database(file);
  try {
    database.pragma('journal_mode = DELETE');
    return verify(database)[0]?.code ?? null;
  } finally {
    database.close();
  }
}

function cannotWrite(file: string, error: unknown): { ok: false; refusal: Refusal<'backup.cannotWrite'> } {
  const reason = systemCodeOf(error) ?? (error instanceof Error ? error.message : '');
  return { ok: false, refusal: { code: 'backup.cannotWrite', params: { file, reason } } };
}

function removeAll(disk: Disk, copy: string): void {
  for (const suffix of ['', ...SQLITE_BESIDE]) disk.remove(copy + suffix);
}

/** What could not be written is told; that its half could not be removed either would only hide that. */
function removeQuietly(disk: Disk, file: string): void {
  try {
    for (const suffix of ['', ...SQLITE_BESIDE]) disk.remove(file + suffix);
  } catch {
    // The next backup removes it.
  }
}
