import { type Dong, dong } from './dong.ts';
import { UNIT_EXPONENT, type Unit } from './unit.ts';

/** `numerator / denominator` as a whole number, half away from zero. `denominator` is positive. */
export function roundedQuotient(numerator: bigint, denominator: bigint): bigint {
  const twice = 2n * numerator;
  // bigint division truncates toward zero, so half a denominator away from zero is what decides.
  return (numerator < 0n ? twice - denominator : twice + denominator) / (2n * denominator);
}

/**
 * The amount rounded half away from zero to `decimals` places of `unit`, in đồng. For display only: sums are taken before
 * rounding. An amount that has no finer part than that comes back as it is.
 */
export function roundToUnit(amount: Dong, unit: Unit, decimals = 0): Dong {
  const dropped = UNIT_EXPONENT[unit] - decimals;
  if (dropped <= 0) return amount;
  const step = 10n ** BigInt(dropped);
  return dong(roundedQuotient(amount, step) * step);
}
