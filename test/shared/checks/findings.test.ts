import { describe, expect, test } from 'vitest';
import type { Finding } from '../../../shared/checks/finding.ts';
import { findingText } from '../../../shared/messages/finding-text.ts';
import { dong } from '../../../shared/money/dong.ts';
import { applyEdits } from '../../../shared/plan/edit/apply.ts';
import type { PlanEdit } from '../../../shared/plan/edit/edit.ts';
import { rowId, sourceId, year } from '../../../shared/plan/ids.ts';
import type { Plan, Row } from '../../../shared/plan/plan.ts';
import { must, vinhLongPlan } from '../plan/sample-plan.ts';
import { newFindings, reviewOf } from './review-of.ts';

const plan = vinhLongPlan();
const ROW = rowId('DA3-TDA1');

const edited = (...edits: PlanEdit[]): Plan => must(applyEdits(plan, edits)).plan;
const found = (...edits: PlanEdit[]): Finding[] => newFindings(plan, edited(...edits));
const codes = (...edits: PlanEdit[]): string[] => found(...edits).map(({ code }) => code);
const amount = (
  inYear: number,
  source: string,
  capital: 'investment' | 'recurrent',
  value: bigint,
  row = ROW,
): PlanEdit => ({
  kind: 'setAmounts',
  amounts: [{ row, year: year(inYear), source: sourceId(source), capital, amount: dong(value) }],
  unfunded: 'keep',
});
const update = (row: string, patch: Partial<Omit<Row, 'id' | 'parent'>>): PlanEdit => ({
  kind: 'updateRow',
  row: rowId(row),
  patch,
});

describe('the reference plan', () => {
  test.each(['F1', 'F2'] as const)(
    'has one information on %s, that the local share starts in 2023',
    (form) => {
      const { open, accepted } = reviewOf(plan, form);
      expect(open.map(({ code, severity, params }) => [code, severity, params.year])).toEqual([
        ['check.shareStarts', 'information', 2023],
      ]);
      expect(accepted).toEqual([]);
      const [only] = open;
      if (!only) throw new Error('nothing found');
      expect(findingText(only, 'trieu')).toBe(
        'Ngân sách địa phương bắt đầu có từ năm 2023, chiếm 5,83 % tổng kinh phí; năm 2022 không có.',
      );
    },
  );

  test('has no counterpart finding until a percentage is set, and at 10 % one a year', () => {
    const shares = [2022, 2023, 2024, 2025].map((one) => ({ year: year(one), hundredths: 1000 }));
    const fired = found({ kind: 'setCounterpart', shares });
    expect(fired.map(({ severity, params }) => [severity, params.year])).toEqual(
      [2022, 2023, 2024, 2025].map((one) => ['warning', one]),
    );
    expect(fired.map((one) => findingText(one, 'trieu').match(/= ([\d,]+) %/)?.[1])).toEqual([
      '0',
      '6,32',
      '6,32',
      '6,32',
    ]);
    // 10 % of 49.025 triệu; 2022 has none of it.
    expect(fired[0]?.difference).toBe(-4_902_500_000n);
  });
});

describe('a counterpart percentage', () => {
  const share = (hundredths: number): PlanEdit => ({
    kind: 'setCounterpart',
    shares: [{ year: year(2023), hundredths }],
  });
  // 3.100 over 49.025 triệu is 6,3233… %.
  test('is exact: met to the hundredth, and missed by one', () => {
    expect(codes(share(632))).toEqual([]);
    expect(codes(share(633))).toEqual(['check.counterpart']);
  });

  test('of a year outside the period says nothing', () => {
    expect(codes({ kind: 'setCounterpart', shares: [{ year: year(2030), hundredths: 1000 }] })).toEqual([]);
  });
});

describe('amounts of a row', () => {
  test('money in a year that its source does not fund, with the cell and the sum', () => {
    const fired = found(amount(2022, 'local', 'recurrent', 5n)).filter(
      ({ severity }) => severity === 'error',
    );
    expect(fired).toMatchObject([
      {
        code: 'check.unfunded',
        row: ROW,
        difference: 5n,
        places: [{ row: ROW, selector: { years: 2022, source: 'local', capital: 'recurrent' } }],
      },
    ]);
    expect(codes(amount(2023, 'local', 'recurrent', 5_000_000n))).not.toContain('check.unfunded');
  });

  test('negative amounts of a source are one finding with all their years', () => {
    const fired = found(
      amount(2023, 'local', 'recurrent', -5_000_000n),
      amount(2025, 'local', 'recurrent', -6_000_000n),
    ).filter(({ code }) => code === 'check.negative');
    expect(fired).toMatchObject([{ params: { years: '2023, 2025' }, difference: -11_000_000n }]);
    expect(codes(amount(2023, 'local', 'recurrent', 0n))).not.toContain('check.negative');
  });

  test('investment where the programme expects none; where it does, nothing is said', () => {
    expect(
      codes(update('DA3-TDA1', { investment: 'no' }), amount(2023, 'central', 'investment', 1_000_000n)),
    ).toContain('check.investment');
    expect(
      codes(update('DA3-TDA1', { investment: 'yes' }), amount(2023, 'central', 'investment', 1_000_000n)),
    ).not.toContain('check.investment');
  });

  test('years that differ where F1 is printed; on F2 they may', () => {
    const edit = amount(2024, 'central', 'recurrent', 6_000_000_000n);
    const fired = newFindings(plan, edited(edit), 'F1').filter(({ code }) => code === 'check.yearsDiffer');
    expect(fired).toMatchObject([{ row: ROW, difference: 250_000_000n, places: { length: 4 } }]);
    expect(newFindings(plan, edited(edit), 'F2').map(({ code }) => code)).not.toContain('check.yearsDiffer');
  });

  test('a leaf row without money; a plan that has none at all is just begun', () => {
    const cleared: PlanEdit = {
      kind: 'setAmounts',
      amounts: [...(plan.amounts.get(ROW) ?? [])].map(([key]) => {
        const [at = '', source = '', capital = ''] = key.split('|');
        if (capital !== 'investment' && capital !== 'recurrent' && capital !== 'none') throw new Error(key);
        return { row: ROW, year: year(Number(at)), source: sourceId(source), capital, amount: dong(0n) };
      }),
      unfunded: 'keep',
    };
    expect(codes(cleared)).toContain('check.noMoney');
    expect(reviewOf({ ...plan, amounts: new Map() }).open).toEqual([]);
  });
});

