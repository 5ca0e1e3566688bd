import path from 'node:path';
import Database from 'better-sqlite3';
import { type Recovery, recoverySchema } from '../../shared/api/recovery.ts';
import type { Disk } from '../disk.ts';
import { BACKUP_FOLDER, type BackupFile, backupsIn } from './backup-files.ts';
import { eraOf } from './era.ts';
import { LIBRARY_FILE, SQLITE_BESIDE } from './library-files.ts';
import { isIncomplete, Rebuild, type Rebuilt } from './rebuild.ts';
import { REDO_FILES, type RedoEntry, RedoLog } from './redo-log.ts';
import { type Salvage, salvageDatabase, salvageRedo } from './salvage.ts';
import { LIBRARY_SCHEMA, migrate, versionOf } from './schema.ts';
import { shapeOf, shapeOfVersion } from './schema-shape.ts';
import type { Sources } from './sources.ts';
import { type Problem, verify, verifyStates } from './verify.ts';

/** Where the new library is made, before anything of the old one is moved. */
const WORK_FOLDER = 'recovering';
/** The new library, whole and on the disk, waiting for the damaged one to be moved aside. */
const READY = `${LIBRARY_FILE}.recovered`;
/** Folders of damaged files that were kept, one a recovery. */
const KEPT = 'damaged-';
const KEPT_NAME = /^damaged-\d{4}-\d\d-\d\dT[\d-]+Z$/;
const REPORT = 'report.json';
const SEEN = 'report.seen.json';

/** A damaged library of which nothing better could be made. */
export class NotRecovered extends Error {}

/**
 * Makes a new library of what a damaged one, its redo log and its backups still have, and puts it in its place. The
 * damaged files are kept, with a report of what is there again and what is not. At whichever step the program is
 * stopped, the damaged library is still in its place or `finishRecovery` puts the new one there. Nobody else may have the
 * library open. Throws the system's and SQLite's errors, with the damaged library as it was.
 */
export function recover(disk: Disk, folder: string, problems: readonly Problem[], now: Date): Recovery {
  const work = path.join(folder, WORK_FOLDER);
  disk.remove(work);
  disk.makeFolder(work);
  const kept = `${KEPT}${now.toISOString().replaceAll(/[:.]/g, '-')}`;
  const { rebuilt, backups } = rebuild(disk, folder, work, now);
  const report: Recovery = {
    at: now.toISOString(),
    kept,
    problems: [...problems],
    backups,
    ...copyOf(rebuilt),
  };

  disk.makeFolder(path.join(folder, kept));
  disk.write(path.join(folder, kept, REPORT), `${JSON.stringify(report, null, 2)}\n`);
  disk.flushFolder(path.join(folder, kept));
  disk.rename(path.join(work, LIBRARY_FILE), path.join(folder, READY));
  disk.flushFolder(folder);
  disk.remove(work);
  moveAside(disk, folder, kept, [LIBRARY_FILE]);
  finishRecovery(disk, folder);
  return report;
}

/** Whether a recovery was stopped between its two renames. */
export function isHalfRecovered(disk: Disk, folder: string): boolean {
  return disk.exists(path.join(folder, READY));
}

/** Goes on where a recovery was stopped; one that had not yet moved the damaged library is begun anew by its finder. */
export function finishRecovery(disk: Disk, folder: string): void {
  const ready = path.join(folder, READY);
  if (disk.exists(path.join(folder, LIBRARY_FILE))) {
    disk.remove(ready);
    return;
  }
  const kept = keptFolders(disk, folder)[0];
  const beside = SQLITE_BESIDE.map((suffix) => LIBRARY_FILE + suffix);
  if (kept !== undefined) moveAside(disk, folder, kept, [...beside, ...REDO_FILES]);
  disk.rename(ready, path.join(folder, LIBRARY_FILE));
  disk.flushFolder(folder);
}

/** The report of the last recovery, as long as nobody has said that it was read. */
export function unseenRecovery(disk: Disk, folder: string): Recovery | null {
  const kept = keptFolders(disk, folder)[0];
  if (kept === undefined || !disk.files(path.join(folder, kept)).includes(REPORT)) return null;
  const read = recoverySchema.safeParse(parsed(disk.read(path.join(folder, kept, REPORT))));
  return read.success ? read.data : null;
}

/** Undefined where it is no JSON: the library is whole, and a torn report must not stand in its way. */
function parsed(report: Buffer): unknown {
  try {
    return JSON.parse(report.toString('utf8'));
  } catch {
    return undefined;
  }
}

export function acknowledgeRecovery(disk: Disk, folder: string): void {
  const kept = keptFolders(disk, folder)[0];
  if (kept === undefined) return;
  const report = path.join(folder, kept, REPORT);
  if (disk.exists(report)) disk.rename(report, path.join(folder, kept, SEEN));
}

/** Newest first. */
function keptFolders(disk: Disk, folder: string): string[] {
  return disk
    .folders(folder)
    .filter((name) => KEPT_NAME.test(name))
    .sort()
    .reverse();
}

