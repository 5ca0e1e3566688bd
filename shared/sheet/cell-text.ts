import { readCell } from '../forms/cell.ts';
import type { FormCell } from '../forms/table.ts';
import { writeAmount } from '../money/write.ts';
import type { CellPlace } from './cell-place.ts';
import type { Sheet } from './sheet.ts';

/** What an amount cell holds; null where it is not applicable, or holds a text. */
export function cellAmount(sheet: Pick<Sheet, 'totals'>, { line, column }: CellPlace): FormCell['amount'] {
  return column.kind === 'amount' ? readCell(line, column.column, sheet.totals).amount : null;
}

/** A cell as the officer sees it: zero is "-", not applicable is empty, years that differ are "≠" (forms.md). */
export function cellText(sheet: Pick<Sheet, 'totals' | 'plan'>, place: CellPlace): string {
  const { line, column } = place;
  if (column.kind !== 'amount') return line[column.kind];
  const amount = cellAmount(sheet, place);
  if (amount === null) return '';
  return amount === 'mixed' ? '≠' : writeAmount(amount, sheet.plan.header.unit, { zero: '-' });
}
