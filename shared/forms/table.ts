import type { Selector } from '../engine/selector.ts';
import type { Dong } from '../money/dong.ts';
import type { Unit } from '../money/unit.ts';
import type { RowId, SourceId, Year } from '../plan/ids.ts';
import type { Capital } from '../plan/plan.ts';
import type { FormId } from './form.ts';
import type { Notice, Zero } from './print-options.ts';

/**
 * A plan on a form: rows × leaf columns. The one thing that the grid, the exporter, the printer and the clipboard
 * read. Amounts are exact đồng; a face rounds for display only.
 */
export interface FormTable {
  /** What its sheet and its names are called: "F1", "F5". */
  readonly form: string;
  /** What the form is, in words: "Từng năm". */
  readonly caption: string;
  /** The appendix's Roman number where there are several, else empty. */
  readonly number: string;
  /** The form whose leaf amounts it carries, all of them or a choice; null for a report, which is made of totals. */
  readonly base: FormId | null;
  /** The column headings as a tree; its leaves are `columns` in order. */
  readonly headings: readonly Heading[];
  readonly columns: readonly FormColumn[];
  readonly rows: readonly FormRow[];
  /** One amount, without making the rest of its row; indexes into `rows` and `columns`. */
  amountAt(row: number, column: number): FormCell['amount'];
  readonly notes: boolean;
  readonly title: string;
  /** The italic line with its brackets, or empty. */
  readonly decision: string;
  readonly unit: Unit;
  /** "Tổng kinh phí: … đồng (…)." */
  readonly words: string;
  readonly footnotes: readonly string[];
  readonly signature: readonly string[];
  /** The row under the heading that numbers the columns, TT and Nội dung first; null where there is none. */
  readonly numbers: readonly string[] | null;
  /** Decimals of printed amounts; null for as many as the amounts need. */
  readonly decimals: number | null;
  readonly zero: Zero;
  /** What the form does not say of the plan, or says otherwise than expected: for the officer before it is printed. */
  readonly notices: readonly Notice[];
}

export type Heading =
  | { readonly title: string; readonly children: readonly Heading[] }
  | { readonly title: string; readonly column: string };

export interface FormColumn {
  readonly id: string;
  /** Headings from the top to this column's own. */
  readonly path: readonly string[];
  /** The id of the top-level block, by which total rows leave blocks blank and pages break. */
  readonly block: string;
  /** What it shows of a plan; null in a report, whose rows say it too. */
  readonly selector: Selector | null;
  /** Where typing writes: a column of a leaf source and one kind; null where the column is a total. */
  readonly leaf: { readonly source: SourceId; readonly capital: Capital } | null;
}

export interface FormRow {
  readonly kind: 'row' | 'total';
  /** Null on total rows. */
  readonly id: RowId | null;
  readonly ordinal: string;
  /** Of the row; of a total row its code on the form (`one-year`, `period`, `total`). */
  readonly code: string;
  readonly name: string;
  /** 1 for top rows; 0 for total rows. */
  readonly level: number;
  readonly leaf: boolean;
  readonly note: string;
  /** By column, in the order of `columns`; made anew at each look, for a large plan has more cells than fit in memory. */
  readonly cells: readonly FormCell[];
}

export interface FormCell {
  /**
   * `input`: a leaf amount that may be typed. `total`: computed. `blank`: the form has no meaning here, or the
   * source does not fund the year. `share`: the first term of its proof in per cent of the second; it has no amount.
   */
  readonly role: 'input' | 'total' | 'blank' | 'share';
  /** `mixed`: a one-year amount that the years do not share. Null: not applicable (only in a blank cell). */
  readonly amount: Dong | 'mixed' | null;
  /** What proves a total: the sum of these cells of the same table. Null where the cell is no total. */
  readonly proof: readonly Term[] | null;
  /** Years that typing into this cell sets. */
  readonly years: readonly Year[];
}

/** One addend of a total: a cell of the same table, times the number of years that a source funds. */
export interface Term {
  /** Index into `rows`. */
  readonly row: number;
  /** Index into `columns`. */
  readonly column: number;
  readonly times: SourceId | null;
  /** Taken off instead of added. */
  readonly minus?: true;
}