function moveAside(disk: Disk, folder: string, kept: string, names: readonly string[]): void {
  for (const name of names) {
    const file = path.join(folder, name);
    if (disk.exists(file)) disk.rename(file, path.join(folder, kept, name));
  }
  disk.flushFolder(path.join(folder, kept));
  disk.flushFolder(folder);
}

/** Backups are opened one by one, and only where something is missing without them. */
function rebuild(
  disk: Disk,
  folder: string,
  work: string,
  now: Date,
): { rebuilt: Rebuilt; backups: string[] } {
  const entries = new RedoLog(disk, folder).read();
  const { salvage: damaged, era } = salvageOwn(disk, path.join(folder, LIBRARY_FILE), work, entries);
  const redo = salvageRedo(entries, era);
  const taken: { file: BackupFile; salvage: Salvage }[] = [];
  const waiting = backupsIn(disk, path.join(folder, BACKUP_FOLDER));
  for (;;) {
    const sources = { damaged, redo, backups: taken.map(({ salvage }) => salvage) };
    const rebuilt = buildNew(disk, path.join(work, LIBRARY_FILE), sources, now);
    const next = isIncomplete(rebuilt) ? waiting.shift() : undefined;
    if (!next) return { rebuilt, backups: taken.map(({ file }) => file.name) };
    taken.push({ file: next, salvage: salvageCopy(disk, next.file, work).salvage });
  }
}

function buildNew(disk: Disk, file: string, sources: Sources, now: Date): Rebuilt {
  disk.remove(file);
  const database = new Database(file);
  try {
    // Nobody relies on it before it is whole, and it is flushed once, as a whole.
    database.pragma('journal_mode = MEMORY');
    database.pragma('synchronous = OFF');
    database.exec(LIBRARY_SCHEMA.create);
    database.pragma(`application_id = ${LIBRARY_SCHEMA.applicationId}`);
    database.pragma(`user_version = ${versionOf(LIBRARY_SCHEMA)}`);
    database.pragma('foreign_keys = ON');
    const rebuilt = new Rebuild(database, sources, now).run();
    const wrong = [...verify(database), ...verifyStates(database)];
    if (wrong.length > 0) throw new NotRecovered(JSON.stringify(wrong));
    return rebuilt;
  } finally {
    database.close();
    disk.flush(file);
  }
}

/** What the library still has; without SQLite's log where that is none of its own, which the redo log tells. */
function salvageOwn(disk: Disk, file: string, work: string, entries: readonly RedoEntry[]): Salvaged {
  const isOwn = ({ era }: Salvaged): boolean => entries.some((entry) => entry.era === era);
  const found = salvageCopy(disk, file, work);
  if (entries.length === 0 || found.era === null || isOwn(found)) return found;
  const bare = salvageCopy(disk, file, work, ['']);
  return isOwn(bare) ? bare : found;
}

interface Salvaged {
  readonly salvage: Salvage;
  readonly era: string | null;
}

/** From a copy, for SQLite writes into what it opens. A file that is no database any more gives nothing. */
function salvageCopy(
  disk: Disk,
  file: string,
  work: string,
  parts: readonly string[] = ['', '-wal'],
): Salvaged {
  const copy = path.join(work, 'copy.db');
  for (const suffix of ['', ...SQLITE_BESIDE]) disk.remove(copy + suffix);
  if (!disk.exists(file)) return { salvage: NOTHING, era: null };
  for (const suffix of parts) {
    if (disk.exists(file + suffix)) disk.copy(file + suffix, copy + suffix);
  }
  const database = new Database(copy);
  try {
    database.pragma('trusted_schema = OFF');
    database.pragma('foreign_keys = OFF');
    bringForward(database);
    return { salvage: salvageDatabase(database), era: eraOfDamaged(database) };
  } finally {
    database.close();
  }
}

const NOTHING: Salvage = { tables: new Map(), torn: new Set(['plan', 'history']) };

/** An older library has no seals yet; its own migrations give them, where they can still run. */
function bringForward(database: Database.Database): void {
  try {
    const shape = shapeOf(database);
    for (let version = 1; version < versionOf(LIBRARY_SCHEMA); version += 1) {
      if (shape !== shapeOfVersion(LIBRARY_SCHEMA, version)) continue;
      database.transaction(() => {
        for (const migration of LIBRARY_SCHEMA.migrations.slice(version)) migrate(database, migration);
      })();
      return;
    }
  } catch (error) {
    if (!(error instanceof Database.SqliteError)) throw error;
  }
}

function eraOfDamaged(database: Database.Database): string | null {
  try {
    return eraOf(database);
  } catch (error) {
    if (error instanceof Database.SqliteError) return null;
    throw error;
  }
}

function copyOf({ plans, lost }: Rebuilt): Pick<Recovery, 'plans' | 'lost'> {
  return { plans: [...plans], lost: [...lost] };
}
