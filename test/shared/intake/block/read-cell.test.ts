import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { quickAmount } from '../../../../shared/intake/block/quick-amount.ts';
import { readBlockCell } from '../../../../shared/intake/block/read-cell.ts';
import { message } from '../../../../shared/messages/message.ts';
import { dong } from '../../../../shared/money/dong.ts';
import { UNITS } from '../../../../shared/money/unit.ts';
import { writeAmount } from '../../../../shared/money/write.ts';

describe('a cell of another program', () => {
  test.each([
    ['1.500', 'vi', 1_500_000_000n],
    ['1,500', 'en', 1_500_000_000n],
    [' 1,234.50 ', 'en', 1_234_500_000n],
    ['(1.234)', 'vi', -1_234_000_000n],
    [' ( 1.234 ) ', 'vi', -1_234_000_000n],
    [' - ', 'vi', 0n],
    [' -   ', 'en', 0n],
    ['–', 'vi', 0n],
    ["'1500", 'vi', 1_500_000_000n],
    ['\u200e1.500\u00a0', 'vi', 1_500_000_000n],
    ['\u20021.500\u3000', 'vi', 1_500_000_000n],
    ['62,5 tỷ', 'vi', 62_500_000_000n],
    ['62.500 đồng', 'vi', 62_500n],
    ['−5', 'vi', -5_000_000n],
  ] as const)('%j is an amount', (text, numbers, amount) => {
    expect(readBlockCell(text, 'trieu', numbers)).toEqual({ kind: 'amount', amount, currency: false });
  });

  test.each([
    ['1.500.000 ₫', 'vi', 1_500_000n],
    ['1.500.000đ', 'vi', 1_500_000n],
    ['1.500.000 VNĐ', 'vi', 1_500_000n],
    ['VND 1,500,000', 'en', 1_500_000n],
    ['-₫1,500,000', 'en', -1_500_000n],
    ['-1.500 ₫', 'vi', -1_500n],
    ['(1.500 ₫)', 'vi', -1_500n],
    [' ₫ (1,500.00)', 'en', -1_500n],
    [' - ₫ ', 'vi', 0n],
  ] as const)('%j says itself that it is in đồng, which is to be confirmed', (text, numbers, amount) => {
    expect(readBlockCell(text, 'trieu', numbers)).toEqual({ kind: 'amount', amount, currency: true });
  });

  test.each(['', ' ', '\u00a0', '\t', "'", '\u200b'])('%j is blank', (text) => {
    expect(readBlockCell(text, 'trieu', 'vi')).toEqual({ kind: 'blank' });
  });

  test.each([
    ['####', 'block.tooNarrow'],
    ['########', 'block.tooNarrow'],
    ['#REF!', 'block.sheetError'],
    ['#DIV/0!', 'block.sheetError'],
    ['#N/A', 'block.sheetError'],
    ['#VALUE!', 'block.sheetError'],
    ['#NAME?', 'block.sheetError'],
    ['#SPILL!', 'block.sheetError'],
    ['Err:502', 'block.sheetError'],
    ['=A1+B2', 'block.formula'],
    ['=SUM(A1:A9)', 'block.formula'],
    ['=1+2', 'block.formula'],
    ['+A1', 'block.formula'],
    ['{=SUM(A1*B1)}', 'block.formula'],
    ['@SUM(A1)', 'block.formula'],
    ['≠', 'block.mixed'],
    ['01/02/2025', 'block.date'],
    ['1-2-2025', 'block.date'],
    ['01.02.2025', 'block.date'],
    ['2025-02-01', 'block.date'],
    ['2025-02-01T00:00:00', 'block.date'],
    ['01/02/2025 10:30', 'block.date'],
    ['02/2025', 'block.date'],
    ['01-Feb-25', 'block.date'],
    ['Thg2-25', 'block.date'],
    ['10:30', 'block.date'],
    ['12,5%', 'block.percent'],
    ['12 %', 'block.percent'],
    ['TRUE', 'block.trueOrFalse'],
    ['sai', 'block.trueOrFalse'],
    ['$1,234', 'block.foreignCurrency'],
    ['1.234 USD', 'block.foreignCurrency'],
    ['€5', 'block.foreignCurrency'],
    ['EUR 5', 'block.foreignCurrency'],
    ['Dự án', 'block.words'],
    ['Dự án 1', 'block.words'],
    ['DA3', 'block.words'],
    ['x', 'block.words'],
    ['--', 'block.words'],
    ['n/a', 'block.words'],
    ['5 con', 'amount.unknownUnit'],
    ['1.234-', 'amount.equalsMissing'],
    ['1 234', 'amount.spaceInside'],
    ['1,5E+09', 'amount.scientific'],
    ['1.50', 'amount.dotIsThousands'],
    ['0,0000001', 'amount.finerThanDong'],
    ['9'.repeat(30), 'amount.outOfRange'],
    ['9'.repeat(300), 'amount.tooLong'],
    ['５', 'amount.otherDigits'],
  ] as const)('%j is refused, and the officer is told why', (text, code) => {
    const read = readBlockCell(text, 'trieu', 'vi');
    expect(read).toMatchObject({ kind: 'refused', refusal: { code } });
    if (read.kind !== 'refused') return;
    for (const locale of ['vi', 'en'] as const) {
      expect(message(code, read.refusal.params, locale)).not.toMatch(/\{\w+\}/);
    }
  });

  test('a long text is named by its beginning', () => {
    const read = readBlockCell('Hỗ trợ phát triển sản xuất trong lĩnh vực nông nghiệp', 'trieu', 'vi');
    expect(read).toMatchObject({ refusal: { params: { text: 'Hỗ trợ phát triển sản xuất trong lĩnh v…' } } });
  });

  test('that we wrote ourselves comes back as it was, in every unit and both conventions', () => {
    const amount = fc.bigInt(-(10n ** 18n), 10n ** 18n).map(dong);
    fc.assert(
      fc.property(amount, fc.constantFrom(...UNITS), fc.constantFrom('vi', 'en'), (value, unit, numbers) => {
        const read = readBlockCell(writeAmount(value, unit, { numbers }), unit, numbers);
        expect(read).toEqual({ kind: 'amount', amount: value, currency: false });
      }),
    );
  });

  test('is never a formula that is worked out', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 20 }), (rest) => {
        expect(readBlockCell(`=${rest}`, 'trieu', 'vi').kind).toBe('refused');
      }),
    );
  });
});

test('the quick look at a cell says what the full one says, or nothing', () => {
  const written = fc.string({ unit: fc.constantFrom('0', '1', '2', '9', '.', ',', '-', ' '), maxLength: 20 });
  const ours = fc
    .tuple(fc.bigInt(0n, 10n ** 13n).map(dong), fc.constantFrom(...UNITS))
    .map(([amount, unit]) => writeAmount(amount, unit));
  let looked = 0;
  fc.assert(
    fc.property(
      fc.oneof(written, ours),
      fc.constantFrom(...UNITS),
      fc.constantFrom('vi', 'en'),
      (text, unit, numbers) => {
        const quick = quickAmount(unit, numbers)(text);
        if (Number.isNaN(quick)) return;
        looked += 1;
        expect(readBlockCell(text, unit, numbers)).toEqual({
          kind: 'amount',
          amount: BigInt(quick),
          currency: false,
        });
      },
    ),
    { numRuns: 3_000 },
  );
  expect(looked).toBeGreaterThan(100);
});
