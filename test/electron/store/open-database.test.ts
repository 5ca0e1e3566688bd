import path from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { openDatabase } from '../../../electron/store/open-database.ts';
import type { Schema } from '../../../electron/store/schema.ts';
import { must } from '../../shared/plan/sample-plan.ts';
import { temporaryFolder } from './temporary-library.ts';

const V1 = 'CREATE TABLE plan (id TEXT NOT NULL) STRICT;';
const V2 = 'ALTER TABLE plan ADD COLUMN note TEXT;';
const OLD: Schema = { applicationId: 7, create: V1, migrations: [V1] };
const NEW: Schema = {
  applicationId: 7,
  create: 'CREATE TABLE plan (id TEXT NOT NULL, note TEXT) STRICT;',
  migrations: [V1, V2],
};

const tried = (folder: string, schema: Schema, before: (version: number) => void = () => {}) =>
  openDatabase(path.join(folder, 'file.db'), folder, schema, (_, version) => before(version));

const open = (...asked: Parameters<typeof tried>) => must(tried(...asked)).database;

test('a new file is made at the newest version, with writes that reach the disk', () => {
  using place = temporaryFolder();
  const database = open(place.folder, NEW, () => expect.fail('nothing to migrate'));
  expect(database.pragma('user_version', { simple: true })).toBe(2);
  expect(database.pragma('application_id', { simple: true })).toBe(7);
  expect(database.pragma('journal_mode', { simple: true })).toBe('wal');
  expect(database.pragma('synchronous', { simple: true })).toBe(2);
  expect(database.pragma('foreign_keys', { simple: true })).toBe(1);
  expect(database.pragma('trusted_schema', { simple: true })).toBe(0);
  database.close();
});

test('an older file is migrated once, after a look at it as it was', () => {
  using place = temporaryFolder();
  const old = open(place.folder, OLD);
  old.exec("INSERT INTO plan VALUES ('a')");
  old.close();
  const seen: number[] = [];
  open(place.folder, NEW, (version) => seen.push(version)).close();
  const again = open(place.folder, NEW, (version) => seen.push(version));
  expect(seen).toEqual([1]);
  expect(again.prepare('SELECT * FROM plan').all()).toEqual([{ id: 'a', note: null }]);
  again.close();
});

test('a file of a newer version is opened for reading alone', () => {
  using place = temporaryFolder();
  open(place.folder, NEW).exec("INSERT INTO plan VALUES ('a', 'later')").close();
  const { database, newer } = must(tried(place.folder, OLD));
  expect(newer).toBe(2);
  expect(database.prepare('SELECT id FROM plan').all()).toEqual([{ id: 'a' }]);
  expect(() => database.exec("INSERT INTO plan VALUES ('b', '')")).toThrow(/readonly/);
  database.close();
});

test('a later number over our own tables is a damaged file, not a newer one', () => {
  using place = temporaryFolder();
  open(place.folder, OLD).exec('PRAGMA user_version = 129').close();
  const { database, newer } = must(tried(place.folder, OLD));
  expect(newer).toBeNull();
  expect(database.pragma('user_version', { simple: true })).toBe(129);
  database.close();
});

test("another program's database is refused before anything in it changes", () => {
  using place = temporaryFolder();
  const other = new Database(path.join(place.folder, 'file.db'));
  other.exec('CREATE TABLE theirs (id)');
  other.close();
  const result = tried(place.folder, NEW);
  expect(result.ok ? null : result.refusal.code).toBe('library.notOurs');
  const still = new Database(path.join(place.folder, 'file.db'));
  expect(still.pragma('journal_mode', { simple: true })).toBe('delete');
  still.close();
});

test('a migration that fails half way leaves the old version whole', () => {
  using place = temporaryFolder();
  open(place.folder, OLD).close();
  const broken: Schema = { ...NEW, migrations: [V1, `${V2} SELECT no_such_function();`] };
  expect(() => open(place.folder, broken)).toThrow(/no such function/);
  const database = open(place.folder, OLD);
  expect(database.pragma('table_info(plan)')).toHaveLength(1);
  database.close();
});
