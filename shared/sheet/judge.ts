import type { Line } from '../forms/layout.ts';
import { LONGEST_CELL_TEXT } from '../intake/sheet-text.ts';
import { type Dong, ZERO } from '../money/dong.ts';
import type { Numbers } from '../money/numbers.ts';
import type { Unit } from '../money/unit.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { cleanText, isBlankCell, type PastedCell, readPasted } from './block-cells.ts';
import { type LockedCode, lockedBecause, type SheetColumn } from './cell-place.ts';
import type { TextField } from './edit-list.ts';
import type { LeafColumn } from './leaf-column.ts';
import type { PasteOptions } from './paste-plan.ts';

/** A column that a block lands on, with what a leaf row takes there. */
export interface TargetColumn {
  readonly column: SheetColumn;
  readonly leaf: LeafColumn | null;
}

/** What becomes of one cell of a block. */
export type Outcome =
  | { readonly kind: 'amount'; readonly amount: Dong; readonly currency: boolean }
  | { readonly kind: 'text'; readonly field: TextField; readonly text: string }
  | { readonly kind: 'kept' }
  /** A value that lands where none can be written; `stated` is its amount, where it is one. */
  | { readonly kind: 'locked'; readonly code: LockedCode; readonly stated: Dong | null }
  | { readonly kind: 'undecided' }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

export interface Judging extends Pick<PasteOptions, 'operation' | 'skipBlanks' | 'unit'> {
  readonly numbers: Numbers | null;
  readonly planUnit: Unit;
}

const KEPT: Outcome = { kind: 'kept' };
const CLEARED: Outcome = { kind: 'amount', amount: ZERO, currency: false };
const LONGEST_ORDINAL = 80;

/** `line` is `new` for a row that is yet to be added. A cell that its row does not have leaves what is there. */
export function judge(
  cell: PastedCell | undefined,
  line: Line | 'new',
  { column, leaf }: TargetColumn,
  judging: Judging,
): Outcome {
  if (cell === undefined) return KEPT;
  const code = line === 'new' ? lockedOnNewRow(column, leaf) : lockedBecause({ line, column });
  if (code !== null) return judgeLocked(cell, code, column, judging);
  if (column.kind !== 'amount') return judgeText(cell, line, column.kind, judging);
  const blank = judging.skipBlanks || judging.operation !== 'set' ? KEPT : CLEARED;
  if (isBlankCell(cell)) return blank;
  const read = readPasted(cell, judging.unit, judging.numbers);
  return read.kind === 'blank' ? blank : read;
}

function lockedOnNewRow(column: SheetColumn, leaf: LeafColumn | null): LockedCode | null {
  if (column.kind !== 'amount' || leaf !== null) return null;
  return column.column.leaf === null ? 'cell.refusedTotal' : 'cell.refusedBlank';
}

function judgeLocked(cell: PastedCell, code: LockedCode, column: SheetColumn, judging: Judging): Outcome {
  if (isBlankCell(cell)) return KEPT;
  if (column.kind !== 'amount') return { kind: 'locked', code, stated: null };
  const read = readPasted(cell, judging.unit, judging.numbers);
  if (read.kind === 'blank') return KEPT;
  const stated = read.kind === 'amount' ? read.amount : null;
  // Nothing, stated where nothing can be, says nothing.
  return code === 'cell.refusedBlank' && stated === 0n ? KEPT : { kind: 'locked', code, stated };
}

function judgeText(cell: PastedCell, line: Line | 'new', field: TextField, judging: Judging): Outcome {
  if (line !== 'new' && judging.operation !== 'set') return KEPT;
  if (isBlankCell(cell)) {
    // A row always has a name; its number follows from its place until someone sets another.
    return field === 'note' && !judging.skipBlanks ? { kind: 'text', field, text: '' } : KEPT;
  }
  if (typeof cell !== 'string' && cell.kind === 'mixed') {
    return { kind: 'refused', refusal: refuse('block.mixed', { text: '≠' }).refusal };
  }
  const text = cleanText(cell, field, judging.planUnit);
  const limit = field === 'ordinal' ? LONGEST_ORDINAL : LONGEST_CELL_TEXT;
  if (text.length > limit)
    return { kind: 'refused', refusal: refuse('paste.textTooLong', { limit }).refusal };
  return text === '' ? KEPT : { kind: 'text', field, text };
}
