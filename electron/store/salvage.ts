import Database from 'better-sqlite3';
import type { RedoEntry } from './redo-log.ts';
import type { Stored } from './seal.ts';
import type { SealedRow } from './sealed-table.ts';
import { type AnyRow, columnsOf, keyColumnsOf, sealOfRow, TABLE_NAMES, type TableName } from './tables.ts';

/** What one source still has: of each table the records by their keys, null for one that is known to be taken away. Rows of histories are not held against their chain yet. */
export interface Salvage {
  readonly tables: ReadonlyMap<TableName, ReadonlyMap<string, SealedRow | null>>;
  /** Tables of which something could not be read. */
  readonly torn: ReadonlySet<TableName>;
}

export function keyOf(values: readonly Stored[]): string {
  return JSON.stringify(values);
}

/**
 * All that a database, damaged or whole, still gives: every table from its beginning, and where that breaks off from
 * its end and record by record. What does not hold under its seal is left out.
 */
export function salvageDatabase(database: Database.Database): Salvage {
  const tables = new Map<TableName, Map<string, SealedRow>>();
  const torn = new Set<TableName>();
  for (const table of TABLE_NAMES) {
    const found = new Map<string, SealedRow>();
    tables.set(table, found);
    if (!isPlain(database, table)) {
      torn.add(table);
      continue;
    }
    const take = (row: AnyRow): void => {
      const sealed = sealedRow(table, row);
      if (sealed) found.set(keyOfRow(table, sealed.row), sealed);
      else torn.add(table);
    };
    if (scan(database, table, 'ASC', take)) continue;
    torn.add(table);
    scan(database, table, 'DESC', take);
    if (table === 'history') lookUp(database, [...found.values()], take);
  }
  return { tables, torn };
}

/** What the redo log has of an era: of several writes to one record the last. */
export function salvageRedo(entries: readonly RedoEntry[], era: string | null): Salvage {
  const last = era ?? entries.at(-1)?.era;
  const tables = new Map<TableName, Map<string, SealedRow | null>>();
  for (const { writes } of entries.filter((entry) => entry.era === last)) {
    for (const write of writes) {
      const found = tables.get(write.table) ?? new Map<string, SealedRow | null>();
      tables.set(write.table, found);
      if ('removed' in write) {
        found.set(keyOf(write.removed), null);
        continue;
      }
      const sealed = sealedRow(write.table, { ...write.row, seal: write.seal });
      if (sealed) found.set(keyOfRow(write.table, sealed.row), sealed);
    }
  }
  return { tables, torn: new Set() };
}

function keyOfRow(table: TableName, row: AnyRow): string {
  return keyOf(keyColumnsOf(table).map((column) => row[column] ?? null));
}

/** Null where a record's content is not what was sealed; of a history's row only its chain can tell. */
function sealedRow(table: TableName, { seal, ...row }: AnyRow): SealedRow | null {
  if (typeof seal !== 'string') return null;
  return table === 'history' || seal === sealOfRow(table, row, null) ? { row, seal } : null;
}

/**
 * Whether records stand there as they were written. A view, a virtual table or a computed column that somebody put in
 * their place is nothing to save, and could compute without end.
 */
function isPlain(database: Database.Database, table: TableName): boolean {
  try {
    const kind = database
      .prepare<[string], { type: string }>(
        "SELECT type FROM pragma_table_list WHERE schema = 'main' AND name = ?",
      )
      .get(table);
    const hidden = database
      .prepare<[string], { name: string }>('SELECT name FROM pragma_table_xinfo(?) WHERE hidden <> 0')
      .get(table);
    return kind?.type === 'table' && hidden === undefined;
  } catch (error) {
    if (error instanceof Database.SqliteError) return false;
    throw error;
  }
}

/** Whether it came to the end. */
function scan(
  database: Database.Database,
  table: TableName,
  order: 'ASC' | 'DESC',
  take: (row: AnyRow) => void,
): boolean {
  const key = keyColumnsOf(table).map((column) => `${column} ${order}`);
  try {
    const rows = database
      .prepare<[], AnyRow>(
        `SELECT ${columnsOf(table).join(', ')}, seal FROM ${table} ORDER BY ${key.join(', ')}`,
      )
      .iterate();
    for (const row of rows) take(row);
    return true;
  } catch (error) {
    // Where a page cannot be read, what stands on the other side of it still may.
    if (error instanceof Database.SqliteError) return false;
    throw error;
  }
}

/** So many rows are looked up at most: a number that was damaged, or made up, may be any. */
const MOST_LOOKED_UP = 500_000;

/** Rows between those that scanning reached from both ends, one by one. */
function lookUp(database: Database.Database, found: readonly SealedRow[], take: (row: AnyRow) => void): void {
  const last = new Map<string, number>();
  const known = new Set<string>();
  for (const { row } of found) {
    const { plan, sequence } = row;
    if (typeof plan !== 'string' || typeof sequence !== 'number') continue;
    known.add(keyOf([plan, sequence]));
    last.set(plan, Math.max(last.get(plan) ?? 0, sequence));
  }
  let left = MOST_LOOKED_UP;
  for (const [plan, to] of last) {
    for (let sequence = 0; sequence < to && left > 0; sequence += 1, left -= 1) {
      if (!known.has(keyOf([plan, sequence]))) tryRow(database, plan, sequence, take);
    }
  }
}

function tryRow(
  database: Database.Database,
  plan: string,
  sequence: number,
  take: (row: AnyRow) => void,
): void {
  try {
    const row = database
      .prepare<[string, number], AnyRow>(
        `SELECT ${columnsOf('history').join(', ')}, seal FROM history WHERE plan = ? AND sequence = ?`,
      )
      .get(plan, sequence);
    if (row) take(row);
  } catch (error) {
    // This one is on the page that cannot be read.
    if (!(error instanceof Database.SqliteError)) throw error;
  }
}
