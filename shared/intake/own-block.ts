import type { FormTable } from '../forms/table.ts';
import { UNIT_NAME } from '../money/unit.ts';
import { unitOfWord } from '../money/unit-word.ts';
import { DECLARED_UNIT } from '../print/furniture.ts';
import { ok, type Refusal, type Result, refuse } from '../refusal.ts';
import { textAt } from './cell-address.ts';
import type { Identity } from './identity-sheet.ts';
import type { RawSheet, RawWorkbook } from './raw-workbook.ts';

/** Where the appendix stands now: rows may have been inserted above it since it was exported. */
export interface OwnBlock {
  readonly sheet: RawSheet;
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  /** How many rows further down than when it was exported. */
  readonly shift: number;
}

/** Finds the sheet and its block: by the block's defined name, which programs move with the cells, else as exported. */
export function locateBlock(book: RawWorkbook, identity: Identity): Result<OwnBlock> {
  const { place } = identity;
  const named = book.names.get(identity.block);
  const shown = book.sheets.filter((sheet) => !sheet.hidden);
  const byName = shown.find((sheet) => sheet.name === (named?.sheet ?? identity.sheet));
  const sheet = byName ?? (shown.length === 1 ? shown[0] : undefined);
  if (!sheet) return refuse('workbook.sheetMissing', { sheet: identity.sheet });
  const { top, left, bottom, right } = named ?? place.block;
  return ok({ sheet, top, left, bottom, right, shift: top - place.block.top });
}

/** Why the block's columns are not those of the form, or null. */
export function columnsRefusal(block: OwnBlock, table: FormTable): Refusal | null {
  const found = block.right - block.left + 1;
  const expected = table.columns.length;
  if (found === expected && block.left >= 3) return null;
  return refuse('workbook.columnsChanged', { sheet: block.sheet.name, expected, found }).refusal;
}

/** Why the amounts cannot be read in the exported unit: the sheet now declares another one. */
export function unitRefusal(block: OwnBlock, identity: Identity): Refusal | null {
  const { unit } = identity.printed;
  const row = identity.place.unitRow + block.shift;
  for (let column = 1; column <= block.right + 1; column++) {
    const text = textAt(block.sheet, row, column).normalize('NFC').trim();
    const declared = text.startsWith(DECLARED_UNIT)
      ? unitOfWord(text.slice(DECLARED_UNIT.length).trim())
      : undefined;
    if (declared !== undefined && declared !== unit) {
      return refuse('workbook.unitChanged', { sheet: block.sheet.name, printed: text, unit: UNIT_NAME[unit] })
        .refusal;
    }
  }
  return null;
}

/** The heading that stands right above a column of the block, by its number on the sheet. */
export function printedHeading(block: OwnBlock, depth: number, column: number, numbered: boolean): string {
  // The row that numbers the columns stands between.
  const lowest = block.top - (numbered ? 2 : 1);
  for (let row = lowest; row > lowest - depth; row--) {
    const text = textAt(block.sheet, row, column);
    if (text !== '') return text;
  }
  return '';
}
