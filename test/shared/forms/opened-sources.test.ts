import { describe, expect, test } from 'vitest';
import { footnotesOf } from '../../../shared/forms/furniture.ts';
import { projectForm } from '../../../shared/forms/project.ts';
import { dong } from '../../../shared/money/dong.ts';
import { applyEdits } from '../../../shared/plan/edit/apply.ts';
import type { PlanEdit } from '../../../shared/plan/edit/edit.ts';
import { setTyped } from '../../../shared/plan/gesture/typed-amount.ts';
import { rowId, sourceId, year } from '../../../shared/plan/ids.ts';
import type { Capital, Plan, Source } from '../../../shared/plan/plan.ts';
import { must, totalsOf, vinhLongPlan } from '../plan/sample-plan.ts';
import { allMoney, cellOf, columnIds, proofOf, totalRows, unprovedTotals } from './shown.ts';

const LOCAL = sourceId('local');
const years = (...values: number[]) => values.map(year);

function edited(plan: Plan, ...edits: PlanEdit[]): Plan {
  return must(applyEdits(plan, edits)).plan;
}

function localPart(id: string, short: string, funded: readonly Source['years'][number][]): Source {
  return {
    id: sourceId(id),
    parent: LOCAL,
    group: 'local',
    name: `Ngân sách ${short.toLowerCase()}`,
    short,
    years: funded,
    capitals: ['investment', 'recurrent'],
    origin: 'own',
  };
}

/** The sample's local money given to the province (2023 - 2025), and a commune beside it that funds two years. */
function openedPlan(): Plan {
  const province = localPart('province', 'Tỉnh', years(2023, 2024, 2025));
  const commune = localPart('commune', 'Xã', years(2024, 2025));
  return edited(
    vinhLongPlan(),
    { kind: 'addSource', source: province, index: 0, amounts: [], takesParentAmounts: true },
    { kind: 'addSource', source: commune, index: 1, amounts: [], takesParentAmounts: false },
    setTyped({
      row: rowId('DA2'),
      source: commune.id,
      capital: 'recurrent',
      years: commune.years,
      amount: dong(40_000_000n),
    }),
    setTyped({
      row: rowId('DA4-TDA3'),
      source: commune.id,
      capital: 'investment',
      years: commune.years,
      amount: dong(1n),
    }),
  );
}

describe('a local budget opened into province and commune, on F1', () => {
  const plan = openedPlan();
  const table = projectForm(plan, totalsOf(plan), 'F1');

  test('has the group’s columns, then three for each part', () => {
    const local = columnIds(table).filter((id) => id.startsWith('local.'));
    expect(local).toEqual([
      'local.total',
      'local.investment',
      'local.recurrent',
      'local.province.total',
      'local.province.investment',
      'local.province.recurrent',
      'local.commune.total',
      'local.commune.investment',
      'local.commune.recurrent',
    ]);
    expect(table.columns.find(({ id }) => id === 'local.commune.recurrent')?.path).toEqual([
      'NSĐP',
      'Xã',
      'SN',
    ]);
    expect(columnIds(table)).toHaveLength(15 + 6);
  });

  test('is typed into its parts; the group’s own cells are totals of theirs', () => {
    const roles = [
      'local.recurrent',
      'local.province.recurrent',
      'local.commune.recurrent',
      'local.commune.total',
    ];
    expect(roles.map((id) => cellOf(table, 'DA2', id).role)).toEqual(['total', 'input', 'input', 'total']);
    expect(cellOf(table, 'DA2', 'local.province.recurrent').years).toEqual([2023, 2024, 2025]);
    expect(cellOf(table, 'DA2', 'local.commune.recurrent').years).toEqual([2024, 2025]);
    expect(cellOf(table, 'DA2', 'local.recurrent').amount).toBe(540_000_000n);
    expect(proofOf(table, 'DA2', 'local.recurrent')).toEqual([
      'DA2/local.province.recurrent',
      'DA2/local.commune.recurrent',
    ]);
  });

  test('a period total multiplies each part by its own funded years', () => {
    expect(proofOf(table, 'DA2', 'period.recurrent')).toEqual([
      'DA2/central.recurrent × central',
      'DA2/local.province.recurrent × province',
      'DA2/local.commune.recurrent × commune',
    ]);
    expect(cellOf(table, 'DA2', 'period.recurrent').amount).toBe(60_500_000_000n + 2n * 40_000_000n);
    expect(proofOf(table, 'period', 'local.commune.investment')).toEqual([
      'one-year/local.commune.investment × commune',
    ]);
    expect(cellOf(table, 'period', 'local.commune.investment').amount).toBe(2n);
  });

  test('the whole is the sum of its parts', () => {
    expect(cellOf(table, 'period', 'period.total').amount).toBe(allMoney(plan));
    expect(cellOf(table, 'period', 'local.total').amount).toBe(allMoney(plan, 'local'));
    expect(allMoney(plan) - allMoney(vinhLongPlan())).toBe(80_000_002n);
  });

  test.each(['F1', 'F2'] as const)('every total of %s is proved by the cells that it names', (form) => {
    const { unproved, looked } = unprovedTotals(plan, projectForm(plan, totalsOf(plan), form));
    expect(unproved).toEqual([]);
    expect(looked).toBeGreaterThan(150);
  });

  test('the footnote names each part with its own years, and not the group', () => {
    expect(footnotesOf(plan)).toEqual([
      'Ngân sách Trung ương hỗ trợ 04 năm (2022 - 2025); Ngân sách tỉnh hỗ trợ 03 năm (2023 - 2025); Ngân sách xã hỗ trợ 02 năm (2024 - 2025)',
    ]);
  });
});

