import type Database from 'better-sqlite3';
import { CREATE_LIBRARY } from './create-library.ts';
import { fifth } from './migrations/fifth.ts';
import { FIRST } from './migrations/first.ts';
import { FOURTH } from './migrations/fourth.ts';
import { SECOND } from './migrations/second.ts';
import { THIRD } from './migrations/third.ts';

/** Statements, or what does more than statements can. It runs inside the one transaction of the way up. */
export type Migration = string | ((database: Database.Database) => void);

/** What a database file holds: how a new one is made, and how one of any age is brought there. */
export interface Schema {
  /** Stamped into the file's header, so that another program's database is never taken for ours. */
  readonly applicationId: number;
  /** Makes a database of the newest version in one go. */
  readonly create: string;
  /** One a version, oldest first, each frozen once released. A test proves that `create` equals their replay. */
  readonly migrations: readonly Migration[];
}

/** "PLKP" as four ASCII bytes. */
const APPLICATION_ID = 0x504c4b50;

export const LIBRARY_SCHEMA: Schema = {
  applicationId: APPLICATION_ID,
  create: CREATE_LIBRARY,
  migrations: [FIRST, SECOND, THIRD, FOURTH, fifth],
};

/** The version that `user_version` bears when the file is up to date. */
export function versionOf(schema: Schema): number {
  return schema.migrations.length;
}

export function migrate(database: Database.Database, migration: Migration): void {
  if (typeof migration === 'string') database.exec(migration);
  else migration(database);
}
