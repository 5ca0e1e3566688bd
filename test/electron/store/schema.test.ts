import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { LIBRARY_SCHEMA, versionOf } from '../../../electron/store/schema.ts';
import { shapeOf, shapeOfVersion } from '../../../electron/store/schema-shape.ts';
import { columnsOf, keyColumnsOf, TABLE_NAMES } from '../../../electron/store/tables.ts';

function newLibrary(): Database.Database {
  const database = new Database(':memory:');
  database.exec(LIBRARY_SCHEMA.create);
  return database;
}

test('a new library has the shape that replaying every migration gives', () => {
  const database = newLibrary();
  expect(shapeOf(database)).toBe(shapeOfVersion(LIBRARY_SCHEMA, versionOf(LIBRARY_SCHEMA)));
  database.close();
});

test('every table is STRICT, so that a column holds what it says', () => {
  const database = newLibrary();
  const loose = database
    .prepare<[], { name: string }>(
      "SELECT name FROM pragma_table_list WHERE schema = 'main' AND name NOT LIKE 'sqlite_%' AND strict = 0",
    )
    .all();
  expect(loose).toEqual([]);
  database.close();
});

test('every column of every table is under its seal', () => {
  const database = newLibrary();
  const tables = database
    .prepare<[], { name: string }>(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'",
    )
    .all();
  expect(tables.map(({ name }) => name).sort()).toEqual([...TABLE_NAMES].sort());
  for (const table of TABLE_NAMES) {
    const columns = database
      .prepare<[string], { name: string; pk: number }>('SELECT name, pk FROM pragma_table_info(?)')
      .all(table);
    expect(columns.map(({ name }) => name).sort()).toEqual([...columnsOf(table), 'seal'].sort());
    expect(columns.filter(({ pk }) => pk > 0).map(({ name }) => name)).toEqual(keyColumnsOf(table));
  }
  database.close();
});
