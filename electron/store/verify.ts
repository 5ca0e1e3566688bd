import Database from 'better-sqlite3';
import { grandTotal } from '../../shared/engine/grand-total.ts';
import { Totals } from '../../shared/engine/totals.ts';
import { planId } from '../../shared/plan/ids.ts';
import type { Refusal } from '../../shared/refusal.ts';
import { PlanRecords, sameContent } from './plan-records.ts';
import type { RedoHead } from './redo-log.ts';
import { replay } from './replay.ts';
import { LIBRARY_SCHEMA, versionOf } from './schema.ts';
import { shapeOf, shapeOfVersion } from './schema-shape.ts';
import { type Stored, sealOf } from './seal.ts';
import { DamagedRecord } from './stored-json.ts';
import { type AnyRow, columnsOf, keyColumnsOf, sealOfRow, TABLE_NAMES, type TableName } from './tables.ts';

export type ProblemCode =
  /** SQLite itself finds the file damaged. */
  | 'verify.file'
  /** Tables, triggers or views are not those that the program makes. */
  | 'verify.schema'
  /** A record is not what was written. */
  | 'verify.record'
  /** A row of a plan's history is not there, or is not the one that was there. */
  | 'verify.history'
  /** A plan lacks a part. */
  | 'verify.plan'
  /** The redo log knows of changes that the library has not. */
  | 'verify.behind'
  /** What a plan is now is not what its history makes of it. */
  | 'verify.state';

/** Something wrong with a library, worded by `shared/messages`. */
export type Problem = Refusal<ProblemCode>;

/** The first few of SQLite's own lines are enough to know. */
const MOST_LINES = 5;
/** And the first few of each table's records. */
const MOST_RECORDS = 20;

/**
 * Whether a library of this version is whole: its schema, SQLite's own check, every record under its seal, every
 * history one chain from the first snapshot to the plan's last change. Empty where it is.
 */
export function verify(database: Database.Database): Problem[] {
  try {
    // First, for SQLite's check computes what the schema says, and somebody may have made that endless.
    const version = versionOf(LIBRARY_SCHEMA);
    const ours = shapeOf(database) === shapeOfVersion(LIBRARY_SCHEMA, version);
    if (!ours || database.pragma('user_version', { simple: true }) !== version) {
      return [{ code: 'verify.schema', params: {} }];
    }
    const file = sqliteProblems(database);
    if (file.length > 0) return file;
    const records = TABLE_NAMES.flatMap((table) =>
      table === 'history' ? [] : sealProblems(database, table),
    );
    return [...records, ...planProblems(database)];
  } catch (error) {
    return [unreadable(error)];
  }
}

/**
 * What the redo log says of the library's own era that the library does not have: lost by SQLite's log, unseen by it.
 * For a library that is whole otherwise: then the last row of a history stands for all before it.
 */
export function behind(database: Database.Database, heads: readonly RedoHead[]): Problem[] {
  const row = database.prepare<[string, number], { seal: string }>(
    'SELECT seal FROM history WHERE plan = ? AND sequence = ?',
  );
  const last = database.prepare<[string], { last: number | null }>(
    'SELECT max(sequence) AS last FROM history WHERE plan = ?',
  );
  return heads.flatMap(({ plan, sequence, seal }): Problem[] => {
    if (row.get(plan, sequence)?.seal === seal) return [];
    const first = Math.min(sequence, (last.get(plan)?.last ?? -1) + 1);
    return [
      { code: 'verify.behind', params: { plan, title: titleOf(database, plan), first, last: sequence } },
    ];
  });
}

