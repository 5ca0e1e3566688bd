import type Database from 'better-sqlite3';
import type { PlanId } from '../../shared/plan/ids.ts';
import { SET_AUTHOR } from './look-records.ts';

/** Where a plan stands when a change is about to be kept. */
export interface CommitPoint {
  readonly sequence: number;
  readonly deleted_at: string | null;
  /** Of the last row of its history: what the next one takes up. */
  readonly seal: string | null;
  /** 1 where some revision of it was approved. */
  readonly approved: number;
  readonly era: string | null;
  /** As the office set it; may be anything in a file that something else wrote. */
  readonly author: unknown;
}

/** All that a change asks of the library before it is kept, in one question: every edit waits for it. */
export class CommitPoints {
  readonly #find;

  constructor(database: Database.Database) {
    this.#find = database.prepare<[string], CommitPoint>(
      `SELECT sequence, deleted_at,
         (SELECT seal FROM history WHERE history.plan = plan.id AND history.sequence = plan.sequence) AS seal,
         EXISTS (SELECT 1 FROM revision WHERE revision.plan = plan.id AND stage = 'approved') AS approved,
         (SELECT era FROM era) AS era,
         (${SET_AUTHOR}) AS author
       FROM plan WHERE id = ?`,
    );
  }

  find(plan: PlanId): CommitPoint | undefined {
    return this.#find.get(plan);
  }
}
