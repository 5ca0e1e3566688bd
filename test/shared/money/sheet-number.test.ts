import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Dong, dong } from '../../../shared/money/dong.ts';
import { nearestAmount, readSheetNumber, sheetNumber } from '../../../shared/money/sheet-number.ts';
import { UNITS } from '../../../shared/money/unit.ts';

/** Amounts of at most fifteen significant digits, up to the largest that is accepted. */
const amounts: fc.Arbitrary<Dong> = fc
  .tuple(fc.bigInt(-999_999_999_999_999n, 999_999_999_999_999n), fc.integer({ min: 0, max: 3 }))
  .map(([digits, zeros]) => dong(digits * 10n ** BigInt(zeros)));
const units = fc.constantFrom(...UNITS);

describe('an amount as the number of a spreadsheet cell', () => {
  it('comes back exactly, in every unit', () => {
    fc.assert(
      fc.property(amounts, units, (amount, unit) => {
        expect(readSheetNumber(sheetNumber(amount, unit) ?? Number.NaN, unit)).toBe(amount);
      }),
      { numRuns: 2_000 },
    );
  });

  it('has at most fifteen significant digits', () => {
    expect(sheetNumber(dong(1_234_567_890_123_456n), 'trieu')).toBeUndefined();
    expect(sheetNumber(dong(1_234_567_890_123_450n), 'trieu')).toBe(1_234_567_890.12345);
    expect(sheetNumber(dong(-9_000_000_000_000_000_000n), 'ty')).toBe(-9_000_000_000);
  });

  it('is still read where a sum in doubles is a little off', () => {
    expect(readSheetNumber(0.1 + 0.2, 'trieu')).toBe(300_000n);
    expect(readSheetNumber(1.1 * 3, 'trieu')).toBe(3_300_000n);
  });

  it('is none where it is finer than a đồng, too large, or no number', () => {
    expect(readSheetNumber(1.2345678, 'trieu')).toBeUndefined();
    expect(readSheetNumber(0.4, 'dong')).toBeUndefined();
    expect(readSheetNumber(1e30, 'dong')).toBeUndefined();
    expect(readSheetNumber(Number.NaN, 'dong')).toBeUndefined();
    expect(readSheetNumber(Number.POSITIVE_INFINITY, 'dong')).toBeUndefined();
  });

  it('has a nearest đồng, half away from zero', () => {
    expect(nearestAmount(0.5, 'dong')).toBe(1n);
    expect(nearestAmount(-2.5, 'dong')).toBe(-3n);
    expect(nearestAmount(-0, 'trieu')).toBe(0n);
  });
});