describe('a local budget opened into province and commune, on F2', () => {
  const plan = openedPlan();
  const table = projectForm(plan, totalsOf(plan), 'F2');

  test('opens in every year and in the period, where nothing is typed', () => {
    for (const block of ['period', '2022', '2023', '2024', '2025']) {
      expect(columnIds(table)).toContain(`${block}.local.commune.recurrent`);
    }
    expect(cellOf(table, 'DA2', 'period.local.commune.recurrent').role).toBe('total');
    expect(cellOf(table, 'DA2', '2024.local.commune.recurrent').role).toBe('input');
  });

  test('a year is not applicable only where no part funds it', () => {
    const roles = (id: string) => [2022, 2023, 2024].map((at) => cellOf(table, 'DA2', `${at}.${id}`).role);
    expect(roles('local.commune.recurrent')).toEqual(['blank', 'blank', 'input']);
    expect(roles('local.recurrent')).toEqual(['blank', 'total', 'total']);
  });
});

describe('a part of a single kind', () => {
  const commune: Source = { ...localPart('commune', 'Xã', years(2024, 2025)), capitals: ['recurrent'] };
  const plan = edited(
    openedPlan(),
    { kind: 'removeSource', source: commune.id, givesParentAmounts: false },
    {
      kind: 'addSource',
      source: commune,
      index: 1,
      amounts: [{ row: rowId('DA2'), year: year(2024), capital: 'recurrent', amount: dong(5n) }],
      takesParentAmounts: false,
    },
  );

  test('is one column, which is typed into', () => {
    const table = projectForm(plan, totalsOf(plan), 'F2');
    const own = columnIds(table).filter((id) => id.startsWith('2024.local.commune.'));
    expect(own).toEqual(['2024.local.commune.total']);
    expect(cellOf(table, 'DA2', '2024.local.commune.total')).toMatchObject({ role: 'input', amount: 5n });
    expect(proofOf(table, 'DA2', '2024.local.recurrent')).toEqual([
      'DA2/2024.local.province.recurrent',
      'DA2/2024.local.commune.total',
    ]);
  });

  test.each(['F1', 'F2'] as const)('leaves no total of %s without its proof', (form) => {
    const equal = edited(
      plan,
      setTyped({
        row: rowId('DA2'),
        source: commune.id,
        capital: 'recurrent',
        years: commune.years,
        amount: dong(5n),
      }),
    );
    expect(unprovedTotals(equal, projectForm(equal, totalsOf(equal), form)).unproved).toEqual([]);
  });
});

