import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Dong, dong } from '../../../shared/money/dong.ts';
import { splitByWeights } from '../../../shared/money/split.ts';
import { anyAmount } from './amounts.ts';

function shares(total: Dong, weights: readonly bigint[], step?: Dong): readonly bigint[] | string {
  const result = splitByWeights(total, weights, step);
  return result.ok ? result.value : result.refusal.code;
}

const someWeights = fc
  .array(fc.bigInt({ min: 0n, max: 10n ** 19n }), { minLength: 1, maxLength: 40 })
  .filter((weights) => weights.some((weight) => weight > 0n));

describe('splitting an amount', () => {
  test('the largest remainders get the đồng that are left, the earlier first', () => {
    expect(shares(dong(100n), [1n, 1n, 1n])).toEqual([34n, 33n, 33n]);
    expect(shares(dong(100n), [1n, 2n, 4n])).toEqual([14n, 29n, 57n]);
    expect(shares(dong(-100n), [1n, 1n, 1n])).toEqual([-34n, -33n, -33n]);
    expect(shares(dong(10n), [0n, 3n, 0n])).toEqual([0n, 10n, 0n]);
  });

  test('in steps, a part takes what the total has beyond whole steps', () => {
    expect(shares(dong(100n), [1n, 1n, 1n], dong(10n))).toEqual([40n, 30n, 30n]);
    expect(shares(dong(105n), [1n, 1n, 1n], dong(10n))).toEqual([40n, 35n, 30n]);
    expect(shares(dong(-105n), [1n, 1n, 1n], dong(10n))).toEqual([-40n, -35n, -30n]);
    expect(shares(dong(7n), [1n, 2n], dong(10n))).toEqual([0n, 7n]);
    expect(shares(dong(20n), [0n, 1n, 1n, 1n], dong(10n))).toEqual([0n, 10n, 10n, 0n]);
  });

  test('there must be something to split by', () => {
    expect(shares(dong(10n), [])).toBe('split.noWeight');
    expect(shares(dong(10n), [0n, 0n])).toBe('split.noWeight');
    expect(shares(dong(10n), [1n, -1n])).toBe('split.negativeWeight');
  });

  test('no đồng is lost, and each share is within one đồng of its exact share', () => {
    fc.assert(
      fc.property(anyAmount, someWeights, (total, weights) => {
        const parts = shares(total, weights);
        if (typeof parts === 'string') throw new Error(parts);
        const sum = weights.reduce((a, b) => a + b, 0n);
        expect(parts.reduce((a, b) => a + b, 0n)).toBe(total);
        for (const [index, part] of parts.entries()) {
          const error = part * sum - total * (weights[index] ?? 0n);
          expect(error < sum && error > -sum).toBe(true);
        }
      }),
    );
  });

  test('in steps no đồng is lost, all shares but one are whole steps, and each is within a step of its exact share', () => {
    const someStep = fc.bigInt({ min: 1n, max: 10n ** 13n }).map(dong);
    fc.assert(
      fc.property(anyAmount, someWeights, someStep, (total, weights, step) => {
        const parts = shares(total, weights, step);
        if (typeof parts === 'string') throw new Error(parts);
        const sum = weights.reduce((a, b) => a + b, 0n);
        expect(parts.reduce((a, b) => a + b, 0n)).toBe(total);
        const broken = parts.filter((part) => part % step !== 0n);
        expect(broken.length).toBe(total % step === 0n ? 0 : 1);
        for (const [index, part] of parts.entries()) {
          const weight = weights[index] ?? 0n;
          const error = part * sum - total * weight;
          expect(error < sum * step && error > -sum * step).toBe(true);
          if (weight === 0n) expect(part).toBe(0n);
        }
      }),
    );
  });

  test('in steps of one đồng is how it is split without', () => {
    fc.assert(
      fc.property(anyAmount, someWeights, (total, weights) => {
        expect(shares(total, weights, dong(1n))).toEqual(shares(total, weights));
      }),
    );
  });

  test('a negative total is split as its positive is', () => {
    fc.assert(
      fc.property(anyAmount, someWeights, (total, weights) => {
        const positive = shares(total, weights);
        const negative = shares(dong(-total), weights);
        if (typeof positive === 'string' || typeof negative === 'string') throw new Error('refused');
        expect(negative.map((part) => -part)).toEqual([...positive]);
      }),
    );
  });
});