describe('paper', () => {
  const fine = amount(2023, 'central', 'recurrent', 6_250_000_400n);

  test('amounts finer than it shows: what it drops is said to the đồng', () => {
    const fired = newFindings(plan, edited(fine), 'F2').filter(({ code }) => code === 'check.finer');
    expect(fired).toMatchObject([{ row: ROW, difference: 400n, amounts: { printed: 6_250_000_000n } }]);
    const inNghin: PlanEdit = { kind: 'setHeader', patch: { unit: 'nghin' } };
    expect(newFindings(plan, edited(fine, inNghin), 'F2').map(({ code }) => code)).not.toContain(
      'check.finer',
    );
  });

  test('with the decimals that were chosen for printing', () => {
    const half = edited(amount(2023, 'central', 'recurrent', 6_250_500_000n));
    expect(newFindings(plan, half, 'F2').map(({ code }) => code)).not.toContain('check.finer');
    const whole = { unit: null, decimals: 0 };
    expect(newFindings(plan, half, 'F2', whole).map(({ code }) => code)).toContain('check.finer');
  });

  test('printed parts that do not make the printed total', () => {
    // 400 and 400 đồng vanish in their cells and are one thousand in their sum.
    const both = edited(fine, amount(2023, 'central', 'recurrent', 2_375_000_400n, rowId('DA3-TDA2')));
    const fired = newFindings(plan, both, 'F2').filter(({ code }) => code === 'check.rounding');
    expect(fired.map(({ row, difference }) => [row, difference])).toEqual([['DA3', -1000n]]);
    expect(newFindings(plan, edited(fine), 'F2').map(({ code }) => code)).not.toContain('check.rounding');
  });
});

describe('rows', () => {
  test('a row without a name, and a name that was not seen in an official text', () => {
    expect(codes(update('DA3-TDA1', { name: ' ' }))).toEqual(['check.emptyName']);
    expect(codes(update('DA3-TDA1', { confirmed: false }))).toEqual(['check.unconfirmedName']);
    expect(codes(update('DA3-TDA1', { name: 'Tên khác' }))).toEqual([]);
  });

  test('codes that people take for each other', () => {
    expect(codes(update('DA3-TDA1', { code: 'da3 tda2' }))).toEqual(['check.sameCode']);
    expect(codes(update('DA3-TDA1', { code: 'DA3-TDA5' }))).toEqual([]);
  });

  test('the same number twice among siblings, not among others', () => {
    expect(codes(update('DA3-TDA1', { ordinal: '2.2' }))).toEqual(['check.ordinalGap', 'check.sameOrdinal']);
    expect(codes(update('DA3-TDA1', { ordinal: '2.1' }))).toEqual([]);
  });

  test('a gap in the numbering says which number was expected', () => {
    const fired = found(update('DA3-TDA2', { ordinal: '2.4' }));
    expect(fired).toMatchObject([{ code: 'check.ordinalGap', params: { ordinal: '2.4', expected: '2.2' } }]);
    // A number of another style is the office's own.
    expect(codes(update('DA3-TDA2', { ordinal: '2.1a' }))).toEqual([]);
  });
});

describe('the header', () => {
  test.each([
    ['title', 'check.noTitle', 'error'],
    ['decision', 'check.noDecision', 'warning'],
    ['locality', 'check.noLocality', 'information'],
  ] as const)('without its %s cannot be printed as it should be', (field, code, severity) => {
    const fired = found({ kind: 'setHeader', patch: { [field]: ' ' } });
    expect(fired).toMatchObject([{ code, severity, places: [{ kind: 'header', field }] }]);
    expect(codes({ kind: 'setHeader', patch: { [field]: 'Có' } })).toEqual([]);
  });
});

describe('shares of the sources', () => {
  test('one that ends is told, and one that jumps; a small change is not', () => {
    const other = (inYear: number, value: bigint): PlanEdit => ({
      kind: 'setAmounts',
      amounts: [
        { row: ROW, year: year(inYear), source: sourceId('other'), capital: 'none', amount: dong(value) },
      ],
      unfunded: 'keep',
    });
    const shares = (...edits: PlanEdit[]) =>
      found(...edits)
        .filter(({ code }) => code.startsWith('check.share'))
        .map(({ code, params }) => [code, params.year]);
    expect(shares(other(2024, 20_000_000_000n))).toEqual([
      ['check.shareJumps', 2024],
      ['check.shareJumps', 2025],
    ]);
    expect(shares(other(2024, 60_000_000n))).toEqual([]);
    const local = [...plan.amounts].flatMap(([row, own]) =>
      [...own.keys()]
        .filter((key) => key.startsWith('2025|local'))
        .map((key) => ({
          row,
          year: year(2025),
          source: sourceId('local'),
          capital: key.endsWith('investment') ? ('investment' as const) : ('recurrent' as const),
          amount: dong(0n),
        })),
    );
    expect(shares({ kind: 'setAmounts', amounts: local, unfunded: 'keep' })).toEqual([
      ['check.shareEnds', 2025],
    ]);
  });
});
