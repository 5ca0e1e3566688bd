import { describe, expect, test } from 'vitest';
import { rowId } from '../../../shared/plan/ids.ts';
import { ordinalsOf, printOrdinal } from '../../../shared/plan/ordinals.ts';
import type { Level, OrdinalStyle, Row } from '../../../shared/plan/plan.ts';

const places = (count: number) => Array.from({ length: count }, (_, at) => at + 1);

describe('a printed number by its style', () => {
  test('number counts on, nested after its parent’s number', () => {
    expect(places(3).map((place) => printOrdinal('number', place, '2'))).toEqual(['1', '2', '3']);
    expect(places(3).map((place) => printOrdinal('nested', place, '2'))).toEqual(['2.1', '2.2', '2.3']);
    expect(printOrdinal('nested', 2, '')).toBe('2');
  });

  test('roman', () => {
    expect([1, 4, 5, 9, 14, 19, 40, 44, 90, 99, 400, 1994].map((n) => printOrdinal('roman', n, ''))).toEqual([
      'I',
      'IV',
      'V',
      'IX',
      'XIV',
      'XIX',
      'XL',
      'XLIV',
      'XC',
      'XCIX',
      'CD',
      'MCMXCIV',
    ]);
  });

  test('letter follows Vietnamese lists, đ after d, and goes on with two letters', () => {
    expect(
      places(23)
        .map((place) => printOrdinal('letter', place, ''))
        .join(' '),
    ).toBe('a b c d đ e g h i k l m n o p q r s t u v x y');
    expect([24, 25, 46, 47].map((place) => printOrdinal('letter', place, ''))).toEqual([
      'aa',
      'ab',
      'ay',
      'ba',
    ]);
  });

  test('dash', () => {
    expect(printOrdinal('dash', 7, '1')).toBe('-');
  });
});

describe('the printed numbers of rows', () => {
  const level = (ordinal: OrdinalStyle): Level => ({ name: '', ordinal, codePrefix: 'R', codeDigits: 1 });
  const row = (id: string, ordinal: string | null = null): Row => ({
    id: rowId(id),
    parent: id.includes('.') ? rowId(id.slice(0, id.lastIndexOf('.'))) : null,
    code: id,
    ordinal,
    name: id,
    investment: 'yes',
    leadAgency: '',
    note: '',
    confirmed: true,
  });
  const numbers = (rows: Row[], styles: readonly OrdinalStyle[]) => ordinalsOf(rows, styles.map(level));

  test('each level in its own style, a deeper one as the last', () => {
    const rows = ['a', 'a.a', 'a.b', 'a.b.a', 'a.b.a.a', 'b', 'b.a'].map((id) => row(id));
    expect(numbers(rows, ['roman', 'number', 'letter'])).toEqual(['I', '1', '2', 'a', 'a', 'II', '1']);
    expect(numbers(rows, ['number', 'nested', 'dash'])).toEqual(['1', '1.1', '1.2', '-', '-', '2', '2.1']);
  });

  test('an officer’s own number does not shift its neighbours', () => {
    const rows = [row('a'), row('b', '7'), row('c')];
    expect(numbers(rows, ['number'])).toEqual(['1', '7', '3']);
  });

  test('nested rows print what their parent prints', () => {
    const rows = [row('a', 'IV'), row('a.a'), row('a.b', '9'), row('a.c')];
    expect(numbers(rows, ['number', 'nested'])).toEqual(['IV', 'IV.1', '9', 'IV.3']);
  });

  test('an empty number is printed as empty, and what is nested in it starts anew', () => {
    expect(numbers([row('a', ''), row('a.a')], ['number', 'nested'])).toEqual(['', '1']);
  });

  test('other levels give other numbers to the same rows', () => {
    const rows = [row('a'), row('b')];
    expect(numbers(rows, ['number'])).toEqual(['1', '2']);
    expect(numbers(rows, ['roman'])).toEqual(['I', 'II']);
  });
});
