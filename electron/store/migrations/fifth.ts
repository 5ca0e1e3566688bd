import type Database from 'better-sqlite3';
import { type Stored, sealOf } from '../seal.ts';

/**
 * Version 5 of a library: every record is sealed, and each row of a history takes up the seal of the row before it;
 * revisions have a stage, an author and a note; an approved one can be opened again, with a reason; the library
 * has an era, which a restore begins anew. Frozen, like every released migration, with the columns as they were then.
 *
 * What every edit writes is made anew, cheaper: a history is one tree in its own order, and neither its texts nor a row's
 * amounts are parsed by SQLite once more, for the seal says that they are what the program wrote. Its kinds are compared
 * one by one, since SQLite builds a table for each IN of more than two.
 */
export function fifth(database: Database.Database): void {
  database.exec(BEFORE);
  for (const [table, columns] of Object.entries(SEALED)) sealAll(database, table, columns);
  sealHistories(database);
  database.exec(AFTER);
}

const BEFORE = `
DROP TRIGGER snapshot_is_not_rewritten;

ALTER TABLE revision ADD COLUMN stage TEXT NOT NULL DEFAULT 'draft'
  CHECK (stage IN ('draft', 'submitted', 'approved'));
ALTER TABLE revision ADD COLUMN by TEXT NOT NULL DEFAULT '';
ALTER TABLE revision ADD COLUMN note TEXT NOT NULL DEFAULT '';
UPDATE revision SET stage = 'approved' WHERE approved = 1;
ALTER TABLE revision DROP COLUMN approved;

CREATE TABLE reopening (
  plan TEXT NOT NULL,
  label TEXT NOT NULL,
  at TEXT NOT NULL,
  by TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('adjust', 'supplement', 'correct')),
  reason TEXT NOT NULL,
  seal TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (plan, label),
  FOREIGN KEY (plan, label) REFERENCES revision (plan, label)
) STRICT, WITHOUT ROWID;

CREATE TABLE era (
  only INTEGER NOT NULL PRIMARY KEY CHECK (only = 1),
  era TEXT NOT NULL,
  seal TEXT NOT NULL DEFAULT ''
) STRICT;

ALTER TABLE plan ADD COLUMN seal TEXT NOT NULL DEFAULT '';
ALTER TABLE structure ADD COLUMN seal TEXT NOT NULL DEFAULT '';
ALTER TABLE snapshot ADD COLUMN seal TEXT NOT NULL DEFAULT '';
ALTER TABLE revision ADD COLUMN seal TEXT NOT NULL DEFAULT '';
ALTER TABLE plan_view ADD COLUMN seal TEXT NOT NULL DEFAULT '';
ALTER TABLE settings ADD COLUMN seal TEXT NOT NULL DEFAULT '';
ALTER TABLE import_columns ADD COLUMN seal TEXT NOT NULL DEFAULT '';
ALTER TABLE own_form ADD COLUMN seal TEXT NOT NULL DEFAULT '';
ALTER TABLE wording ADD COLUMN seal TEXT NOT NULL DEFAULT '';

CREATE TEMP TABLE row_amounts_before AS SELECT * FROM row_amounts;
DROP TABLE row_amounts;
CREATE TABLE row_amounts (
  plan TEXT NOT NULL REFERENCES plan (id),
  row TEXT NOT NULL,
  amounts TEXT NOT NULL,
  seal TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (plan, row)
) STRICT, WITHOUT ROWID;
INSERT INTO row_amounts (plan, row, amounts) SELECT plan, row, amounts FROM temp.row_amounts_before;
DROP TABLE temp.row_amounts_before;

CREATE TEMP TABLE history_before AS SELECT * FROM history ORDER BY plan, sequence;
DROP TABLE history;
CREATE TABLE history (
  plan TEXT NOT NULL REFERENCES plan (id),
  sequence INTEGER NOT NULL CHECK (sequence >= 0),
  at TEXT NOT NULL,
  by TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind = 'change' OR kind = 'undo' OR kind = 'redo' OR kind = 'create'),
  label TEXT NOT NULL,
  edits TEXT NOT NULL,
  inverse TEXT NOT NULL,
  undoes INTEGER,
  undo_top INTEGER,
  redo_top INTEGER,
  seal TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (plan, sequence),
  FOREIGN KEY (plan, undoes) REFERENCES history (plan, sequence),
  FOREIGN KEY (plan, undo_top) REFERENCES history (plan, sequence),
  FOREIGN KEY (plan, redo_top) REFERENCES history (plan, sequence),
  CHECK ((kind = 'create') = (sequence = 0)),
  CHECK ((kind = 'undo' OR kind = 'redo') = (undoes IS NOT NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX history_undoes ON history (plan, undoes) WHERE undoes IS NOT NULL;
`;