describe('central money of which a remainder has no kind', () => {
  const central = sourceId('central');
  const kinds: Capital[] = ['investment', 'recurrent', 'none'];
  const funded = years(2022, 2023, 2024, 2025);
  const plan = edited(
    vinhLongPlan(),
    { kind: 'updateSource', source: central, patch: { capitals: kinds } },
    setTyped({ row: rowId('DA2'), source: central, capital: 'none', years: funded, amount: dong(629_163n) }),
  );

  test('shows a column for it beside the kinds, and one in each block', () => {
    const table = projectForm(plan, totalsOf(plan), 'F1');
    const ids = columnIds(table);
    expect(ids.filter((id) => id.endsWith('.unclassified'))).toEqual([
      'period.unclassified',
      'year.unclassified',
      'central.unclassified',
    ]);
    expect(table.columns.find(({ id }) => id === 'central.unclassified')?.path).toEqual([
      'NSTW',
      'Chưa phân loại',
    ]);
    expect(columnIds(projectForm(vinhLongPlan(), totalsOf(vinhLongPlan()), 'F1'))).not.toContain(
      'central.unclassified',
    );
  });

  test.each(['F1', 'F2'] as const)('adds up on %s', (form) => {
    const table = projectForm(plan, totalsOf(plan), form);
    expect(unprovedTotals(plan, table).unproved).toEqual([]);
    const whole = form === 'F1' ? 'period' : 'total';
    expect(cellOf(table, whole, 'period.total').amount).toBe(209_600_000_000n + 4n * 629_163n);
  });

  test('is part of the total and of no kind', () => {
    const table = projectForm(plan, totalsOf(plan), 'F1');
    expect(cellOf(table, 'DA2', 'central.total').amount).toBe(14_750_629_163n);
    expect(cellOf(table, 'DA2', 'central.recurrent').amount).toBe(14_750_000_000n);
    expect(cellOf(table, 'DA2', 'period.unclassified').amount).toBe(4n * 629_163n);
  });
});

describe('a plan of one year', () => {
  const only = year(2022);
  const sample = vinhLongPlan();
  const plan: Plan = {
    ...sample,
    period: { first: only, last: only },
    sources: sample.sources.map((source) => ({ ...source, years: [only] })),
    amounts: new Map(),
  };
  const filled = edited(
    plan,
    setTyped({
      row: rowId('DA2'),
      source: sourceId('central'),
      capital: 'recurrent',
      years: [only],
      amount: dong(71_750_000_000n),
    }),
    setTyped({
      row: rowId('DA3-TDA1'),
      source: sourceId('other'),
      capital: 'none',
      years: [only],
      amount: dong(5n),
    }),
  );

  test('prints one block of the year and one total row on F1', () => {
    const table = projectForm(filled, totalsOf(filled), 'F1');
    const blocks = [...new Set(table.columns.map((column) => column.block))];
    expect(blocks).toEqual(['year', 'central', 'local', 'other']);
    expect(table.headings.map((heading) => heading.title)).toContain('Kinh phí năm 2022');
    expect(totalRows(table).map((row) => [row.code, row.name])).toEqual([
      ['one-year', 'Kinh phí các dự án năm 2022'],
    ]);
    expect(cellOf(table, 'one-year', 'year.total').amount).toBe(71_750_000_005n);
    expect(unprovedTotals(filled, table).unproved).toEqual([]);
  });

  test('prints one block of the year and one total row on F2', () => {
    const table = projectForm(filled, totalsOf(filled), 'F2');
    expect(new Set(table.columns.map((column) => column.block))).toEqual(new Set(['2022']));
    expect(columnIds(table)).toEqual([
      '2022.total',
      '2022.central.total',
      '2022.central.investment',
      '2022.central.recurrent',
      '2022.local.total',
      '2022.local.investment',
      '2022.local.recurrent',
      '2022.other.total',
    ]);
    expect(totalRows(table).map((row) => row.code)).toEqual(['total']);
    expect(cellOf(table, 'total', '2022.total').amount).toBe(71_750_000_005n);
    expect(unprovedTotals(filled, table).unproved).toEqual([]);
  });

  test('needs no footnote on funded years, and keeps the officer’s own', () => {
    expect(footnotesOf(filled)).toEqual([]);
    expect(
      footnotesOf({ ...filled, header: { ...filled.header, footnotes: ['Chưa gồm vốn kéo dài.'] } }),
    ).toEqual(['Chưa gồm vốn kéo dài.']);
  });
});
