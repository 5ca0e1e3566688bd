import type { Capital } from '../plan/plan.ts';

export const FORM_IDS = ['F1', 'F2'] as const;
export type FormId = (typeof FORM_IDS)[number];

/**
 * A form as data (forms.md): a tree of columns and the rows that total it. `layoutForm` lays it out for a plan:
 * years repeated, opened sources unfolded, texts filled in. Adding a form adds data, not code to a face.
 */
export interface Form {
  readonly id: FormId;
  /** As the form switch names it. */
  readonly name: { readonly vi: string; readonly en: string };
  readonly columns: readonly ColumnRule[];
  readonly totalRows: readonly TotalRowRule[];
  /** Whether a note column closes the form. */
  readonly notes: boolean;
  /** Whether it shows one-year amounts, which exist only while a source's funded years agree. */
  readonly needsEqualYears: boolean;
}

/** Which years a block shows; `eachYear` repeats the block for every year of the period. */
export type BlockYears = 'period' | 'oneYear' | 'eachYear';

export type ColumnRule = BlockRule | SourceRule | MarginRule;

/** A headed block of columns. In ids its name is followed by a dot: `period.total`. Titles may hold {first} {last} {year}. */
export interface BlockRule {
  readonly kind: 'block';
  /** The id's prefix; null takes the year. */
  readonly id: string | null;
  readonly title: string;
  readonly years: BlockYears;
  readonly columns: readonly (SourceRule | MarginRule)[];
  /** When the plan has one year only: `skip` leaves the block out, a text is its heading then. */
  readonly inOneYearPlan: 'skip' | { readonly title: string };
}

/** All columns of one source group: its total, its kinds, and its sub-sources where the plan opened it. */
export interface SourceRule {
  readonly kind: 'source';
  readonly source: 'central' | 'local' | 'other';
  readonly title: string;
  readonly years: BlockYears | 'inherit';
}

/** One column that sums sources. */
export interface MarginRule {
  readonly kind: 'margin';
  readonly id: string;
  readonly title: string;
  readonly source: 'all' | 'budget' | 'other';
  readonly capital: 'all' | Capital;
  /** Left out where the plan has no such money (what has no kind). */
  readonly onlyWhereUsed?: true;
}

export interface TotalRowRule {
  readonly code: string;
  readonly title: string;
  /** In a plan of one year, the heading; null leaves the row out. */
  readonly inOneYearPlan: string | null;
  /** Blocks (by top-level id) that this row leaves blank. */
  readonly blank: readonly string[];
  /** The years that one-year columns show in this row instead. */
  readonly oneYearAs: 'oneYear' | 'period';
}
