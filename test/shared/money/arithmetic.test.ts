import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DEPTH_LIMIT, evaluate } from '../../../shared/money/arithmetic.ts';
import { isInRange } from '../../../shared/money/dong.ts';
import { readAmount } from '../../../shared/money/read.ts';
import type { Unit } from '../../../shared/money/unit.ts';

function read(text: string, unit: Unit = 'trieu'): bigint | string {
  const result = readAmount(text, unit);
  return result.ok ? result.value : result.refusal.code;
}

describe('arithmetic in a cell', () => {
  test.each<[string, bigint]>([
    ['=14.750*4', 59_000_000_000n],
    ['= 14.750 × 4', 59_000_000_000n],
    ['=14.750*4+500*3', 60_500_000_000n],
    ['=10/3*3', 10_000_000n],
    ['=10÷4', 2_500_000n],
    ['=2+3*4', 14_000_000n],
    ['=(2+3)*4', 20_000_000n],
    ['=10-4-3', 3_000_000n],
    ['=10−4', 6_000_000n],
    ['=-5+2', -3_000_000n],
    ['=2*-3', -6_000_000n],
    ['=200*10%', 20_000_000n],
    ['=(5+5)%', 100_000n],
    ['=1,5\u00a0+ 1,5', 3_000_000n],
    ['=--5', 5_000_000n],
    ['=-6/-4', 1_500_000n],
  ])('%s works in the unit of the cell', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  test('only the result is rounded, half away from zero, to the đồng', () => {
    expect(read('=1/3')).toBe(333_333n);
    expect(read('=1/2', 'dong')).toBe(1n);
    expect(read('=-1/2', 'dong')).toBe(-1n);
    expect(read('=1/2+1/2', 'dong')).toBe(1n);
    expect(read('=0,4+0,4', 'dong')).toBe(1n);
  });

  test.each<[string, string]>([
    ['=', 'amount.unfinished'],
    ['=5*', 'amount.unfinished'],
    ['=(', 'amount.unfinished'],
    ['=5/0', 'amount.divisionByZero'],
    ['=5/(3-3)', 'amount.divisionByZero'],
    ['=(5', 'amount.parenthesis'],
    ['=5)', 'amount.parenthesis'],
    ['=()', 'amount.unexpected'],
    ['=5+*3', 'amount.unexpected'],
    ['=+5', 'amount.unexpected'],
    ['==5', 'amount.unexpected'],
    ['=5:2', 'amount.unexpected'],
    ['=5x2', 'amount.unexpected'],
    ['=1 tỷ + 500 triệu', 'amount.unitInArithmetic'],
    ['=5%%', 'amount.unexpected'],
    ['=1.50*2', 'amount.dotIsThousands'],
    ['=5 5', 'amount.spaceInside'],
    ['=(5 5)', 'amount.spaceInside'],
    ['=2e3', 'amount.scientific'],
    ['=5 tỷ', 'amount.unitInArithmetic'],
    ['=A1+5', 'amount.unexpected'],
    ['=9000000000*9000000000', 'amount.outOfRange'],
  ])('%s is refused: %s', (text, code) => {
    expect(read(text)).toBe(code);
  });

  test('nesting is bounded, so that no text overflows the stack', () => {
    expect(read(`=${'('.repeat(DEPTH_LIMIT)}5${')'.repeat(DEPTH_LIMIT)}`)).toBe(5_000_000n);
    expect(read(`=${'('.repeat(90)}5${')'.repeat(90)}`)).toBe('amount.tooDeep');
    expect(read(`=${'-'.repeat(150)}5`)).toBe('amount.tooDeep');
    expect(evaluate('('.repeat(1_000_000), 'vi').ok).toBe(false);
  });

  test('multiplying after dividing by the same number gives the amount back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999 }), fc.integer({ min: 1, max: 999_999 }), (a, b) => {
        expect(read(`=${a}/${b}*${b}`, 'dong')).toBe(BigInt(a));
      }),
    );
  });

  test('sums and products agree with whole-number arithmetic, whatever the order of operations', () => {
    const operand = fc.integer({ min: 0, max: 9_999 });
    const steps = fc.array(fc.tuple(fc.constantFrom('+', '-', '*'), operand), { maxLength: 4 });
    fc.assert(
      fc.property(operand, steps, (first, rest) => {
        const terms: bigint[] = [BigInt(first)];
        for (const [sign, value] of rest) {
          if (sign === '*') terms.push((terms.pop() ?? 0n) * BigInt(value));
          else terms.push(sign === '+' ? BigInt(value) : -BigInt(value));
        }
        const expected = terms.reduce((sum, term) => sum + term, 0n);
        expect(read(`=${first}${rest.flat().join('')}`, 'dong')).toBe(
          isInRange(expected) ? expected : 'amount.outOfRange',
        );
      }),
    );
  });
});
