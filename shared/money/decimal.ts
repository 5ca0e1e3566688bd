import { Decimal } from 'decimal.js';

/**
 * The product's one Decimal: a private clone, so that nobody else's settings reach our money.
 *
 * decimal.js rounds every operation to 20 significant digits by default. 60 digits hold any product or sum of two amounts
 * exactly, and keep a quotient of two amounts (below 10^19 each) far enough from a tie that rounding it again for display
 * cannot change the outcome. ROUND_HALF_UP is decimal.js's name for half away from zero.
 *
 * Its constructor takes `0x10` and `Infinity`: text never goes in here, only numbers that are already read.
 */
export const ExactDecimal = Decimal.clone({
  precision: 60,
  rounding: Decimal.ROUND_HALF_UP,
  toExpNeg: -1_000,
  toExpPos: 1_000,
  defaults: true,
});

/** A whole number, however large, as a Decimal without loss. */
export function decimalOf(value: bigint): Decimal {
  return new ExactDecimal(value.toString());
}
