import { type Stored, sealOf } from './seal.ts';

/**
 * Every table of a library with its columns in the order in which they are sealed; `key` is how many of them make the
 * primary key. The column `seal` itself is not among them.
 */
export const TABLES = {
  plan: {
    columns: [
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
    key: 1,
  },
  structure: { columns: ['plan', 'json'], key: 1 },
  row_amounts: { columns: ['plan', 'row', 'amounts'], key: 2 },
  snapshot: { columns: ['plan', 'sequence', 'json'], key: 2 },
  history: {
    columns: [
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
    ],
    key: 2,
  },
  revision: { columns: ['plan', 'label', 'sequence', 'at', 'stage', 'by', 'note'], key: 2 },
  reopening: { columns: ['plan', 'label', 'at', 'by', 'kind', 'reason'], key: 2 },
  plan_view: { columns: ['plan', 'form', 'json'], key: 2 },
  settings: { columns: ['only', 'json'], key: 1 },
  import_columns: { columns: ['header', 'json', 'at'], key: 1 },
  own_form: { columns: ['id', 'json'], key: 1 },
  wording: { columns: ['plan', 'json'], key: 1 },
  era: { columns: ['only', 'era'], key: 1 },
} as const;

export type TableName = keyof typeof TABLES;
type Column<Table extends TableName> = (typeof TABLES)[Table]['columns'][number];
export type RowOf<Table extends TableName> = { readonly [Name in Column<Table>]: Stored };
/** A record of any table. */
export type AnyRow = Readonly<Record<string, Stored>>;

export const TABLE_NAMES = Object.keys(TABLES) as TableName[];

export function isTableName(name: string): name is TableName {
  return Object.hasOwn(TABLES, name);
}

export function columnsOf(table: TableName): readonly string[] {
  return TABLES[table].columns;
}

export function keyColumnsOf(table: TableName): readonly string[] {
  return TABLES[table].columns.slice(0, TABLES[table].key);
}

/**
 * What the seal of a record should be. A row of a history takes up the seal of the row before it (the first one that of
 * its plan's first snapshot), so that no row can go missing, move or come from another past unseen.
 */
export function sealOfRow(table: TableName, row: AnyRow, previous: string | null): string {
  const values = columnsOf(table).map((column) => row[column] ?? null);
  return sealOf(table, table === 'history' ? [previous, ...values] : values);
}
