/**
 * A new library, of the newest version, in one go. A test proves that replaying every migration gives the same; what
 * the tables are for is told in the migrations.
 */
export const CREATE_LIBRARY = `
CREATE TABLE plan (
  id TEXT NOT NULL PRIMARY KEY,
  sequence INTEGER NOT NULL CHECK (sequence >= 0),
  title TEXT NOT NULL,
  programme TEXT NOT NULL,
  programme_title TEXT NOT NULL,
  first_year INTEGER NOT NULL,
  last_year INTEGER NOT NULL CHECK (last_year >= first_year),
  total TEXT NOT NULL,
  changed TEXT NOT NULL,
  deleted_at TEXT,
  seal TEXT NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;

CREATE TABLE structure (
  plan TEXT NOT NULL PRIMARY KEY REFERENCES plan (id),
  json TEXT NOT NULL CHECK (json_valid(json)),
  seal TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE row_amounts (
  plan TEXT NOT NULL REFERENCES plan (id),
  row TEXT NOT NULL,
  amounts TEXT NOT NULL,
  seal TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (plan, row)
) STRICT, WITHOUT ROWID;

CREATE TABLE snapshot (
  plan TEXT NOT NULL REFERENCES plan (id),
  sequence INTEGER NOT NULL CHECK (sequence >= 0),
  json TEXT NOT NULL CHECK (json_valid(json)),
  seal TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (plan, sequence)
) STRICT;

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

CREATE TABLE revision (
  plan TEXT NOT NULL,
  label TEXT NOT NULL,
  sequence INTEGER NOT NULL,
  at TEXT NOT NULL,
  stage TEXT NOT NULL DEFAULT 'draft' CHECK (stage IN ('draft', 'submitted', 'approved')),
  by TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT '',
  seal TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (plan, label),
  FOREIGN KEY (plan, sequence) REFERENCES history (plan, sequence)
) STRICT, WITHOUT ROWID;

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

CREATE TABLE plan_view (
  plan TEXT NOT NULL REFERENCES plan (id),
  form TEXT NOT NULL,
  json TEXT NOT NULL CHECK (json_valid(json)),
  seal TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (plan, form)
) STRICT;

CREATE TABLE settings (
  only INTEGER NOT NULL PRIMARY KEY CHECK (only = 1),
  json TEXT NOT NULL CHECK (json_valid(json)),
  seal TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE import_columns (
  header TEXT NOT NULL PRIMARY KEY,
  json TEXT NOT NULL CHECK (json_valid(json)),
  at TEXT NOT NULL,
  seal TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE own_form (
  id TEXT NOT NULL PRIMARY KEY,
  json TEXT NOT NULL CHECK (json_valid(json)),
  seal TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE wording (
  plan TEXT NOT NULL PRIMARY KEY REFERENCES plan (id),
  json TEXT NOT NULL CHECK (json_valid(json)),
  seal TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE era (
  only INTEGER NOT NULL PRIMARY KEY CHECK (only = 1),
  era TEXT NOT NULL,
  seal TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TRIGGER history_is_not_rewritten BEFORE UPDATE ON history
BEGIN SELECT RAISE(ABORT, 'the history is append-only'); END;

CREATE TRIGGER history_is_not_removed BEFORE DELETE ON history
BEGIN SELECT RAISE(ABORT, 'the history is append-only'); END;

CREATE TRIGGER snapshot_is_not_rewritten BEFORE UPDATE ON snapshot
BEGIN SELECT RAISE(ABORT, 'snapshots are append-only'); END;

CREATE TRIGGER snapshot_is_not_removed BEFORE DELETE ON snapshot
BEGIN SELECT RAISE(ABORT, 'snapshots are append-only'); END;
`;