/** Replays every history: slower, and says whether what each plan is now is what was done to it. */
export function verifyStates(database: Database.Database): Problem[] {
  const plans = new PlanRecords(database);
  const snapshot = database.prepare<[string], { json: string }>(
    'SELECT json FROM snapshot WHERE plan = ? AND sequence = 0',
  );
  const edits = database.prepare<[string], { edits: string }>(
    'SELECT edits FROM history WHERE plan = ? ORDER BY sequence',
  );
  return planNames(database).flatMap(({ id, title, total }) => {
    try {
      const made = replay(
        snapshot.get(id)?.json ?? '',
        edits.all(id).map((row) => row.edits),
      );
      const stored = plans.read(planId(id));
      const totals = Totals.of(made);
      const same =
        stored !== undefined &&
        sameContent(stored, made) &&
        totals.ok &&
        `${grandTotal(totals.value)}` === total;
      return same ? [] : [{ code: 'verify.state' as const, params: { plan: id, title } }];
    } catch (error) {
      if (!(error instanceof DamagedRecord)) throw error;
      return [{ code: 'verify.state' as const, params: { plan: id, title } }];
    }
  });
}

/** How an error of SQLite's reads among the problems; every other error is a bug. */
export function unreadable(error: unknown): Problem {
  if (!(error instanceof Database.SqliteError)) throw error;
  return { code: 'verify.file', params: { reason: `${error.code}: ${error.message}` } };
}

function sqliteProblems(database: Database.Database): Problem[] {
  const lines = database
    .prepare<[], { integrity_check: string }>(`PRAGMA integrity_check(${MOST_LINES})`)
    .all()
    .map((line) => line.integrity_check);
  const found = lines.filter((line) => line !== 'ok');
  const loose = database.prepare<[], { table: string }>('PRAGMA foreign_key_check').all();
  const tables = new Set(loose.map(({ table }) => `foreign key: ${table}`));
  return [...found, ...tables].map((reason) => ({ code: 'verify.file', params: { reason } }));
}

function sealProblems(database: Database.Database, table: TableName): Problem[] {
  const columns = columnsOf(table);
  const rows = database.prepare<[], AnyRow>(`SELECT ${columns.join(', ')}, seal FROM ${table}`).iterate();
  const problems: Problem[] = [];
  for (const row of rows) {
    if (row.seal === sealOfRow(table, row, null)) continue;
    const key = keyColumnsOf(table).map((column) => `${row[column]}`);
    problems.push({ code: 'verify.record', params: { table, key: key.join(' ') } });
    if (problems.length === MOST_RECORDS) break;
  }
  return problems;
}

function planProblems(database: Database.Database): Problem[] {
  const first = database.prepare<[string], { seal: string }>(
    'SELECT seal FROM snapshot WHERE plan = ? AND sequence = 0',
  );
  const structure = database.prepare<[string], { plan: string }>('SELECT plan FROM structure WHERE plan = ?');
  const columns = columnsOf('history');
  // Without names: a history is long, and this is done at every start.
  const history = database
    .prepare<[string], Stored[]>(
      `SELECT seal, sequence, ${columns.join(', ')} FROM history WHERE plan = ? ORDER BY sequence`,
    )
    .raw();
  return planNames(database).flatMap(({ id, title, sequence }): Problem[] => {
    const missing: Problem = { code: 'verify.plan', params: { plan: id, title } };
    const snapshot = first.get(id);
    if (!snapshot || !structure.get(id)) return [missing];
    let next = 0;
    let previous = snapshot.seal;
    for (const [seal, number, ...values] of history.iterate(id)) {
      const should = sealOf('history', [previous, ...values]);
      if (number !== next || seal !== should) break;
      previous = should;
      next += 1;
    }
    return next === sequence + 1
      ? []
      : [{ code: 'verify.history', params: { plan: id, title, first: next, last: sequence } }];
  });
}

interface PlanName {
  readonly id: string;
  readonly title: string;
  readonly sequence: number;
  readonly total: string;
}

function planNames(database: Database.Database): PlanName[] {
  return database.prepare<[], PlanName>('SELECT id, title, sequence, total FROM plan ORDER BY id').all();
}

function titleOf(database: Database.Database, plan: string): string {
  const found = database
    .prepare<[string], { title: string }>('SELECT title FROM plan WHERE id = ?')
    .get(plan);
  return found?.title ?? '';
}