const AFTER = `
DROP TABLE temp.history_before;

CREATE TRIGGER history_is_not_removed BEFORE DELETE ON history
BEGIN SELECT RAISE(ABORT, 'the history is append-only'); END;

CREATE TRIGGER history_is_not_rewritten BEFORE UPDATE ON history
BEGIN SELECT RAISE(ABORT, 'the history is append-only'); END;

CREATE TRIGGER snapshot_is_not_rewritten BEFORE UPDATE ON snapshot
BEGIN SELECT RAISE(ABORT, 'snapshots are append-only'); END;
`;

/** The columns that a seal covers, those of the key first. */
const SEALED: Readonly<Record<string, readonly string[]>> = {
  plan: [
    'id',
    'sequence',
    'title',
    'programme',
    'programme_title',
    'first_year',
    'last_year',
    'total',
    'changed',
    'deleted_at',
  ],
  structure: ['plan', 'json'],
  row_amounts: ['plan', 'row', 'amounts'],
  snapshot: ['plan', 'sequence', 'json'],
  revision: ['plan', 'label', 'sequence', 'at', 'stage', 'by', 'note'],
  plan_view: ['plan', 'form', 'json'],
  settings: ['only', 'json'],
  import_columns: ['header', 'json', 'at'],
  own_form: ['id', 'json'],
  wording: ['plan', 'json'],
};

const HISTORY = [
  'plan',
  'sequence',
  'at',
  'by',
  'kind',
  'label',
  'edits',
  'inverse',
  'undoes',
  'undo_top',
  'redo_top',
];

/** Columns of the keys: one or two. */
const KEYS: Readonly<Record<string, number>> = { row_amounts: 2, snapshot: 2, revision: 2, plan_view: 2 };

function sealAll(database: Database.Database, table: string, columns: readonly string[]): void {
  const key = columns.slice(0, KEYS[table] ?? 1);
  const where = key.map((column) => `${column} = ?`).join(' AND ');
  const all = database.prepare<Stored[], Stored[]>(`SELECT ${columns.join(', ')} FROM ${table}`).raw();
  const put = database.prepare<Stored[]>(`UPDATE ${table} SET seal = ? WHERE ${where}`);
  for (const values of all.all()) put.run(sealOf(table, values), ...values.slice(0, key.length));
}

function sealHistories(database: Database.Database): void {
  const plans = database.prepare<[], { id: string; seal: string | null }>(
    'SELECT plan.id, snapshot.seal FROM plan LEFT JOIN snapshot ON snapshot.plan = plan.id AND snapshot.sequence = 0',
  );
  const columns = HISTORY.join(', ');
  const rows = database
    .prepare<[string], Stored[]>(
      `SELECT ${columns} FROM temp.history_before WHERE plan = ? ORDER BY sequence`,
    )
    .raw();
  const values = HISTORY.map(() => '?').join(', ');
  const insert = database.prepare<Stored[]>(
    `INSERT INTO main.history (${columns}, seal) VALUES (${values}, ?)`,
  );
  for (const { id, seal } of plans.all()) {
    let previous = seal;
    for (const row of rows.all(id)) {
      previous = sealOf('history', [previous, ...row]);
      insert.run(...row, previous);
    }
  }
}
