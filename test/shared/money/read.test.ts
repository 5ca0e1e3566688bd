import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { wordRefusal } from '../../../shared/messages/message.ts';
import { DONG_LIMIT } from '../../../shared/money/dong.ts';
import type { Numbers } from '../../../shared/money/numbers.ts';
import { readAmount } from '../../../shared/money/read.ts';
import { UNIT_SIZE, type Unit } from '../../../shared/money/unit.ts';
import { writeAmount } from '../../../shared/money/write.ts';
import { anyAmount, anyNumbers, anyUnit } from './amounts.ts';

/** The amount in đồng, or the code of the refusal. */
function read(text: string, unit: Unit = 'trieu', numbers: Numbers = 'vi'): bigint | string {
  const result = readAmount(text, unit, numbers);
  return result.ok ? result.value : result.refusal.code;
}

describe('an amount in a cell', () => {
  test.each([
    ['62.500', 62_500_000_000n],
    ['62,5', 62_500_000n],
    ['37,950', 37_950_000n],
    ['717.000,190', 717_000_190_000n],
    ['62500', 62_500_000_000n],
    ['0', 0n],
    ['-0', 0n],
    ['0,000001', 1n],
    ['1,50', 1_500_000n],
    ['1.500', 1_500_000_000n],
    ['007', 7_000_000n],
  ])('%s triệu is read in Vietnamese numbers', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  test.each(['-', '–', '—', '−', ' - ', '\u00a0–\u202f'])('a dash alone (%j) is zero', (text) => {
    expect(read(text)).toBe(0n);
  });

  test.each(['-1.500', '−1.500', '- 1.500', '(1.500)', '( 1.500 )', ' (1.500)\u00a0'])(
    '%j is negative',
    (text) => {
      expect(read(text)).toBe(-1_500_000_000n);
    },
  );

  test.each(['5', ' 5', '5 ', '\u00a05\u00a0', '\u202f5', '5\r\n', '\t5'])(
    '%j has blanks around only',
    (text) => {
      expect(read(text)).toBe(5_000_000n);
    },
  );

  test.each<[string, bigint]>([
    ['5 đồng', 5n],
    ['5đ', 5n],
    ['5 nghìn', 5_000n],
    ['5 ngàn đồng', 5_000n],
    ['5 triệu', 5_000_000n],
    ['5 TRIỆU ĐỒNG', 5_000_000n],
    ['5 tỷ', 5_000_000_000n],
    ['5 tỉ\u00a0đồng', 5_000_000_000n],
    ['62,5tỷ', 62_500_000_000n],
    ['(5 tỷ)', -5_000_000_000n],
    ['(5) tỷ', -5_000_000_000n],
    ['5 tỷ đồng'.normalize('NFD'), 5_000_000_000n],
  ])('%j: the unit word overrides the unit of the cell', (text, expected) => {
    expect(read(text, 'nghin')).toBe(expected);
  });

  test.each<[string, string]>([
    ['', 'amount.empty'],
    [' \u00a0', 'amount.empty'],
    ['1'.repeat(201), 'amount.tooLong'],
    ['1.50', 'amount.dotIsThousands'],
    ['1.5', 'amount.dotIsThousands'],
    ['1.2345', 'amount.dotIsThousands'],
    ['0.500', 'amount.dotIsThousands'],
    ['12.34.567', 'amount.groupsOfThree'],
    ['1234.567', 'amount.groupsOfThree'],
    ['1.500.00', 'amount.groupsOfThree'],
    ['0.500.000', 'amount.groupsOfThree'],
    ['1.50,5', 'amount.groupsOfThree'],
    ['1,2,3', 'amount.decimalMarkTwice'],
    ['1,234,567', 'amount.decimalMarkTwice'],
    ['1,234.567', 'amount.groupAfterDecimal'],
    ['5,', 'amount.digitsMissing'],
    [',5', 'amount.digitsMissing'],
    ['1..500', 'amount.digitsMissing'],
    ['.', 'amount.digitsMissing'],
    ['1 500', 'amount.spaceInside'],
    ['1\u00a0500 000', 'amount.spaceInside'],
    ['1２', 'amount.otherDigits'],
    ['１２', 'amount.otherDigits'],
    ['١٢', 'amount.otherDigits'],
    ['1e5', 'amount.scientific'],
    ['1E+5', 'amount.scientific'],
    ['--5', 'amount.twoSigns'],
    ['-(5)', 'amount.twoSigns'],
    ['(-5)', 'amount.twoSigns'],
    ['(5', 'amount.parenthesis'],
    ['5)', 'amount.parenthesis'],
    ['(5))', 'amount.parenthesis'],
    ['5 abc', 'amount.unknownUnit'],
    ['5 đồng đồng', 'amount.unknownUnit'],
    ['5 nghìn tỷ', 'amount.unknownUnit'],
    ['2*3', 'amount.equalsMissing'],
    ['12-15', 'amount.equalsMissing'],
    ['(1+2)', 'amount.equalsMissing'],
    ['0x10', 'amount.unexpected'],
    ['1_000', 'amount.unexpected'],
    ['Infinity', 'amount.unexpected'],
    ['NaN', 'amount.unexpected'],
    ['+5', 'amount.unexpected'],
    ['–5', 'amount.unexpected'],
    ['5%', 'amount.unexpected'],
    ['5 triệu 500 nghìn', 'amount.unexpected'],
    ['- tỷ', 'amount.unexpected'],
    ['0,0000001', 'amount.finerThanDong'],
    ['0,5 đồng', 'amount.finerThanDong'],
    ['9000000000001 triệu', 'amount.outOfRange'],
    ['9'.repeat(200), 'amount.outOfRange'],
  ])('%j is refused: %s', (text, code) => {
    expect(read(text)).toBe(code);
  });

  test('decimals beyond the đồng are accepted where they are zeros', () => {
    expect(read('5,00', 'dong')).toBe(5n);
    expect(read('1,5000000')).toBe(1_500_000n);
  });

  test('1.50 is refused with the hint that says which mark does what', () => {
    const result = readAmount('1.50', 'trieu');
    expect(result.ok ? '' : wordRefusal(result.refusal)).toContain(
      'dấu chấm chỉ ngăn cách hàng nghìn; phần thập phân dùng dấu phẩy',
    );
  });

  test('English numbers are as strict, with the marks the other way round', () => {
    expect(read('1,500.5', 'trieu', 'en')).toBe(1_500_500_000n);
    expect(read('1.50', 'trieu', 'en')).toBe(1_500_000n);
    expect(read('1,50', 'trieu', 'en')).toBe('amount.commaIsThousands');
    expect(read('1.234.567', 'trieu', 'en')).toBe('amount.decimalMarkTwice');
    expect(read('1.234,5', 'trieu', 'en')).toBe('amount.groupAfterDecimal');
    expect(read('=1,000*1.5', 'trieu', 'en')).toBe(1_500_000_000n);
  });

  test('the limit itself is an amount, one đồng more is not', () => {
    expect(read(DONG_LIMIT.toString(), 'dong')).toBe(DONG_LIMIT);
    expect(read(`-${DONG_LIMIT}`, 'dong')).toBe(-DONG_LIMIT);
    expect(read((DONG_LIMIT + 1n).toString(), 'dong')).toBe('amount.outOfRange');
    expect(read(`(${DONG_LIMIT + 1n})`, 'dong')).toBe('amount.outOfRange');
  });

  test('what is written is read back to the same đồng', () => {
    fc.assert(
      fc.property(
        anyAmount,
        anyUnit,
        anyNumbers,
        fc.constantFrom('-' as const, '0' as const),
        (amount, unit, numbers, zero) => {
          expect(read(writeAmount(amount, unit, { numbers, zero }), unit, numbers)).toBe(amount);
        },
      ),
    );
  });

  test('grouping, parentheses and the unit word do not change the amount', () => {
    fc.assert(
      fc.property(anyAmount, anyUnit, (amount, unit) => {
        const plain = writeAmount(amount, unit).replaceAll('.', '');
        expect(read(plain, unit)).toBe(amount);
        expect(read(`${amount} đồng`, unit)).toBe(amount);
        if (amount < 0n) expect(read(`(${plain.slice(1)})`, unit)).toBe(amount);
      }),
    );
  });

  test('a whole number of units is that many units', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 1_000_000_000n }), anyUnit, (count, unit) => {
        expect(read(count.toString(), unit)).toBe(count * UNIT_SIZE[unit]);
      }),
    );
  });

  test('any text whatever is read or refused, and never throws', () => {
    const noise = fc.string({
      unit: fc.constantFrom(...'0123456789.,-−–()=+*/×÷% eđtỷ\u00a0１\u0323x_'),
      maxLength: 220,
    });
    fc.assert(
      fc.property(
        fc.oneof(noise, fc.string({ unit: 'binary' })),
        anyUnit,
        anyNumbers,
        (text, unit, numbers) => {
          expect(['bigint', 'string']).toContain(typeof read(text, unit, numbers));
        },
      ),
      { numRuns: 2_000 },
    );
  });
});
