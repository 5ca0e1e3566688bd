import { describe, expect, test } from 'vitest';
import { printRefusal } from '../../../shared/forms/printable.ts';
import { message } from '../../../shared/messages/message.ts';
import { dong } from '../../../shared/money/dong.ts';
import { applyEdits } from '../../../shared/plan/edit/apply.ts';
import type { LeafAmount } from '../../../shared/plan/edit/edit.ts';
import { rowId, sourceId, year } from '../../../shared/plan/ids.ts';
import type { Plan } from '../../../shared/plan/plan.ts';
import { must, totalsOf, vinhLongPlan } from '../plan/sample-plan.ts';

const SAMPLE = vinhLongPlan();

function refusalOf(plan: Plan, form: 'F1' | 'F2') {
  return printRefusal(plan, totalsOf(plan), form);
}

function kept(plan: Plan, ...amounts: LeafAmount[]): Plan {
  return must(applyEdits(plan, [{ kind: 'setAmounts', amounts, unfunded: 'keep' }])).plan;
}

const local = (row: string, at: number, amount: bigint): LeafAmount => ({
  row: rowId(row),
  year: year(at),
  source: sourceId('local'),
  capital: 'recurrent',
  amount: dong(amount),
});

describe('a plan on F1', () => {
  test('is printed where the funded years of every source agree', () => {
    expect(refusalOf(SAMPLE, 'F1')).toBeNull();
  });

  test('is refused where they differ, naming the rows and offering F2, which is printed', () => {
    const plan = kept(SAMPLE, local('DA3-TDA2', 2024, 1n), local('DA2', 2023, 2n));
    const refusal = refusalOf(plan, 'F1');
    expect(refusal).toEqual({
      code: 'form.yearsDiffer',
      params: {
        form: 'F1',
        count: 2,
        rows: '1 Đa dạng hóa sinh kế, phát triển mô hình giảm nghèo; 2.2 Cải thiện dinh dưỡng',
      },
    });
    expect(message('form.yearsDiffer', refusal?.params)).toContain('F2');
    expect(refusalOf(plan, 'F2')).toBeNull();
  });

  test('is refused where money stands in a year that its source does not fund', () => {
    const plan = kept(SAMPLE, local('DA2', 2022, 1n));
    expect(refusalOf(plan, 'F1')?.params).toMatchObject({ count: 1 });
    expect(refusalOf(plan, 'F2')).toBeNull();
  });

  test('is refused where money stands in a source that funds no year at all', () => {
    const without = { kind: 'updateSource', source: sourceId('local'), patch: { years: [] } } as const;
    expect(refusalOf(must(applyEdits(SAMPLE, [without])).plan, 'F1')?.code).toBe('form.yearsDiffer');
  });

  test('is refused where rows differ although the sums of the years agree', () => {
    const plan = kept(
      SAMPLE,
      local('DA3-TDA1', 2023, 300n),
      local('DA3-TDA1', 2024, 100n),
      local('DA3-TDA1', 2025, 200n),
      local('DA3-TDA2', 2023, 100n),
      local('DA3-TDA2', 2024, 300n),
      local('DA3-TDA2', 2025, 200n),
    );
    expect(refusalOf(plan, 'F1')?.params).toMatchObject({ count: 2 });
  });

  test('names ten rows at most', () => {
    const [model] = SAMPLE.rows;
    if (!model) throw new Error('the sample has rows');
    const ids = Array.from({ length: 12 }, (_, at) => `r${at + 1}`);
    const rows = ids.map((id) => ({ ...model, id: rowId(id), code: id, name: `Dự án ${id}` }));
    const many = kept({ ...SAMPLE, rows, amounts: new Map() }, ...ids.map((id) => local(id, 2023, 1n)));
    const { rows: named, count } = refusalOf(many, 'F1')?.params ?? {};
    expect(count).toBe(12);
    expect(named).toMatch(/^1 Dự án r1; .*; 10 Dự án r10; …$/);
  });

  test('is always printed where it has one year, whatever that year holds', () => {
    const only = year(2023);
    const plan: Plan = {
      ...SAMPLE,
      period: { first: only, last: only },
      sources: SAMPLE.sources.map((source) => ({ ...source, years: [only] })),
      amounts: new Map(),
    };
    expect(refusalOf(kept(plan, local('DA2', 2023, 7n)), 'F1')).toBeNull();
  });
});
