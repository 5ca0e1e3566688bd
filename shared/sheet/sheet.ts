import type { Totals } from '../engine/totals.ts';
import type { Line } from '../forms/layout.ts';
import type { Plan } from '../plan/plan.ts';
import type { SheetColumn } from './cell-place.ts';

/** A form as it stands under the officer's hands: the lines and columns that are shown, in their order. */
export interface Sheet {
  readonly plan: Plan;
  readonly totals: Totals;
  /** Without rows that are collapsed or filtered away. Total rows come last. */
  readonly lines: readonly Line[];
  readonly columns: readonly SheetColumn[];
}

/** A rectangle of cells: indices into a sheet's `lines` and `columns`, both ends included. */
export interface Rect {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}
