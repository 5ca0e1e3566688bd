import type { Dong } from '../../../shared/money/dong.ts';
import { roundToUnit } from '../../../shared/money/round.ts';
import { UNIT_EXPONENT, type Unit } from '../../../shared/money/unit.ts';
import { writeAmount } from '../../../shared/money/write.ts';

/** The most decimals that a printed amount shows, by unit (forms.md): finer amounts stay exact in their cells. */
const MOST_DECIMALS: Readonly<Record<Unit, number>> = { dong: 0, nghin: 3, trieu: 3, ty: 6 };

/** How many decimals an amount has in a unit. */
function decimalsOf(amount: Dong, unit: Unit): number {
  let decimals = UNIT_EXPONENT[unit];
  for (let rest: bigint = amount; decimals > 0 && rest % 10n === 0n; rest /= 10n) decimals -= 1;
  return decimals;
}

/** The decimals that all amounts of a sheet are shown with: as many as they need, up to the unit's limit. */
export function sheetDecimals(amounts: readonly Dong[], unit: Unit): number {
  const needed = amounts.reduce((most, amount) => Math.max(most, decimalsOf(amount, unit)), 0);
  return Math.min(needed, MOST_DECIMALS[unit]);
}

/** The decimals of one amount: the sheet's, or more where it would otherwise be shown as zero. */
export function shownDecimals(amount: Dong, unit: Unit, decimals: number): number {
  if (amount === 0n) return decimals;
  let shown = decimals;
  while (shown < UNIT_EXPONENT[unit] && roundToUnit(amount, unit, shown) === 0n) shown += 1;
  return shown;
}

/** Thousands grouped by the reader's locale, a minus before negatives, "-" for zero; a space's width from the border. */
export function numberFormat(decimals: number): string {
  const digits = decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(decimals)}`;
  return `${digits}_ ;-${digits}_ ;"-"_ `;
}

/** The amount as the format prints it, for measuring: the space at the end is the one before the border. */
export function printedAmount(amount: Dong, unit: Unit, decimals: number): string {
  const text = writeAmount(amount, unit, { decimals, zero: '-' });
  const [whole = '', fraction = ''] = text.split(',');
  return `${decimals === 0 || amount === 0n ? text : `${whole},${fraction.padEnd(decimals, '0')}`} `;
}
