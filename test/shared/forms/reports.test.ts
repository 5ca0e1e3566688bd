import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Totals } from '../../../shared/engine/totals.ts';
import { type Moment, projectF5 } from '../../../shared/forms/f5.ts';
import type { PrintChoice } from '../../../shared/forms/print-choice.ts';
import { OFFICIAL_OPTIONS } from '../../../shared/forms/print-options.ts';
import { projectChoice } from '../../../shared/forms/project-choice.ts';
import { shareOf } from '../../../shared/forms/report-table.ts';
import type { FormTable } from '../../../shared/forms/table.ts';
import { dong } from '../../../shared/money/dong.ts';
import { percentText } from '../../../shared/money/percent.ts';
import { editedPlan } from '../../../shared/plan/edit/apply.ts';
import { sourceId, year } from '../../../shared/plan/ids.ts';
import { knownSubSource } from '../../../shared/plan/known-sources.ts';
import { leafKey, type Plan, type Row, yearsOf } from '../../../shared/plan/plan.ts';
import { editFrom, editRecipe } from '../plan/arbitrary-edit.ts';
import { arbitraryPlan } from '../plan/arbitrary-plan.ts';
import { must, totalsOf, vinhLongPlan } from '../plan/sample-plan.ts';

const plan = vinhLongPlan();

function moment(of: Plan): Moment {
  return { plan: of, totals: totalsOf(of) };
}

function printed(
  of: Plan,
  choice: PrintChoice,
  before: Plan | null = null,
  totals: 'first' | 'last' = 'last',
): FormTable {
  return must(projectChoice(moment(of), choice, { ...OFFICIAL_OPTIONS, totals }, before && moment(before)));
}

/** Rows as printed, in triệu: [ordinal, name, amounts…]. */
function shown(table: FormTable): (string | number | null)[][] {
  return table.rows.map(({ ordinal, name, cells }) => [
    ordinal,
    name,
    ...cells.map((cell) => {
      const share = shareOf(cell, table);
      if (share) return percentText(share.part, share.whole) ?? null;
      return typeof cell.amount === 'bigint' ? Number(cell.amount) / 1e6 : null;
    }),
  ]);
}

/** Totals whose proof does not give them. */
function wrong(table: FormTable): string[] {
  return table.rows.flatMap(({ code, cells }) =>
    cells.flatMap(({ role, amount, proof }, at) => {
      if (role !== 'total' || proof === null) return [];
      const sum = proof.reduce((total, { row, column, minus }) => {
        const part = table.amountAt(row, column);
        return typeof part === 'bigint' ? total + (minus ? -part : part) : total;
      }, 0n);
      return sum === amount ? [] : [`${code}/${table.columns[at]?.id}`];
    }),
  );
}

describe('F3, sources by year', () => {
  it('shows the reference plan by source, with the share of each', () => {
    expect(shown(printed(plan, { kind: 'F3', local: 'kinds' }))).toEqual([
      ['', 'TỔNG SỐ', 50_075, 53_175, 53_175, 53_175, 209_600, '100'],
      ['I', 'Ngân sách Trung ương', 49_025, 49_025, 49_025, 49_025, 196_100, '93,56'],
      ['1', 'Vốn đầu tư phát triển', 2500, 2500, 2500, 2500, 10_000, '4,77'],
      ['2', 'Vốn sự nghiệp', 46_525, 46_525, 46_525, 46_525, 186_100, '88,79'],
      ['II', 'Ngân sách địa phương', 0, 3100, 3100, 3100, 9300, '4,44'],
      ['1', 'Vốn đầu tư phát triển', 0, 0, 0, 0, 0, '0'],
      ['2', 'Vốn sự nghiệp', 0, 3100, 3100, 3100, 9300, '4,44'],
      ['III', 'Huy động hợp pháp khác', 1050, 1050, 1050, 1050, 4200, '2'],
    ]);
  });
});

describe('F4, localities', () => {
  it('shows the locality with its plan under it, of a year or of the period', () => {
    const period = printed(plan, { kind: 'F4', years: 'period', nested: true });
    expect(period.rows.map(({ name }) => name).slice(0, 2)).toEqual(['Tỉnh Vĩnh Long', plan.rows[0]?.name]);
    expect(shown(period).at(-1)?.[2]).toBe(209_600);
    expect(shown(period)[0]?.slice(2)).toEqual(shown(period).at(-1)?.slice(2));
    const one = printed(plan, { kind: 'F4', years: year(2022), nested: false }, null, 'first');
    expect(shown(one).map((row) => row.slice(1, 3))).toEqual([
      ['Tổng cộng', 50_075],
      ['Tỉnh Vĩnh Long', 50_075],
    ]);
  });
});

