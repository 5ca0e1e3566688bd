import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decimalOf } from '../../../shared/money/decimal.ts';
import { dong, magnitude } from '../../../shared/money/dong.ts';
import { percentText } from '../../../shared/money/percent.ts';
import { roundedQuotient, roundToUnit } from '../../../shared/money/round.ts';
import { UNIT_SIZE } from '../../../shared/money/unit.ts';
import { anyAmount, anyUnit } from './amounts.ts';

describe('rounding for display', () => {
  test('half goes away from zero', () => {
    expect(roundToUnit(dong(1_500_000n), 'trieu')).toBe(2_000_000n);
    expect(roundToUnit(dong(-1_500_000n), 'trieu')).toBe(-2_000_000n);
    expect(roundToUnit(dong(1_449_999n), 'trieu', 1)).toBe(1_400_000n);
    expect(roundToUnit(dong(1_450_000n), 'trieu', 1)).toBe(1_500_000n);
    expect(roundToUnit(dong(7n), 'dong', 3)).toBe(7n);
  });

  test('the rounded amount is a whole number of units, at most half a unit away', () => {
    fc.assert(
      fc.property(anyAmount, anyUnit, (amount, unit) => {
        const rounded = roundToUnit(amount, unit);
        expect(rounded % UNIT_SIZE[unit]).toBe(0n);
        expect(2n * magnitude(dong(rounded - amount)) <= UNIT_SIZE[unit]).toBe(true);
      }),
    );
  });

  test('whole-number rounding agrees with decimal.js at 60 digits', () => {
    fc.assert(
      fc.property(anyAmount, fc.bigInt({ min: 1n, max: 10n ** 18n }), (amount, divisor) => {
        const expected = decimalOf(amount).div(decimalOf(divisor)).toDecimalPlaces(0);
        expect(decimalOf(roundedQuotient(amount, divisor)).equals(expected)).toBe(true);
      }),
    );
  });
});

describe('a share in per cent', () => {
  test('the local counterpart of the reference plan is 4,74 % of the central support', () => {
    expect(percentText(dong(9_300_000_000n), dong(196_100_000_000n))).toBe('4,74');
    expect(percentText(dong(9_300_000_000n), dong(196_100_000_000n), 'en', 1)).toBe('4.7');
  });

  test('there is no share of nothing, and none is below zero by a sign alone', () => {
    expect(percentText(dong(1n), dong(0n))).toBeUndefined();
    expect(percentText(dong(-1n), dong(1_000_000n), 'vi', 0)).toBe('0');
  });
});
