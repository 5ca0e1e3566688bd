import type { RawCell, RawSheet } from './raw-workbook.ts';
import { LONGEST_CELL_TEXT } from './sheet-text.ts';

/** A large sheet asks for the letters of a few columns a million times. */
const known: string[] = [];

/** 1 → A, 27 → AA. */
export function columnLetters(column: number): string {
  known[column] ??= lettersOf(column);
  return known[column];
}

function lettersOf(column: number): string {
  let rest = column;
  let letters = '';
  while (rest > 0) {
    rest -= 1;
    letters = String.fromCharCode(65 + (rest % 26)) + letters;
    rest = Math.floor(rest / 26);
  }
  return letters;
}

/** Row and column count from 1: (9, 3) is C9. */
export function cellAddress(row: number, column: number): string {
  return `${columnLetters(column)}${row}`;
}

export function columnNumber(letters: string): number {
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column;
}

export function rawCellAt(sheet: RawSheet, row: number, column: number): RawCell | undefined {
  return sheet.cells.get(cellAddress(row, column));
}

/** What a cell says as text; empty where it says nothing readable. */
export function textAt(sheet: RawSheet, row: number, column: number): string {
  const value = rawCellAt(sheet, row, column)?.value;
  if (value?.kind === 'text') return value.text.slice(0, LONGEST_CELL_TEXT);
  return value?.kind === 'number' ? `${value.number}` : '';
}
