import type Database from 'better-sqlite3';
import type { PlanId } from '../../shared/plan/ids.ts';
import { type OnWrite, SealedTable } from './sealed-table.ts';

export type HistoryKind = 'create' | 'change' | 'undo' | 'redo';

/**
 * One row of a plan's history. `undo_top` and `redo_top` are the sequence of the change that undo or redo would act on
 * after this row, so that the last row alone says what can be undone, whatever happened before and however long ago.
 */
export interface HistoryRecord {
  readonly plan: string;
  readonly sequence: number;
  readonly at: string;
  readonly by: string;
  readonly kind: HistoryKind;
  /** JSON texts; see `stored-json.ts`. */
  readonly label: string;
  readonly edits: string;
  readonly inverse: string;
  /** The row that an undo takes back; for a redo, the undo. */
  readonly undoes: number | null;
  readonly undo_top: number | null;
  readonly redo_top: number | null;
}

/** A row of the history with the seal that ties it to the row before it. */
export type SealedHistoryRecord = HistoryRecord & { readonly seal: string };

/** A row of the history without what it did, which may be a megabyte. */
export type HistoryHead = Omit<HistoryRecord, 'edits' | 'inverse'>;

const RECORD = 'plan, sequence, at, by, kind, label, edits, inverse, undoes, undo_top, redo_top';

const HEAD = 'plan, sequence, at, by, kind, label, undoes, undo_top, redo_top';

/** The append-only past of plans. The database itself refuses to change or remove a row. */
export class HistoryRecords {
  readonly #rows;
  readonly #snapshots;
  readonly #sealBefore;
  readonly #at;
  readonly #all;
  readonly #headAt;
  readonly #heads;
  readonly #undoOf;
  readonly #snapshot;
  readonly #editsBetween;

  constructor(database: Database.Database, onWrite: OnWrite) {
    this.#rows = new SealedTable(database, 'history', onWrite);
    this.#snapshots = new SealedTable(database, 'snapshot', onWrite);
    this.#sealBefore = database.prepare<[string, number, string], { seal: string }>(
      `SELECT seal FROM history WHERE plan = ? AND sequence = ? - 1
       UNION ALL SELECT seal FROM snapshot WHERE plan = ? AND sequence = 0 LIMIT 1`,
    );
    this.#at = database.prepare<[string, number], HistoryRecord>(
      `SELECT ${RECORD} FROM history WHERE plan = ? AND sequence = ?`,
    );
    this.#all = database.prepare<[string], SealedHistoryRecord>(
      `SELECT ${RECORD}, seal FROM history WHERE plan = ? ORDER BY sequence`,
    );
    this.#headAt = database.prepare<[string, number], HistoryHead>(
      `SELECT ${HEAD} FROM history WHERE plan = ? AND sequence = ?`,
    );
    this.#heads = database.prepare<[string], HistoryHead>(
      `SELECT ${HEAD} FROM history WHERE plan = ? ORDER BY sequence`,
    );
    this.#undoOf = database.prepare<[string, number], HistoryHead>(
      `SELECT ${HEAD} FROM history WHERE plan = ? AND undoes = ? AND kind = 'undo' ORDER BY sequence DESC LIMIT 1`,
    );
    this.#snapshot = database.prepare<[string, number], { sequence: number; json: string }>(
      'SELECT sequence, json FROM snapshot WHERE plan = ? AND sequence <= ? ORDER BY sequence DESC LIMIT 1',
    );
    this.#editsBetween = database.prepare<[string, number, number], { edits: string }>(
      'SELECT edits FROM history WHERE plan = ? AND sequence > ? AND sequence <= ? ORDER BY sequence',
    );
  }

  append(record: HistoryRecord): void {
    const { plan, sequence } = record;
    const before = this.#sealBefore.get(plan, sequence, plan);
    this.#rows.insert(record, before?.seal ?? null);
  }

  at(plan: PlanId, sequence: number): HistoryRecord | undefined {
    return this.#at.get(plan, sequence);
  }

  /** All of it, oldest first. */
  all(plan: PlanId): SealedHistoryRecord[] {
    return this.#all.all(plan);
  }

  headAt(plan: PlanId, sequence: number): HistoryHead | undefined {
    return this.#headAt.get(plan, sequence);
  }

  /** Oldest first. */
  heads(plan: PlanId): HistoryHead[] {
    return this.#heads.all(plan);
  }

  /** The last undo of a change. */
  undoOf(plan: PlanId, change: number): HistoryHead | undefined {
    return this.#undoOf.get(plan, change);
  }

  putSnapshot(plan: PlanId, sequence: number, json: string): void {
    this.#snapshots.insert({ plan, sequence, json });
  }

  /** The nearest whole plan at or before a point, and the edits from there to it, as JSON texts. */
  pathTo(plan: PlanId, sequence: number): { snapshot: string; edits: string[] } | undefined {
    const start = this.#snapshot.get(plan, sequence);
    if (!start) return undefined;
    const rows = this.#editsBetween.all(plan, start.sequence, sequence);
    return { snapshot: start.json, edits: rows.map((row) => row.edits) };
  }
}
