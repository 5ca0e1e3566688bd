import type { Selector } from '../engine/selector.ts';
import type { RowId } from '../plan/ids.ts';
import type { FormLayout, LaidColumn, Line } from './layout.ts';

/** Money of a row (null for all rows together), as F2 selects it. */
export interface MoneyPlace extends Selector {
  readonly row: RowId | null;
}

/**
 * Where a form shows money: its own column, else the nearest that holds it, as F1 shows the years of a source in one column.
 * Null where the form has neither such a row nor such a column.
 */
export function placeShowing(
  { lines, columns }: FormLayout,
  { row, ...money }: MoneyPlace,
): { readonly line: Line; readonly column: LaidColumn } | null {
  const sources = columns.filter(({ selector }) => selector.source === money.source);
  const kinds = sources.filter(({ selector }) => selector.capital === money.capital);
  const shown = kinds.length > 0 ? kinds : sources;
  const column =
    shown.find(({ selector }) => selector.years === money.years) ??
    shown.find(({ selector }) => selector.years === (money.years === 'period' ? 'period' : 'oneYear')) ??
    shown[0];
  if (!column) return null;
  const totals = lines.filter(({ rule }) => rule && !rule.blank.includes(column.block));
  const asPeriod = totals.find(({ rule }) => rule?.oneYearAs === 'period');
  const line =
    row === null
      ? ((money.years === 'period' ? asPeriod : totals.find((one) => one !== asPeriod)) ?? totals[0])
      : lines.find(({ id }) => id === row);
  return line ? { line, column } : null;
}
