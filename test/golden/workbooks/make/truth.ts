import type { Answers } from '../../../../shared/intake/answers.ts';

/** A finding as the file's truth records it: its code, where, and by how many đồng (ours minus stated). */
export interface TrueFinding {
  readonly code: string;
  readonly severity: 'error' | 'warning' | 'information';
  readonly cell: string;
  readonly difference: string | null;
}

/** A finding, and where it is a cause, the totals that it breaks. */
export interface TrueIssue extends TrueFinding {
  readonly breaks?: readonly TrueFinding[];
}

/** A row of a small plan; what a truth does not say is not compared. */
export interface TrueRow {
  readonly code?: string;
  /** As printed. */
  readonly ordinal?: string;
  readonly name: string;
  /** Index of the row above it; null for a top row. */
  readonly parent: number | null;
  readonly note?: string;
  /** Đồng by "2024|central|investment", those that are not zero. */
  readonly amounts?: Readonly<Record<string, string>>;
}

export interface TruePlan {
  readonly period: readonly [first: number, last: number];
  readonly unit: string;
  /** The sources that hold amounts, and the years that they fund. */
  readonly funded: Readonly<Record<string, readonly number[]>>;
  readonly rows: readonly TrueRow[];
}

/** What reading a workbook gives: one of `refused`, `questions` and `plan`. */
export interface Outcome {
  readonly answers?: Answers;
  readonly refused?: { readonly code: string; readonly params: Readonly<Record<string, string | number>> };
  readonly questions?: readonly { readonly id: string; readonly options: readonly string[] }[];
  /** "reference": the verified plan of test/golden/vinh-long-2022-2025.json, row by row and đồng by đồng. */
  readonly plan?: 'reference' | TruePlan;
  /** Amounts that the file has otherwise than the reference, in đồng by row and leaf. */
  readonly except?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** The names of the reference's rows where the file has others. */
  readonly names?: readonly string[];
  /** What columns were taken for, by their letters. */
  readonly columns?: Readonly<Record<string, string | null>>;
  /** Codes of rows that were recognised, but not with certainty; none where it is not said. */
  readonly unsure?: readonly string[];
  /** Every finding of the file, in order; none where it is not said. */
  readonly issues?: readonly TrueIssue[];
  /** What follows when the questions are answered. */
  readonly answered?: Outcome;
}

export interface Truth extends Outcome {
  /** How the workbook was made, and what it stands for. */
  readonly source: string;
}

/** A workbook of the zoo. */
export interface Specimen {
  /** The name of its files. */
  readonly name: string;
  readonly truth: Truth;
  readonly make: () => Uint8Array | Promise<Uint8Array>;
}
