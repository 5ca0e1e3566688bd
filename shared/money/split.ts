import { ok, type Result, refuse } from '../refusal.ts';
import { type Dong, dong } from './dong.ts';
import type { SplitRefusalCode } from './refusals.ts';

/**
 * `total` in đồng shared in proportion to the weights by the largest-remainder method: the shares add up to the total, each
 * is within one đồng of its exact share, and of equal remainders the earlier gets the đồng. A weight of zero gets nothing.
 * A negative total is split as its positive is. Refused where no weight is positive or one is negative.
 */
export function splitByWeights(total: Dong, weights: readonly bigint[]): Result<Dong[], SplitRefusalCode> {
  const negative = weights.findIndex((weight) => weight < 0n);
  if (negative >= 0) return refuse('split.negativeWeight', { position: negative + 1 });
  const sum = weights.reduce((soFar, weight) => soFar + weight, 0n);
  if (sum === 0n) return refuse('split.noWeight');

  const sign = total < 0n ? -1n : 1n;
  const size = total * sign;
  const shares = weights.map((weight) => (size * weight) / sum);
  const left = Number(size - shares.reduce((soFar, share) => soFar + share, 0n));
  const raised = new Set(largestFirst(weights.map((weight) => (size * weight) % sum)).slice(0, left));
  return ok(shares.map((share, index) => dong(sign * (raised.has(index) ? share + 1n : share))));
}

/** Positions by falling remainder; the sort is stable, so ties keep their order. */
function largestFirst(remainders: readonly bigint[]): number[] {
  return remainders
    .map((remainder, index) => ({ remainder, index }))
    .sort((a, b) => (a.remainder < b.remainder ? 1 : a.remainder > b.remainder ? -1 : 0))
    .map(({ index }) => index);
}
