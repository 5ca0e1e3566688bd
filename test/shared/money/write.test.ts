import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dong } from '../../../shared/money/dong.ts';
import { writeAmount } from '../../../shared/money/write.ts';
import { anyAmount, anyUnit } from './amounts.ts';

describe('an amount on paper', () => {
  test('the reference appendix in triệu and in đồng', () => {
    expect(writeAmount(dong(62_500_000_000n), 'trieu')).toBe('62.500');
    expect(writeAmount(dong(209_600_000_000n), 'dong')).toBe('209.600.000.000');
    expect(writeAmount(dong(209_600_000_000n), 'ty')).toBe('209,6');
    expect(writeAmount(dong(209_600_000_000n), 'trieu', { numbers: 'en' })).toBe('209,600');
  });

  test('as many decimals as the amount has, no trailing zeros', () => {
    expect(writeAmount(dong(717_000_190_000n), 'trieu')).toBe('717.000,19');
    expect(writeAmount(dong(1n), 'ty')).toBe('0,000000001');
    expect(writeAmount(dong(-1_500_000n), 'trieu', { numbers: 'en' })).toBe('-1.5');
  });

  test('zero is "0", or "-" where a form prints it', () => {
    expect(writeAmount(dong(0n), 'trieu')).toBe('0');
    expect(writeAmount(dong(0n), 'trieu', { zero: '-', decimals: 2 })).toBe('-');
  });

  test('rounding for display is half away from zero', () => {
    expect(writeAmount(dong(1_500_000n), 'trieu', { decimals: 0 })).toBe('2');
    expect(writeAmount(dong(-1_500_000n), 'trieu', { decimals: 0 })).toBe('-2');
    expect(writeAmount(dong(1_499_999n), 'trieu', { decimals: 0 })).toBe('1');
    expect(writeAmount(dong(999_999_500_000n), 'trieu', { decimals: 0 })).toBe('1.000.000');
  });

  test('a small amount gets the decimals that its first digit needs', () => {
    expect(writeAmount(dong(400_000n), 'ty', { decimals: 2 })).toBe('0,0004');
    expect(writeAmount(dong(-449_999n), 'trieu', { decimals: 0, zero: '-' })).toBe('-0,4');
  });

  test('a non-zero amount never shows as zero', () => {
    fc.assert(
      fc.property(anyAmount, anyUnit, fc.integer({ min: 0, max: 12 }), (amount, unit, decimals) => {
        const text = writeAmount(amount, unit, { decimals, zero: '-' });
        expect(/[1-9]/.test(text)).toBe(amount !== 0n);
        expect(text.startsWith('-')).toBe(amount <= 0n);
      }),
    );
  });
});
