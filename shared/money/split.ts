import { ok, type Result, refuse } from '../refusal.ts';
import { type Dong, dong } from './dong.ts';
import type { SplitRefusalCode } from './refusals.ts';

const ONE = dong(1n);

/**
 * `total` in đồng shared in proportion to the weights by the largest-remainder method: the shares add up to the total, each
 * is within one step (one đồng where none is said) of its exact share, and of equal remainders the earlier gets the step.
 * Every share is a multiple of the step but one, which takes what the total has beyond whole steps. A weight of zero gets
 * nothing. A negative total is split as its positive is. Refused where no weight is positive or one is negative.
 */
export function splitByWeights(
  total: Dong,
  weights: readonly bigint[],
  step: Dong = ONE,
): Result<Dong[], SplitRefusalCode> {
  if (step < 1n) throw new Error(`a split in steps of ${step}`);
  const negative = weights.findIndex((weight) => weight < 0n);
  if (negative >= 0) return refuse('split.negativeWeight', { position: negative + 1 });
  const sum = weights.reduce((soFar, weight) => soFar + weight, 0n);
  if (sum === 0n) return refuse('split.noWeight');

  const sign = total < 0n ? -1n : 1n;
  const size = total * sign;
  const whole = sum * step;
  const shares = weights.map((weight) => ((size * weight) / whole) * step);
  let left = size - shares.reduce((soFar, share) => soFar + share, 0n);
  // What is left is less than a step for each that has a remainder, so there are always enough to take it.
  const raised = new Map<number, bigint>();
  for (const index of largestFirst(weights.map((weight) => (size * weight) % whole))) {
    if (left === 0n) break;
    const more = left < step ? left : step;
    raised.set(index, more);
    left -= more;
  }
  return ok(shares.map((share, index) => dong(sign * (share + (raised.get(index) ?? 0n)))));
}

/** Positions by falling remainder; the sort is stable, so ties keep their order. */
function largestFirst(remainders: readonly bigint[]): number[] {
  return remainders
    .map((remainder, index) => ({ remainder, index }))
    .sort((a, b) => (a.remainder < b.remainder ? 1 : a.remainder > b.remainder ? -1 : 0))
    .map(({ index }) => index);
}
