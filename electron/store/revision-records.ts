import type Database from 'better-sqlite3';
import type { PlanId } from '../../shared/plan/ids.ts';

export interface RevisionRecord {
  readonly label: string;
  readonly sequence: number;
  readonly at: string;
  /** 0 or 1. */
  readonly approved: number;
}

/** Revisions: labels on points of a plan's history, each label once a plan. */
export class RevisionRecords {
  readonly #all;
  readonly #find;
  readonly #insert;

  constructor(database: Database.Database) {
    this.#all = database.prepare<[string], RevisionRecord>(
      'SELECT label, sequence, at, approved FROM revision WHERE plan = ? ORDER BY sequence, at, label',
    );
    this.#find = database.prepare<[string, string], RevisionRecord>(
      'SELECT label, sequence, at, approved FROM revision WHERE plan = ? AND label = ?',
    );
    this.#insert = database.prepare<[RevisionRecord & { plan: string }]>(
      'INSERT INTO revision VALUES (@plan, @label, @sequence, @at, @approved)',
    );
  }

  all(plan: PlanId): RevisionRecord[] {
    return this.#all.all(plan);
  }

  find(plan: PlanId, label: string): RevisionRecord | undefined {
    return this.#find.get(plan, label);
  }

  insert(plan: PlanId, revision: RevisionRecord): void {
    this.#insert.run({ plan, ...revision });
  }
}
