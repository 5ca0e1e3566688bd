import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isWellWritten, markedNumber } from '../../../../shared/intake/block/number-shape.ts';
import { decideNumbers } from '../../../../shared/intake/block/numbers.ts';
import { readBlockCell } from '../../../../shared/intake/block/read-cell.ts';
import { dong } from '../../../../shared/money/dong.ts';
import { scanLiteral } from '../../../../shared/money/literal.ts';
import type { Numbers } from '../../../../shared/money/numbers.ts';
import { writeAmount } from '../../../../shared/money/write.ts';

const CONVENTIONS: readonly Numbers[] = ['vi', 'en'];
const aMarked = fc.string({
  unit: fc.constantFrom('0', '1', '5', '7', '.', ','),
  minLength: 1,
  maxLength: 12,
});

describe('the convention of a block', () => {
  test.each([
    ['1.234.567', 'vi'],
    ['12,5', 'vi'],
    ['1.234,5', 'vi'],
    ['-1.234,5', 'vi'],
    ['(12,50)', 'vi'],
    [' 1.234,50 ₫', 'vi'],
    ['62,5 tỷ đồng', 'vi'],
    ['12,5%', 'vi'],
    ['1,234,567', 'en'],
    ['12.5', 'en'],
    ['1,234.50', 'en'],
    ['0.500', 'en'],
    ['1500.250', 'en'],
    ['$1,234.50', 'en'],
  ])('is decided by %s', (text, numbers) => {
    expect(decideNumbers(['1.500', '', text, '200'])).toEqual({ kind: 'decided', numbers });
  });

  test.each([[['1.500']], [['1,500', '', '-']], [['1.500', '1,500']], [['Dự án', '62.500 triệu']]])(
    'is asked about where %j is all there is',
    (texts) => {
      expect(decideNumbers(texts)).toMatchObject({ kind: 'ask' });
    },
  );

  test.each([[['1500', '-', '', '200']], [[]], [['Dự án', 'Mục 2.1', '=A1*1.5', '01.02.2025', '1.2.3']]])(
    'does not matter to %j',
    (texts) => {
      expect(decideNumbers(texts)).toEqual({ kind: 'neutral' });
    },
  );

  test('is contradicted by cells that are numbers under one alone, and those are named', () => {
    expect(decideNumbers(['1.234.567', '12.5', '1.500', '12,5'])).toEqual({
      kind: 'contradiction',
      onlyVi: ['1.234.567', '12,5'],
      onlyEn: ['12.5'],
    });
  });

  test.each([
    [
      { text: '1.500', value: 1500 },
      { kind: 'decided', numbers: 'vi' },
    ],
    [
      { text: '1.500', value: 1.5 },
      { kind: 'decided', numbers: 'en' },
    ],
    [
      { text: '-1.500 ', value: -1500 },
      { kind: 'decided', numbers: 'vi' },
    ],
    // Printed with fewer decimals than it has.
    [
      { text: '1.500', value: 1499.7 },
      { kind: 'decided', numbers: 'vi' },
    ],
    // Says neither.
    [
      { text: '1.500', value: 42 },
      { kind: 'ask', example: '1.500' },
    ],
    // The clipboard speaks against its own text.
    [
      { text: '12,5', value: 125 },
      { kind: 'ask', example: '1.500' },
    ],
  ])('is decided by what the HTML states: %j', (hint, decision) => {
    expect(decideNumbers(['1.500', '2.000'], [hint])).toEqual(decision);
  });

  test('is contradicted by a hint that speaks against the texts', () => {
    expect(decideNumbers(['1.234,5'], [{ text: '1.500', value: 1.5 }]).kind).toBe('contradiction');
  });

  test('is never one under which a cell is no number while all are under the other', () => {
    fc.assert(
      fc.property(fc.array(aMarked, { maxLength: 6 }), (texts) => {
        const decision = decideNumbers(texts);
        if (decision.kind !== 'decided') return;
        const reads = (text: string, numbers: Numbers) =>
          readBlockCell(text, 'ty', numbers).kind === 'amount';
        const other = decision.numbers === 'vi' ? 'en' : 'vi';
        const lost = texts.filter((text) => reads(text, other) && !reads(text, decision.numbers));
        expect(lost).toEqual([]);
      }),
      { numRuns: 1_000 },
    );
  });

  test('is not decided against a block that we wrote in one of them', () => {
    const amounts = fc.array(fc.bigInt(-(10n ** 12n), 10n ** 12n).map(dong), { maxLength: 8 });
    fc.assert(
      fc.property(amounts, fc.constantFrom(...CONVENTIONS), (block, numbers) => {
        const decision = decideNumbers(block.map((amount) => writeAmount(amount, 'trieu', { numbers })));
        expect(decision.kind).not.toBe('contradiction');
        if (decision.kind === 'decided') expect(decision.numbers).toBe(numbers);
      }),
    );
  });
});

test('a number is well written exactly where the reader of amounts finds one', () => {
  fc.assert(
    fc.property(aMarked, fc.constantFrom(...CONVENTIONS), (text, numbers) => {
      const core = markedNumber(text);
      if (core === null || core.start > 0 || core.end < text.length) return;
      const literal = scanLiteral(text, 0, numbers);
      expect(isWellWritten(text, core, numbers)).toBe(literal?.end === text.length);
    }),
    { numRuns: 2_000 },
  );
});
