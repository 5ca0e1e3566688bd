import type { FormCell, FormTable } from '../forms/table.ts';
import type { Dong } from '../money/dong.ts';
import { roundToUnit } from '../money/round.ts';
import { UNIT_EXPONENT, type Unit } from '../money/unit.ts';
import { writeAmount } from '../money/write.ts';

/** The most decimals that a printed amount shows, by unit (forms.md): finer amounts stay exact in their cells. */
const MOST_DECIMALS: Readonly<Record<Unit, number>> = { dong: 0, nghin: 3, trieu: 3, ty: 6 };

/** How many decimals an amount has in a unit. */
function decimalsOf(amount: Dong, unit: Unit): number {
  let decimals = UNIT_EXPONENT[unit];
  for (let rest: bigint = amount; decimals > 0 && rest % 10n === 0n; rest /= 10n) decimals -= 1;
  return decimals;
}

/** The decimals that all amounts of a table are shown with: as many as they need, up to the unit's limit. */
export function tableDecimals({ rows, unit }: Pick<FormTable, 'rows' | 'unit'>): number {
  let most = 0;
  for (const { cells } of rows) {
    for (const { amount } of cells) {
      if (amount !== null && amount !== 'mixed') most = Math.max(most, decimalsOf(amount, unit));
    }
  }
  return Math.min(most, MOST_DECIMALS[unit]);
}

/** The decimals of one amount: the table's, or more where it would otherwise be shown as zero. */
export function shownDecimals(amount: Dong, unit: Unit, decimals: number): number {
  if (amount === 0n) return decimals;
  let shown = decimals;
  while (shown < UNIT_EXPONENT[unit] && roundToUnit(amount, unit, shown) === 0n) shown += 1;
  return shown;
}

/** The amount as an appendix prints it: thousands grouped, all of its decimals, "-" for zero. */
export function printedAmount(amount: Dong, unit: Unit, tablesDecimals: number): string {
  const decimals = shownDecimals(amount, unit, tablesDecimals);
  const text = writeAmount(amount, unit, { decimals, zero: '-' });
  const [whole = '', fraction = ''] = text.split(',');
  return decimals === 0 || amount === 0n ? text : `${whole},${fraction.padEnd(decimals, '0')}`;
}

/** A cell as it is printed; not applicable is empty. */
export function printedCell(cell: FormCell | undefined, unit: Unit, tablesDecimals: number): string {
  if (!cell || cell.amount === null) return '';
  if (cell.amount === 'mixed') throw new Error('a form that would lose amounts was not refused before');
  return printedAmount(cell.amount, unit, tablesDecimals);
}

/** Every amount as printed, by column, for measuring: with the space that keeps it from the border. */
export function measuredAmounts({ columns, rows, unit }: FormTable, tablesDecimals: number): string[][] {
  return columns.map((_, column) =>
    rows.flatMap((row) => {
      const amount = row.cells[column]?.amount ?? null;
      if (amount === null || amount === 'mixed') return [];
      return [`${printedAmount(amount, unit, tablesDecimals)} `];
    }),
  );
}
