import type Database from 'better-sqlite3';
import type { ReopeningKind, RevisionStage } from '../../shared/api/revisions.ts';
import type { PlanId } from '../../shared/plan/ids.ts';
import { type OnWrite, SealedTable } from './sealed-table.ts';

export interface RevisionRecord {
  readonly label: string;
  readonly sequence: number;
  readonly at: string;
  readonly stage: RevisionStage;
  readonly by: string;
  readonly note: string;
}

/** An approved revision that somebody opened again. */
export interface ReopeningRecord {
  /** The revision's. */
  readonly label: string;
  readonly at: string;
  readonly by: string;
  readonly kind: ReopeningKind;
  readonly reason: string;
}

/** A revision with what opened the plan again, where something did. */
export interface RevisionFound extends RevisionRecord {
  readonly reopenedAt: string | null;
  readonly reopenedBy: string | null;
  readonly kind: ReopeningKind | null;
  readonly reason: string | null;
}

const FOUND = `revision.label, sequence, revision.at, stage, revision.by, note,
  reopening.at AS reopenedAt, reopening.by AS reopenedBy, kind, reason
  FROM revision LEFT JOIN reopening ON reopening.plan = revision.plan AND reopening.label = revision.label
  WHERE revision.plan = ?`;
const REVISION = 'label, sequence, at, stage, by, note';

/** Revisions: labels on points of a plan's history, each label once a plan; and which were opened again. */
export class RevisionRecords {
  readonly #all;
  readonly #approved;
  readonly #find;
  readonly #written;
  readonly #reopenings;
  readonly #revisions;
  readonly #reopened;

  constructor(database: Database.Database, onWrite: OnWrite) {
    this.#all = database.prepare<[string], RevisionFound>(
      `SELECT ${FOUND} ORDER BY sequence, revision.at, revision.label`,
    );
    this.#approved = database.prepare<[string], RevisionFound>(
      `SELECT ${FOUND} AND stage = 'approved'
       ORDER BY sequence DESC, reopening.at IS NULL DESC, revision.at DESC LIMIT 1`,
    );
    this.#find = database.prepare<[string, string], RevisionRecord>(
      `SELECT ${REVISION} FROM revision WHERE plan = ? AND label = ?`,
    );
    this.#written = database.prepare<[string], RevisionRecord>(
      `SELECT ${REVISION} FROM revision WHERE plan = ? ORDER BY sequence, at, label`,
    );
    this.#reopenings = database.prepare<[string], ReopeningRecord>(
      'SELECT label, at, by, kind, reason FROM reopening WHERE plan = ? ORDER BY at, label',
    );
    this.#revisions = new SealedTable(database, 'revision', onWrite);
    this.#reopened = new SealedTable(database, 'reopening', onWrite);
  }

  all(plan: PlanId): RevisionFound[] {
    return this.#all.all(plan);
  }

  /** Revisions and reopenings as they were written, oldest first. */
  kept(plan: PlanId): { revisions: RevisionRecord[]; reopenings: ReopeningRecord[] } {
    return { revisions: this.#written.all(plan), reopenings: this.#reopenings.all(plan) };
  }

  find(plan: PlanId, label: string): RevisionRecord | undefined {
    return this.#find.get(plan, label);
  }

  /** The newest approved one; of several of one point one that nobody opened again, whatever the clock said. */
  approved(plan: PlanId): RevisionFound | undefined {
    return this.#approved.get(plan);
  }

  insert(plan: PlanId, revision: RevisionRecord): void {
    this.#revisions.insert({ plan, ...revision });
  }

  reopen(plan: PlanId, reopening: ReopeningRecord): void {
    this.#reopened.insert({ plan, ...reopening });
  }
}
