import type { NumberHint, NumbersDecision } from '../intake/block/numbers.ts';
import type { RawBlock } from '../intake/block/read-text.ts';
import type { Dong } from '../money/dong.ts';
import type { Numbers } from '../money/numbers.ts';
import type { Unit } from '../money/unit.ts';
import type { Change } from '../plan/edit/edit.ts';
import type { RowId, SourceId, Year } from '../plan/ids.ts';
import type { Refusal } from '../refusal.ts';
import type { CellPlace } from './cell-place.ts';
import type { CutCells } from './cut.ts';
import type { OwnBlock } from './own-block.ts';
import type { Rect } from './sheet.ts';

export type PasteBlock =
  | { readonly kind: 'text'; readonly block: RawBlock; readonly hints: readonly NumberHint[] }
  | { readonly kind: 'own'; readonly block: OwnBlock };

export interface PasteOptions {
  /** How the block's numbers are written; null lets the block decide. */
  readonly numbers: Numbers | null;
  /** The unit of numbers that name none. Our own blocks are exact and need none. */
  readonly unit: Unit;
  /** Texts are pasted by `set` alone. */
  readonly operation: 'set' | 'add' | 'subtract';
  /** Blank cells leave what is there. Otherwise they are zero, and empty a note. */
  readonly skipBlanks: boolean;
  /** Values that land on totals are left out and held against what will be computed. */
  readonly skipTotals: boolean;
  /** Rows of the block beyond the last row become new rows. */
  readonly addRows: boolean;
  /** Years with money that their source does not fund are added to it. */
  readonly fundYears: boolean;
  readonly newRowId: () => RowId;
  readonly newRowName: string;
  /** The cut that is still pending: pasting its block clears the cells it came from. */
  readonly cut: CutCells | null;
  /** The block is one text that was typed into all selected cells: the history says so. */
  readonly typed?: true;
}

/**
 * What must be asked before pasting. `numbers`, `rows` and `unfunded` wait for an answer in the options: there is no change
 * until then. `ragged`, `unit`, `currency` and `totals` are to be read and confirmed: the change stands ready.
 */
export type PasteAsk = 'numbers' | 'ragged' | 'rows' | 'unit' | 'currency' | 'totals' | 'unfunded';

/** Why a cell of the block cannot be pasted. */
export interface PasteProblem {
  /** Row and column in the block, from 0. */
  readonly row: number;
  readonly column: number;
  readonly text: string;
  /** Where it would land; null on a row that is yet to be added, or outside the sheet. */
  readonly place: CellPlace | null;
  readonly refusal: Refusal;
}

/** A total in the block that differs from what will be computed. */
export interface StatedTotal {
  readonly place: CellPlace;
  readonly pasted: Dong;
  /** Null where the form has no meaning for an amount. */
  readonly computed: Dong | 'mixed' | null;
  /** Pasted less computed; null where there is nothing to compare with. */
  readonly difference: Dong | null;
}

export interface UnfundedYears {
  readonly source: SourceId;
  readonly sourceName: string;
  readonly years: readonly Year[];
}

/** What one cell will show after the paste. */
export type PreviewCell =
  | { readonly kind: 'amount'; readonly amount: Dong | 'mixed' }
  | { readonly kind: 'text'; readonly text: string }
  /** Left as it is. */
  | { readonly kind: 'kept' }
  /** A total of the block, left out: computed anew. */
  | { readonly kind: 'total'; readonly text: string }
  /** Waits for the convention. */
  | { readonly kind: 'undecided'; readonly text: string }
  | { readonly kind: 'refused'; readonly text: string; readonly refusal: Refusal };

export interface PastePlan {
  /** Where it lands, to be selected afterwards; new rows included. */
  readonly rect: Rect;
  /** Cells that the paste writes, whether or not they change. */
  readonly count: number;
  readonly convention: {
    /** What the block's own texts say; with a contradiction, examples of both. */
    readonly decision: NumbersDecision;
    /** Whether the two conventions would read the block differently, and the block does not decide. */
    readonly needed: boolean;
    readonly decided: Numbers | null;
    /** Null while the officer has to choose. */
    readonly used: Numbers | null;
  };
  readonly asks: readonly PasteAsk[];
  /** The first problems; `problemCount` counts all. */
  readonly problems: readonly PasteProblem[];
  readonly problemCount: number;
  /** Values that land on totals or where the form has no meaning. */
  readonly totalCount: number;
  readonly statedTotals: readonly StatedTotal[];
  readonly rowsMissing: number;
  readonly unfunded: readonly UnfundedYears[];
  /**
   * Null while a problem stands or an answer is missing; null also where nothing would change (no asks, no problems).
   */
  readonly change: Change | null;
  /** Row and column count from 0 at the top left of `rect`. */
  preview(row: number, column: number): PreviewCell;
}
