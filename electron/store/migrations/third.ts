/**
 * Version 3 of a library: what the columns of foreign workbooks were corrected to, by the words of their headings, and
 * the forms that the office made for itself. Conveniences like those of version 2. Frozen, like every released migration.
 */
export const THIRD = `
CREATE TABLE import_columns (
  header TEXT NOT NULL PRIMARY KEY,
  json TEXT NOT NULL CHECK (json_valid(json)),
  at TEXT NOT NULL
) STRICT;

CREATE TABLE own_form (
  id TEXT NOT NULL PRIMARY KEY,
  json TEXT NOT NULL CHECK (json_valid(json))
) STRICT;
`;
