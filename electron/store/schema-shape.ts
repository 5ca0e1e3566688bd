import Database from 'better-sqlite3';
import { migrate, type Schema, versionOf } from './schema.ts';

interface Part {
  readonly type: string;
  readonly name: string;
  readonly tbl_name: string;
  readonly sql: string | null;
}

/**
 * Everything that a database's schema says, with spaces evened out: tables, indexes, triggers, views. Two files with
 * the same shape were made by the same statements.
 */
export function shapeOf(database: Database.Database): string {
  const parts = database
    .prepare<[], Part>('SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name')
    .all();
  return JSON.stringify(parts.map((part) => ({ ...part, sql: part.sql && evened(part.sql) })));
}

/** The shape of a library of a version, or null where the program knows no such version. */
export function shapeOfVersion(schema: Schema, version: number): string | null {
  if (version < 1 || version > versionOf(schema)) return null;
  const database = new Database(':memory:');
  try {
    for (const migration of schema.migrations.slice(0, version)) migrate(database, migration);
    return shapeOf(database);
  } finally {
    database.close();
  }
}

function evened(sql: string): string {
  return sql
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/\s*([(),])\s*/g, '$1')
    .trim();
}
