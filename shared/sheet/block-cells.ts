import { type BlockCell, readBlockCell } from '../intake/block/read-cell.ts';
import { sheetText } from '../intake/sheet-text.ts';
import type { Numbers } from '../money/numbers.ts';
import type { Unit } from '../money/unit.ts';
import { refuse } from '../refusal.ts';
import { shownText } from './copy.ts';
import type { TextField } from './edit-list.ts';
import type { OwnCell } from './own-block.ts';
import type { PasteBlock } from './paste-plan.ts';

/** A cell of a block to paste: another program's text, or one of our own. */
export type PastedCell = string | OwnCell;

export type PastedRows = readonly (readonly PastedCell[])[];

export function rowsOf(block: PasteBlock): PastedRows {
  return block.kind === 'text' ? block.block.rows : block.block.rows;
}

export function isBlankCell(cell: PastedCell | undefined): boolean {
  if (cell === undefined) return true;
  if (typeof cell === 'string') return cell === '' || cell.trim() === '';
  return cell.kind === 'blank' || (cell.kind === 'text' && cell.text.trim() === '');
}

/** A cell as a text: exact amounts in the plan's unit. */
export function pastedText(cell: PastedCell, planUnit: Unit): string {
  return typeof cell === 'string' ? cell : shownText(cell, planUnit);
}

/** A cell as the text of a row: NFC, without what a cell cannot hold, line ends kept where a cell may have them. */
export function cleanText(cell: PastedCell, field: TextField, planUnit: Unit): string {
  const text = sheetText(pastedText(cell, planUnit).normalize('NFC')).trim();
  return field === 'ordinal' ? text.replaceAll(/\s+/gu, ' ') : text;
}

export type ReadPasted = BlockCell | { readonly kind: 'undecided' };

const UNDECIDED: ReadPasted = { kind: 'undecided' };
const BLANK: ReadPasted = { kind: 'blank' };

/** A cell as an amount. While the convention is open, a cell that it matters to is undecided. */
export function readPasted(cell: PastedCell, unit: Unit, numbers: Numbers | null): ReadPasted {
  if (typeof cell !== 'string') return readOwnCell(cell, unit);
  if (numbers !== null) return readBlockCell(cell, unit, numbers);
  const vi = readBlockCell(cell, unit, 'vi');
  const en = readBlockCell(cell, unit, 'en');
  if (vi.kind === 'amount' && en.kind === 'amount') return vi.amount === en.amount ? vi : UNDECIDED;
  return vi.kind === en.kind ? vi : UNDECIDED;
}

function readOwnCell(cell: OwnCell, unit: Unit): ReadPasted {
  switch (cell.kind) {
    case 'amount':
      return { kind: 'amount', amount: cell.amount, currency: false };
    case 'text':
      return readBlockCell(cell.text, unit, 'vi');
    case 'mixed':
      return { kind: 'refused', refusal: refuse('block.mixed', { text: '≠' }).refusal };
    case 'blank':
      return BLANK;
    default:
      return cell satisfies never;
  }
}
