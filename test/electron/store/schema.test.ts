import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { LIBRARY_SCHEMA } from '../../../electron/store/schema.ts';

/** Everything that a database's schema is, as SQLite sees it. */
function shapeOf(statements: readonly string[]) {
  const database = new Database(':memory:');
  for (const sql of statements) database.exec(sql);
  const parts = database
    .prepare<[], { type: string; name: string; tbl_name: string; sql: string | null }>(
      'SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name',
    )
    .all()
    .map((part) => ({ ...part, sql: part.sql?.replaceAll(/\s+/g, ' ') ?? null }));
  const columns = parts
    .filter((part) => part.type === 'table')
    .map((part) => database.pragma(`table_xinfo(${part.name})`));
  database.close();
  return { parts, columns };
}

test('a new library has the shape that replaying every migration gives', () => {
  expect(shapeOf([LIBRARY_SCHEMA.create])).toEqual(shapeOf(LIBRARY_SCHEMA.migrations));
});

test('every table is STRICT, so that a column holds what it says', () => {
  const database = new Database(':memory:');
  database.exec(LIBRARY_SCHEMA.create);
  const loose = database
    .prepare<[], { name: string }>(
      "SELECT name FROM pragma_table_list WHERE schema = 'main' AND name NOT LIKE 'sqlite_%' AND strict = 0",
    )
    .all();
  expect(loose).toEqual([]);
  database.close();
});
