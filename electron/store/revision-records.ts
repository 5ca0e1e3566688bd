import type Database from 'better-sqlite3';
import type { PlanId } from '../../shared/plan/ids.ts';
import { type OnWrite, SealedTable } from './sealed-table.ts';

/** Drafted (dự thảo), sent up (trình), approved (phê duyệt). */
export type RevisionStage = 'draft' | 'submitted' | 'approved';

export interface RevisionRecord {
  readonly label: string;
  readonly sequence: number;
  readonly at: string;
  readonly stage: RevisionStage;
  readonly by: string;
  readonly note: string;
}

/** Why an approved plan was opened again: điều chỉnh, bổ sung, sửa sai sót. */
export type ReopeningKind = 'adjust' | 'supplement' | 'correct';

/** An approved revision that somebody opened again. */
export interface ReopeningRecord {
  /** The revision's. */
  readonly label: string;
  readonly at: string;
  readonly by: string;
  readonly kind: ReopeningKind;
  readonly reason: string;
}

const REVISION = 'label, sequence, at, stage, by, note';
const REOPENING = 'label, at, by, kind, reason';

/** Revisions: labels on points of a plan's history, each label once a plan; and which were opened again. */
export class RevisionRecords {
  readonly #all;
  readonly #find;
  readonly #reopenings;
  readonly #revisions;
  readonly #reopened;

  constructor(database: Database.Database, onWrite: OnWrite) {
    this.#all = database.prepare<[string], RevisionRecord>(
      `SELECT ${REVISION} FROM revision WHERE plan = ? ORDER BY sequence, at, label`,
    );
    this.#find = database.prepare<[string, string], RevisionRecord>(
      `SELECT ${REVISION} FROM revision WHERE plan = ? AND label = ?`,
    );
    this.#reopenings = database.prepare<[string], ReopeningRecord>(
      `SELECT ${REOPENING} FROM reopening WHERE plan = ? ORDER BY at, label`,
    );
    this.#revisions = new SealedTable(database, 'revision', onWrite);
    this.#reopened = new SealedTable(database, 'reopening', onWrite);
  }

  all(plan: PlanId): RevisionRecord[] {
    return this.#all.all(plan);
  }

  find(plan: PlanId, label: string): RevisionRecord | undefined {
    return this.#find.get(plan, label);
  }

  insert(plan: PlanId, revision: RevisionRecord): void {
    this.#revisions.insert({ plan, ...revision });
  }

  /** Oldest first. */
  reopenings(plan: PlanId): ReopeningRecord[] {
    return this.#reopenings.all(plan);
  }

  reopen(plan: PlanId, reopening: ReopeningRecord): void {
    this.#reopened.insert({ plan, ...reopening });
  }
}
