import { readFileSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { LIBRARY_FILE } from '../../../electron/store/library-files.ts';
import { LIBRARY_SCHEMA, migrate, versionOf } from '../../../electron/store/schema.ts';

/** The versions of which a library was recorded: all that were, before this one. */
export const OLDER_VERSIONS = Array.from({ length: versionOf(LIBRARY_SCHEMA) - 1 }, (_, at) => at + 1);

/** Puts a library into a folder as a version of the program left it (recorded from it, `library-v….sql`). */
export function writeOlderLibrary(folder: string, version: number): void {
  const database = new Database(path.join(folder, LIBRARY_FILE));
  for (const migration of LIBRARY_SCHEMA.migrations.slice(0, version)) migrate(database, migration);
  database.exec(readFileSync(path.join(import.meta.dirname, `library-v${version}.sql`), 'utf8'));
  database.pragma(`application_id = ${LIBRARY_SCHEMA.applicationId}`);
  database.pragma(`user_version = ${version}`);
  database.close();
}
