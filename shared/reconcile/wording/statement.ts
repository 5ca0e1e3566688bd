import type { Dong } from '../../money/dong.ts';
import type { RowId, SourceId, Year } from '../../plan/ids.ts';
import type { Capital } from '../../plan/plan.ts';

/** The money of a plan that a sentence states: a row or the whole programme, a source, a kind, years. */
export interface Stated {
  /** Null for the whole programme. */
  readonly row: RowId | null;
  readonly source: SourceId | 'all';
  readonly capital: Capital | 'all';
  readonly years: Year | 'period' | 'oneYear';
}

/** One amount of a text as a statement on the plan. */
export interface Statement {
  /** Its place among the amounts of the reading. */
  readonly amount: number;
  readonly dong: Dong;
  /** What the amount must be; the first is what it says, others what its brackets add: "59 tỷ đồng (vốn sự nghiệp)". */
  readonly places: readonly Stated[];
}

/** Why an amount of a text is none of the plan's. */
export type OnlyInTextReason =
  | 'reconcile.unknownRow'
  | 'reconcile.contradiction'
  | 'reconcile.otherYear'
  | 'reconcile.unknownLabel'
  | 'reconcile.rate'
  | 'reconcile.change'
  | 'reconcile.noSuchCapital';
