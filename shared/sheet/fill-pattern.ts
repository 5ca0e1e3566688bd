import { type Dong, dong, isInRange } from '../money/dong.ts';

export type FillMode = 'copy' | 'series';

/** The amounts that a fill starts from, the nearest to its target last; null where a cell gives none. */
export type Given = readonly (Dong | null)[];

/**
 * What the `step`-th cell beyond takes, counted from 1: the pattern again from its far end, or the line through its two
 * nearest amounts carried on, exact. Null where there is nothing to take.
 */
export function carriedOn(given: Given, step: number, mode: FillMode): Dong | null {
  if (mode === 'copy') return given[(step - 1) % given.length] ?? null;
  const amounts = given.filter((amount) => amount !== null);
  const last = amounts.at(-1);
  if (last === undefined) return null;
  const amount = last + (last - (amounts.at(-2) ?? last)) * BigInt(step);
  return isInRange(amount) ? dong(amount) : null;
}
