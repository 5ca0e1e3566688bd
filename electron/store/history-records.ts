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

/** Which rows of a history are wanted; null is no matter. */
export interface HistoryWanted {
  readonly plan: string;
  /** Older than this row. */
  readonly before: number;
  /** JSON text of a row's id that the edits or their inverse hold. */
  readonly row: string | null;
  readonly by: string | null;
  /** JSON list of texts of which the edits hold one. */
  readonly marks: string | null;
  /** 1 for undo and redo only. */
  readonly steps: number;
}

/** A row of the history with whether it is taken back as the plan stands; its edits only where a row is wanted. */
export type HistoryFound = HistoryHead &
  Pick<HistoryRecord, 'edits' | 'inverse'> & { readonly undone: number };

const RECORD = 'plan, sequence, at, by, kind, label, edits, inverse, undoes, undo_top, redo_top';

const HEAD = 'plan, sequence, at, by, kind, label, undoes, undo_top, redo_top';

/** The append-only past of plans. The database itself refuses to change or remove a row. */
export class HistoryRecords {
  readonly #rows;
  readonly #snapshots;
  readonly #at;
  readonly #all;
  readonly #headAt;
  readonly #undoOf;
  readonly #snapshot;
  readonly #editsBetween;
  readonly #wanted;
  readonly #authors;
  readonly #after;

  constructor(database: Database.Database, onWrite: OnWrite) {
    this.#rows = new SealedTable(database, 'history', onWrite);
    this.#snapshots = new SealedTable(database, 'snapshot', onWrite);
    this.#at = database.prepare<[string, number], HistoryRecord>(
      `SELECT ${RECORD} FROM history WHERE plan = ? AND sequence = ?`,
    );
    this.#all = database.prepare<[string], SealedHistoryRecord>(
      `SELECT ${RECORD}, seal FROM history WHERE plan = ? ORDER BY sequence`,
    );
    this.#headAt = database.prepare<[string, number], HistoryHead>(
      `SELECT ${HEAD} FROM history WHERE plan = ? AND sequence = ?`,
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
    this.#wanted = database.prepare<[HistoryWanted], HistoryFound>(
      `SELECT ${HEAD},
         CASE WHEN @row IS NULL THEN '[]' ELSE edits END AS edits,
         CASE WHEN @row IS NULL THEN '[]' ELSE inverse END AS inverse,
         EXISTS (SELECT 1 FROM history u WHERE u.plan = h.plan AND u.undoes = h.sequence AND NOT EXISTS
           (SELECT 1 FROM history r WHERE r.plan = h.plan AND r.undoes = u.sequence)) AND h.kind = 'change' AS undone
       FROM history h
       WHERE plan = @plan AND sequence < @before AND (@by IS NULL OR by = @by)
         AND (@steps = 0 OR kind IN ('undo', 'redo'))
         AND (@row IS NULL OR instr(edits, @row) > 0 OR instr(inverse, @row) > 0)
         AND (@marks IS NULL OR EXISTS (SELECT 1 FROM json_each(@marks) mark WHERE instr(edits, mark.value) > 0))
       ORDER BY sequence DESC`,
    );
    this.#authors = database.prepare<[string], { by: string }>(
      'SELECT DISTINCT by FROM history WHERE plan = ? ORDER BY by',
    );
    this.#after = database.prepare<[string, number, number], HistoryRecord>(
      `SELECT ${RECORD} FROM history WHERE plan = ? AND sequence > ? ORDER BY sequence LIMIT ?`,
    );
  }

  /** Newest first, as far as it is read. */
  wanted(wanted: HistoryWanted): IterableIterator<HistoryFound> {
    return this.#wanted.iterate(wanted);
  }

  authors(plan: PlanId): string[] {
    return this.#authors.all(plan).map(({ by }) => by);
  }

  /** The first so many rows after one, oldest first. */
  after(plan: PlanId, sequence: number, most: number): HistoryRecord[] {
    return this.#after.all(plan, sequence, most);
  }

  /** A row behind the one whose seal is given: for the first one that of its plan's snapshot. Answers its own. */
  append(record: HistoryRecord, before: string | null): string {
    return this.#rows.insert(record, before);
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

  /** The last undo of a change. */
  undoOf(plan: PlanId, change: number): HistoryHead | undefined {
    return this.#undoOf.get(plan, change);
  }

  /** Answers its seal. */
  putSnapshot(plan: PlanId, sequence: number, json: string): string {
    return this.#snapshots.insert({ plan, sequence, json });
  }

  /** The nearest whole plan at or before a point, and the edits from there to it, as JSON texts. */
  pathTo(plan: PlanId, sequence: number): { snapshot: string; edits: string[] } | undefined {
    const start = this.#snapshot.get(plan, sequence);
    if (!start) return undefined;
    const rows = this.#editsBetween.all(plan, start.sequence, sequence);
    return { snapshot: start.json, edits: rows.map((row) => row.edits) };
  }
}
