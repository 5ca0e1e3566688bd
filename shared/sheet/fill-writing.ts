import type { Line } from '../forms/layout.ts';
import type { Dong } from '../money/dong.ts';
import type { Change } from '../plan/edit/edit.ts';
import { blockLabel } from './block-label.ts';
import { type CellPlace, lockedBecause, type SheetColumn } from './cell-place.ts';
import { cellAmount } from './cell-text.ts';
import { EditList } from './edit-list.ts';
import { heldAmount, type LeafColumn } from './leaf-column.ts';
import type { Sheet } from './sheet.ts';

export type FilledCell =
  | { readonly place: CellPlace; readonly amount: Dong }
  | { readonly place: CellPlace; readonly text: string };

export interface FillPlan {
  /** Null where nothing would change. */
  readonly change: Change | null;
  /** Every cell that is written, for the preview while dragging. */
  readonly cells: readonly FilledCell[];
  /** Cells of the target that take nothing: totals, unfunded years, or nothing to take. */
  readonly skipped: number;
}

export const NOTHING_FILLED: FillPlan = { change: null, cells: [], skipped: 0 };

/** The cells that a fill writes, gathered one by one. */
export class FillWriting {
  readonly list = new EditList();
  readonly #sheet: Sheet;
  readonly #cells: FilledCell[] = [];
  #first: Line | null = null;
  #skipped = 0;

  constructor(sheet: Sheet) {
    this.#sheet = sheet;
  }

  skip(): void {
    this.#skipped += 1;
  }

  amount(line: Line, column: SheetColumn, leaf: LeafColumn, amount: Dong): void {
    if (line.id === null) return;
    this.filled({ place: { line, column }, amount });
    if (heldAmount(this.#sheet.totals, line.at, leaf) !== amount) this.list.setAmount(line.id, leaf, amount);
  }

  text(line: Line, column: SheetColumn, field: 'name' | 'note', text: string): void {
    if (line.id === null) return;
    this.filled({ place: { line, column }, text });
    if (line[field] !== text) this.list.setText(line.id, field, text);
  }

  filled(cell: FilledCell): void {
    this.#cells.push(cell);
    this.#first ??= cell.place.line;
  }

  plan(code: string): FillPlan {
    const edits = this.list.edits();
    const label = blockLabel(code, this.#cells.length, this.#first);
    return {
      change: edits.length === 0 ? null : { label, edits },
      cells: this.#cells,
      skipped: this.#skipped,
    };
  }
}

/**
 * The amount that a cell gives to a fill. A computed total gives none: what it says is made of other cells. Nor does a
 * cell that has no one amount.
 */
export function givenAmount(sheet: Sheet, place: CellPlace): Dong | null {
  if (lockedBecause(place) !== null) return null;
  const amount = cellAmount(sheet, place);
  return amount === 'mixed' ? null : amount;
}
