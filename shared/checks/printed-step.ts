import { type Dong, dong } from '../money/dong.ts';
import { roundedQuotient } from '../money/round.ts';
import { UNIT_EXPONENT, type Unit } from '../money/unit.ts';
import { MOST_DECIMALS } from '../print/printed-amount.ts';

/** How a plan is about to be printed: what the checks of paper look at. */
export interface PrintedAs {
  /** Null for the plan's own. */
  readonly unit: Unit | null;
  /** Null for as many as the amounts need, up to the unit's most. */
  readonly decimals: number | null;
}

/** What every printed amount is a multiple of, in đồng. */
export function printedStep(unit: Unit, decimals: number | null): bigint {
  const exponent = UNIT_EXPONENT[unit];
  return 10n ** BigInt(exponent - Math.min(exponent, decimals ?? MOST_DECIMALS[unit]));
}

/** Rounded half away from zero, as it is printed: what is not zero gets the decimals that its first digit needs. */
export function printedAs(amount: Dong, step: bigint): Dong {
  if (amount === 0n) return amount;
  for (let shown = step; shown > 1n; shown /= 10n) {
    const printed = roundedQuotient(amount, shown) * shown;
    if (printed !== 0n) return dong(printed);
  }
  return amount;
}
