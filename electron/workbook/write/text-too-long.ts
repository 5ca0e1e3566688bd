import type { FormTable } from '../../../shared/forms/table.ts';
import { cellAddress } from '../../../shared/intake/cell-address.ts';
import type { AppendixPlace } from '../../../shared/intake/identity-sheet.ts';
import { LONGEST_CELL_TEXT, sheetText } from '../../../shared/intake/sheet-text.ts';
import { type Refusal, refuse } from '../../../shared/refusal.ts';
import type { PlacedCell } from './sheet-model.ts';

/** Names the first text that no cell holds: a line around the table, a number, a name or a note. Null where all fit. */
export function textTooLong(
  lines: readonly PlacedCell[],
  table: FormTable,
  { block }: AppendixPlace,
): Refusal | null {
  for (const { row, column, content } of lines) {
    if (content.kind === 'text' && isTooLong(content.text)) return refusalAt(row, column);
  }
  for (const [at, { ordinal, name, note }] of table.rows.entries()) {
    const found = [ordinal, name, note].findIndex(isTooLong);
    if (found >= 0) return refusalAt(block.top + at, [1, 2, block.right + 1][found] ?? 1);
  }
  return null;
}

function isTooLong(text: string): boolean {
  return text.length > LONGEST_CELL_TEXT && sheetText(text).length > LONGEST_CELL_TEXT;
}

function refusalAt(row: number, column: number): Refusal {
  return refuse('workbook.textTooLong', { cell: cellAddress(row, column), limit: LONGEST_CELL_TEXT }).refusal;
}