describe('F5, adjustment between two revisions', () => {
  it('tells increases from decreases, also where they cancel out', () => {
    const place = { year: year(2024), source: sourceId('central'), capital: 'recurrent' } as const;
    const key = leafKey(place.year, place.source, place.capital);
    const [first, second] = plan.rows.filter(
      ({ id }) => (plan.amounts.get(id)?.get(key) ?? 0n) > 1_000_000_000n,
    );
    if (!first || !second) throw new Error('the sample has two rows with money enough');
    const amount = (row: Row): bigint => plan.amounts.get(row.id)?.get(key) ?? 0n;
    const move = 1_000_000_000n;
    const after = must(
      editedPlan(plan, [
        {
          kind: 'setAmounts',
          unfunded: 'refuse',
          amounts: [
            { ...place, row: first.id, amount: dong(amount(first) - move) },
            { ...place, row: second.id, amount: dong(amount(second) + move) },
          ],
        },
      ]),
    );
    const table = printed(after, { kind: 'F5', years: 'period', changes: 'total' }, plan);
    const total = shown(table).at(-1);
    const at = (id: string): number => table.columns.findIndex((column) => column.id === id) + 2;
    expect([
      total?.[at('before.total')],
      total?.[at('more.total')],
      total?.[at('less.total')],
      total?.[at('after.total')],
    ]).toEqual([209_600, 1000, 1000, 209_600]);
  });

  it('has something to compare with, or is refused', () => {
    expect(
      projectChoice(moment(plan), { kind: 'F5', years: 'period', changes: 'each' }, OFFICIAL_OPTIONS, null),
    ).toMatchObject({
      refusal: { code: 'form.nothingToCompare' },
    });
  });

  it('adds up in every row, whatever was done to the plan: before, more, less, after', () => {
    fc.assert(
      fc.property(
        arbitraryPlan(),
        fc.array(editRecipe, { maxLength: 12 }),
        fc.constantFrom('each' as const, 'total' as const),
        fc.constantFrom('first' as const, 'last' as const),
        (before, recipes, changes, totalsAt) => {
          let after = before;
          for (const recipe of recipes) {
            const edit = editFrom(after, recipe);
            // Another period is another plan's business: both moments show the same years.
            if (!edit || edit.kind === 'setPeriod') continue;
            const edited = editedPlan(after, [edit]);
            if (edited.ok && Totals.of(edited.value).ok) after = edited.value;
          }
          const options = { ...OFFICIAL_OPTIONS, totals: totalsAt };
          const table = projectF5(moment(before), moment(after), { years: 'period', changes }, options);
          expect(wrong(table)).toEqual([]);
          const at = (id: string): number => table.columns.findIndex((column) => column.id === id);
          const [was, more, less, is] = ['before', 'more', 'less', 'after'].map((id) => at(`${id}.total`));
          for (const row of table.rows.keys()) {
            const amount = (column = -1): bigint => {
              const found = table.amountAt(row, column);
              return typeof found === 'bigint' ? found : 0n;
            };
            expect(amount(was) + amount(more) - amount(less)).toBe(amount(is));
            expect(amount(more) >= 0n && amount(less) >= 0n).toBe(true);
          }
          const total = table.rows.findIndex(({ kind }) => kind === 'total');
          const all = { years: 'period', source: 'all', capital: 'all' } as const;
          for (const [state, column] of [
            [before, was],
            [after, is],
          ] as const) {
            const totals = totalsOf(state);
            expect(table.amountAt(total, column ?? -1)).toBe(totals.read(-1, totals.address(all)));
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('F6, mobilisation', () => {
  it('has the rows of Biểu 11, and says that other money was not classified', () => {
    const table = printed(plan, { kind: 'F6', year: year(2024) });
    expect(shown(table).map((row) => row.slice(0, 3))).toEqual([
      ['', 'TỔNG SỐ', 53_175],
      ['I', 'Ngân sách Trung ương', 49_025],
      ['1', 'Vốn đầu tư công', 2500],
      ['2', 'Kinh phí thường xuyên', 46_525],
      ['II', 'Ngân sách địa phương', 3100],
      ['1', 'Ngân sách tỉnh', null],
      ['2', 'Ngân sách xã', null],
      ['III', 'Vốn lồng ghép', null],
      ['IV', 'Vốn tín dụng chính sách', null],
      ['V', 'Vốn doanh nghiệp', null],
      ['VI', 'Huy động của cộng đồng và người dân', null],
      ['1', 'Tiền mặt', null],
      ['2', 'Ngày công và hiện vật quy đổi', null],
      ['VII', 'Chưa phân loại', 1050],
    ]);
    expect(table.notices).toEqual([{ code: 'notice.unclassified', params: { year: 2024 } }]);
  });

  it('gives an opened source its own row', () => {
    const years = yearsOf(plan.period);
    const opened = must(
      editedPlan(plan, [
        {
          kind: 'addSource',
          source: knownSubSource('credit', years, ['none']),
          index: 0,
          amounts: [],
          takesParentAmounts: true,
        },
      ]),
    );
    const table = printed(opened, { kind: 'F6', year: year(2024) });
    expect(shown(table).find(([, name]) => name === 'Vốn tín dụng chính sách')?.[2]).toBe(1050);
    expect(table.notices).toEqual([]);
  });
});

it('every total of F3, F4 and F6 is the sum of the cells that it names, whatever the plan is', () => {
  fc.assert(
    fc.property(arbitraryPlan(), fc.boolean(), (any, nested) => {
      const [first] = yearsOf(any.period);
      if (first === undefined) return;
      for (const choice of [
        { kind: 'F3', local: 'kinds' },
        { kind: 'F3', local: 'levels' },
        { kind: 'F4', years: 'period', nested },
        { kind: 'F4', years: first, nested },
        { kind: 'F6', year: first },
      ] as const) {
        for (const totals of ['first', 'last'] as const)
          expect(wrong(printed(any, choice, null, totals))).toEqual([]);
      }
    }),
    { numRuns: 60 },
  );
});
