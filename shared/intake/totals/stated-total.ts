import type { Selector } from '../../engine/selector.ts';
import type { Dong } from '../../money/dong.ts';
import type { SourceId, Year } from '../../plan/ids.ts';
import type { Capital } from '../../plan/plan.ts';

/** Where a cell stands: on its sheet, and in the words of its row and column. */
export interface CellPlace {
  readonly sheet: string;
  /** A1. */
  readonly cell: string;
  readonly row: string;
  readonly column: string;
}

/** A total that a file states beside what its leaf amounts make. */
export interface StatedTotal {
  /** Index into the plan's rows, or `GRAND_TOTAL`. */
  readonly at: number;
  readonly selector: Selector;
  readonly stated: Dong;
  readonly ours: Dong;
  /** Whether the two agree: equal, or apart only because the file's program added in doubles. */
  readonly holds: boolean;
  /** Worded where it is said of: a large file has more totals than memory has room for words. */
  readonly place: () => CellPlace;
}

/** A cell that leaf amounts were read from: of one row, source and kind, for one year or for all funded years alike. */
export interface LeafCell {
  readonly at: number;
  readonly source: SourceId;
  readonly capital: Capital;
  readonly years: readonly Year[];
  readonly oneYear: boolean;
  readonly place: CellPlace;
}
