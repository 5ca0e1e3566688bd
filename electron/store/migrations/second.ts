/**
 * Version 2 of a library: how each plan is looked at on each form, and how the office likes the program to look.
 * Conveniences, no part of any plan or history: they are overwritten, and a text that cannot be read counts as none.
 * Frozen, like every released migration.
 *
 * Since this version amounts and edits are written packed (`amounts-json.ts`, `row-amounts-json.ts`), which a program of
 * version 1 cannot read; what version 1 wrote stays as it is.
 */
export const SECOND = `
CREATE TABLE plan_view (
  plan TEXT NOT NULL REFERENCES plan (id),
  form TEXT NOT NULL,
  json TEXT NOT NULL CHECK (json_valid(json)),
  PRIMARY KEY (plan, form)
) STRICT;

CREATE TABLE settings (
  only INTEGER NOT NULL PRIMARY KEY CHECK (only = 1),
  json TEXT NOT NULL CHECK (json_valid(json))
) STRICT;
`;
