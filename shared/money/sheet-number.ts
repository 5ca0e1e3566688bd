import { decimalOf, ExactDecimal } from './decimal.ts';
import { type Dong, dong, isInRange } from './dong.ts';
import { UNIT_EXPONENT, type Unit } from './unit.ts';

/**
 * How many significant digits an amount may have in a spreadsheet. A double keeps any fifteen, and fifteen are all that
 * Excel shows and lets anyone type: a sixteenth digit would be printed as zero.
 */
export const SHEET_DIGITS = 15;

/**
 * The amount in a unit as the number of a spreadsheet cell: the double nearest to the exact value, from which
 * `readSheetNumber` gives the amount back. Undefined where the amount has more than fifteen significant digits.
 */
export function sheetNumber(amount: Dong, unit: Unit): number | undefined {
  const digits = amount.toString().replace(/^-/, '').replace(/0+$/, '');
  return digits.length > SHEET_DIGITS ? undefined : nearestDouble(amount, unit);
}

const LARGEST_EXACT = BigInt(Number.MAX_SAFE_INTEGER);

/** The double nearest to the amount in a unit, exact or not. */
export function nearestDouble(amount: Dong, unit: Unit): number {
  // Both numbers are exact doubles here, and a division rounds to the nearest.
  if (amount <= LARGEST_EXACT && amount >= -LARGEST_EXACT) return Number(amount) / 10 ** UNIT_EXPONENT[unit];
  return Number(`${amount}e-${UNIT_EXPONENT[unit]}`);
}

/**
 * The whole đồng nearest to a number that stands in a cell, half away from zero; undefined beyond ±9·10^18 đồng.
 * For a number that may be anything; `readSheetNumber` says whether it was meant as that amount.
 */
export function nearestAmount(value: number, unit: Unit): Dong | undefined {
  if (!Number.isFinite(value)) return undefined;
  const quick = Math.round(value * 10 ** UNIT_EXPONENT[unit]);
  // A decimal of fifteen digits is the only one that short of its double: what gives the value back is what it means.
  if (Math.abs(quick) < 1e15 && quick / 10 ** UNIT_EXPONENT[unit] === value) return dong(BigInt(quick));
  const scale = decimalOf(10n ** BigInt(UNIT_EXPONENT[unit]));
  // What a double means is the shortest decimal that gives it back; that is what decimal.js takes a number for.
  const whole = new ExactDecimal(value).times(scale).toDecimalPlaces(0);
  const amount = BigInt(whole.toFixed());
  return isInRange(amount) ? dong(amount) : undefined;
}

/** A few units in the last place: what a sum or product in doubles may be off by. */
const OWN_PRECISION = 2 ** -50;

/**
 * The amount that a cell's number states: the nearest whole đồng, where the number lies within its own precision of it.
 * Undefined where it is finer than a đồng (1,2345678 triệu) or beyond ±9·10^18 đồng.
 */
export function readSheetNumber(value: number, unit: Unit): Dong | undefined {
  const amount = nearestAmount(value, unit);
  if (amount === undefined) return undefined;
  const gap = Math.abs(value - nearestDouble(amount, unit));
  return gap <= Math.abs(value) * OWN_PRECISION ? amount : undefined;
}
