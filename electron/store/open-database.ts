import Database from 'better-sqlite3';
import { ok, type Result, refuse } from '../../shared/refusal.ts';
import { migrate, type Schema, versionOf } from './schema.ts';
import { shapeOf, shapeOfVersion } from './schema-shape.ts';

/** How long a write waits for another window or the terminal to finish its own, in milliseconds. */
const BUSY_TIMEOUT = 5_000;

export type DatabaseRefusalCode = 'library.notOurs' | 'library.newer' | 'library.notLocalDisk';

/** `newer` is the version of a file that this program can read but must not write; null where it may. */
export interface OpenDatabase {
  readonly database: Database.Database;
  readonly newer: number | null;
}

/**
 * Opens or makes the database in `file`. A file that is not ours is refused before anything in it is changed, one of a
 * newer version is opened for reading alone. `beforeMigrating` is called with the version found, while the file is still
 * as it was. Throws SQLite's errors (`storageRefusal` words them), with nothing left open.
 */
export function openDatabase(
  file: string,
  folder: string,
  schema: Schema,
  beforeMigrating: (database: Database.Database, version: number) => void,
): Result<OpenDatabase, DatabaseRefusalCode> {
  const database = new Database(file, { timeout: BUSY_TIMEOUT });
  let opened = false;
  try {
    setPragma(database, 'trusted_schema', 'OFF');
    const refusal = foreign(database, folder, schema);
    if (refusal) return refusal;
    // WAL needs shared memory: a network drive answers with another mode, and two programs there would lose writes.
    if (setPragma(database, 'journal_mode', 'WAL') !== 'wal')
      return refuse('library.notLocalDisk', { folder });
    setPragma(database, 'synchronous', 'FULL');
    const version = getPragma(database, 'user_version');
    const newer = isNewer(database, schema, version) ? version : null;
    if (newer !== null) {
      if (computes(database)) return refuse('library.newer', { folder, version, known: versionOf(schema) });
      setPragma(database, 'query_only', 'ON');
    } else if (version < versionOf(schema) && isKnown(database, schema, version)) {
      bringUpToDate(database, schema, beforeMigrating);
    }
    setPragma(database, 'foreign_keys', 'ON');
    opened = true;
    return ok({ database, newer });
  } finally {
    if (!opened) database.close();
  }
}

function foreign(database: Database.Database, folder: string, schema: Schema) {
  const application = getPragma(database, 'application_id');
  const version = getPragma(database, 'user_version');
  const blank = application === 0 && version === 0 && isEmpty(database);
  if (blank || application === schema.applicationId) return null;
  return refuse('library.notOurs', { folder, reason: `application_id ${application}` });
}

/** A later number over our own tables is no newer file but a damaged one, which the one who looks at it will find. */
function isNewer(database: Database.Database, schema: Schema, version: number): boolean {
  return version > versionOf(schema) && shapeOf(database) !== shapeOfVersion(schema, versionOf(schema));
}

/** Whether reading it would compute: what, and for how long, only its author knows. */
function computes(database: Database.Database): boolean {
  const found = database.prepare(
    `SELECT 1 FROM pragma_table_list AS kept WHERE schema = 'main' AND
      (type <> 'table' OR EXISTS (SELECT 1 FROM pragma_table_xinfo(kept.name) WHERE hidden <> 0))`,
  );
  return found.get() !== undefined;
}

/**
 * Whether the tables are those of the version that the file says, whose migrations may then run. Where they are not,
 * nothing is carried out: whoever looks at the library as a whole tells of it.
 */
function isKnown(database: Database.Database, schema: Schema, version: number): boolean {
  return version === 0 ? isEmpty(database) : shapeOf(database) === shapeOfVersion(schema, version);
}

/** Inside one transaction, for two programs may start at once; the second finds the work done. */
function bringUpToDate(
  database: Database.Database,
  schema: Schema,
  beforeMigrating: (database: Database.Database, version: number) => void,
): void {
  const found = getPragma(database, 'user_version');
  if (found >= versionOf(schema)) return;
  if (found > 0) beforeMigrating(database, found);
  // A table that others refer to can be made anew meanwhile; SQLite takes this only outside of transactions.
  setPragma(database, 'foreign_keys', 'OFF');
  database
    .transaction(() => {
      const version = getPragma(database, 'user_version');
      if (version === 0 && isEmpty(database)) database.exec(schema.create);
      else for (const migration of schema.migrations.slice(version)) migrate(database, migration);
      setPragma(database, 'application_id', `${schema.applicationId}`);
      setPragma(database, 'user_version', `${versionOf(schema)}`);
    })
    .immediate();
}

function isEmpty(database: Database.Database): boolean {
  return (
    database.prepare<[], { found: number }>('SELECT count(*) AS found FROM sqlite_schema').get()?.found === 0
  );
}

function getPragma(database: Database.Database, name: string): number {
  return Number(database.pragma(name, { simple: true }));
}

function setPragma(database: Database.Database, name: string, value: string): unknown {
  return database.pragma(`${name} = ${value}`, { simple: true });
}
