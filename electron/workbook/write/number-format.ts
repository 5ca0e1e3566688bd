import type { Dong } from '../../../shared/money/dong.ts';
import { roundToUnit } from '../../../shared/money/round.ts';
import { UNIT_EXPONENT, type Unit } from '../../../shared/money/unit.ts';
import { writeAmount } from '../../../shared/money/write.ts';

/** The most decimals that a printed amount shows, by unit (forms.md): finer amounts stay exact in their cells. */
export const MOST_DECIMALS: Readonly<Record<Unit, number>> = { dong: 0, nghin: 3, trieu: 3, ty: 6 };

/** One of a unit, in đồng. */
const ONE: Readonly<Record<Unit, bigint>> = {
  dong: 1n,
  nghin: 1_000n,
  trieu: 1_000_000n,
  ty: 1_000_000_000n,
};

/** The decimals of one amount: the sheet's, or more where it would otherwise be shown as zero. */
export function shownDecimals(amount: Dong, unit: Unit, decimals: number): number {
  const whole = ONE[unit];
  if (amount === 0n || amount >= whole || amount <= -whole) return decimals;
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
