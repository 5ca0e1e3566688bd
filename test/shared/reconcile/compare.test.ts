import { describe, expect, it } from 'vitest';
import { dong } from '../../../shared/money/dong.ts';
import { applyEdits } from '../../../shared/plan/edit/apply.ts';
import type { PlanEdit } from '../../../shared/plan/edit/edit.ts';
import { planId, rowId, sourceId, year } from '../../../shared/plan/ids.ts';
import { knownSubSource } from '../../../shared/plan/known-sources.ts';
import type { Plan, Row } from '../../../shared/plan/plan.ts';
import { compare } from '../../../shared/reconcile/compare.ts';
import { isAlike } from '../../../shared/reconcile/comparison.ts';
import { must, totalsOf, vinhLongPlan } from '../plan/sample-plan.ts';

const sample = vinhLongPlan();
const edited = (...edits: PlanEdit[]): Plan => must(applyEdits(sample, edits)).plan;
const compared = (before: Plan, after: Plan, mostCells?: number) =>
  compare(
    { plan: before, totals: totalsOf(before) },
    { plan: after, totals: totalsOf(after) },
    { mostCells },
  );
const cells = ({ changed }: ReturnType<typeof compared>) =>
  changed.flatMap(({ row, cells }) =>
    cells.map(({ column, before, after, difference }) => [
      (row.after ?? row.before)?.code,
      column,
      before,
      after,
      difference,
    ]),
  );

const amount = (code: string, at: number, trieu: bigint): PlanEdit => ({
  kind: 'setAmounts',
  amounts: [
    {
      row: rowId(code),
      year: year(at),
      source: sourceId('central'),
      capital: 'recurrent',
      amount: dong(trieu * 1_000_000n),
    },
  ],
  unfunded: 'keep',
});

describe('one amount that was changed', () => {
  const result = compared(sample, edited(amount('DA3-TDA1', 2023, 6_500n)));

  it('is one leaf, and every total of F2 that it makes, each with the exact difference', () => {
    const columns = [
      'period.total',
      'period.central.total',
      'period.central.recurrent',
      '2023.total',
      '2023.central.total',
      '2023.central.recurrent',
    ];
    const found = cells(result);
    expect(found.map(([row, column]) => [row, column])).toEqual(
      ['DA3', 'DA3-TDA1', 'total'].flatMap((row) => columns.map((column) => [row, column])),
    );
    expect(new Set(found.map(([, , , , difference]) => difference))).toEqual(new Set([250_000_000n]));
    expect(found).toContainEqual([
      'DA3-TDA1',
      '2023.central.recurrent',
      6_250_000_000n,
      6_500_000_000n,
      250_000_000n,
    ]);
    expect(found).toContainEqual(['total', 'period.total', 209_600_000_000n, 209_850_000_000n, 250_000_000n]);
    const leaves = result.columns.filter(({ leaf }) => leaf).map(({ id }) => id);
    expect(leaves).toEqual(['2023.central.recurrent']);
  });

  it('and nothing else', () => {
    const { frame, added, removed, moved, renamed } = result;
    expect([frame, added, removed, moved, renamed]).toEqual([[], [], [], [], []]);
  });

  it('is counted also where it is not told', () => {
    const short = compared(sample, edited(amount('DA3-TDA1', 2023, 6_500n)), 4);
    const told = cells(short).map(([row]) => row);
    expect(told.filter((row) => row !== 'total')).toHaveLength(4);
    expect([told.filter((row) => row === 'total').length, short.cells]).toEqual([6, 18]);
  });
});

describe('what differs around the amounts', () => {
  const codes = (after: Plan) => compared(sample, after).frame;

  it('is said with what was there before and after', () => {
    expect(codes(edited({ kind: 'setHeader', patch: { decision: '', unit: 'ty' } }))).toEqual([
      { code: 'compare.decision', params: { before: sample.header.decision, after: '…' } },
      { code: 'compare.unit', params: { before: 'triệu đồng', after: 'tỷ đồng' } },
    ]);
    expect(
      codes(
        edited({
          kind: 'updateSource',
          source: sourceId('local'),
          patch: { years: [year(2022), year(2023)] },
        }),
      ),
    ).toEqual([
      {
        code: 'compare.sourceYears',
        params: { source: 'Ngân sách địa phương', before: '2023 - 2025', after: '2022 - 2023' },
      },
    ]);
  });

  it('a source that was opened keeps its total: only the sub-source is new', () => {
    const province = knownSubSource(
      'province',
      [year(2023), year(2024), year(2025)],
      ['investment', 'recurrent'],
    );
    const after = edited({
      kind: 'addSource',
      source: province,
      index: 0,
      amounts: [],
      takesParentAmounts: true,
    });
    const result = compared(sample, after);
    expect(result.frame).toEqual([{ code: 'compare.sourceAdded', params: { source: 'Ngân sách tỉnh' } }]);
    expect(result.columns.every(({ source }) => source === 'province')).toBe(true);
  });

  it('a period that grew by a year without money changes no amount', () => {
    const result = compared(
      sample,
      edited({ kind: 'setPeriod', period: { first: year(2022), last: year(2026) } }),
    );
    expect(result.frame.map(({ code }) => code)).toEqual(['compare.period']);
    expect(result.cells).toBe(0);
  });
});

describe('the same row', () => {
  const elsewhere = (plan: Plan, change: (row: Row) => Row): Plan => ({
    ...plan,
    id: planId('elsewhere'),
    rows: plan.rows.map(change),
  });

  it('is known by its code in another plan, whatever it is called there', () => {
    const other = elsewhere(sample, (row) => (row.code === 'DA2' ? { ...row, name: 'Tên khác hẳn' } : row));
    const result = compared(sample, other);
    expect(result.renamed.map(({ before, after }) => [before?.code, after?.name])).toEqual([
      ['DA2', 'Tên khác hẳn'],
    ]);
    expect(result.added).toEqual([]);
  });

  it('is known by its name without case and diacritics where codes differ', () => {
    const other = elsewhere(sample, (row) =>
      row.code === 'DA2' ? { ...row, code: 'X', name: row.name.toUpperCase().normalize('NFD') } : row,
    );
    const result = compared(sample, other);
    expect(result.renamed.map(({ before, after }) => [before?.code, after?.code])).toEqual([['DA2', 'X']]);
    expect([result.added, result.removed, result.cells]).toEqual([[], [], 0]);
  });

  it('is not known by a code that the reader of a workbook made up', () => {
    const [model] = sample.rows;
    if (!model) throw new Error('the sample has rows');
    const made = (...names: string[]): Plan => ({
      ...sample,
      id: planId(names.join('-')),
      amounts: new Map(),
      rows: names.map((name, at) => ({ ...model, id: rowId(`D${at + 1}`), code: `D${at + 1}`, name })),
    });
    const result = compared(made('Đường', 'Trường'), made('Cầu', 'Đường', 'Trường'));
    expect(result.added.map(({ name }) => name)).toEqual(['Cầu']);
    expect([result.removed, result.moved, result.renamed]).toEqual([[], [], []]);
  });

  it('of two with one name is the one under the same parent', () => {
    const [model] = sample.rows;
    if (!model) throw new Error('the sample has rows');
    const row = (code: string, parent: string | null, name: string): Row => ({
      ...model,
      ...{ id: rowId(code), parent: parent === null ? null : rowId(parent), code, name },
    });
    const tree = (id: string, one: string, other: string): Plan => ({
      ...sample,
      id: planId(id),
      amounts: new Map(),
      rows: [
        row('A', null, 'Một'),
        row(`${one}`, 'A', 'Vốn'),
        row('B', null, 'Hai'),
        row(`${other}`, 'B', 'Vốn'),
      ],
    });
    const result = compared(tree('one', 'A1', 'B1'), tree('other', 'A2', 'B2'));
    expect(result.renamed.map(({ before, after }) => [before?.code, after?.code])).toEqual([
      ['A1', 'A2'],
      ['B1', 'B2'],
    ]);
    expect(result.moved).toEqual([]);
  });

  it('of a source is known by its name within its group', () => {
    const years = [year(2022)];
    const named = (id: string): Plan => ({
      ...sample,
      id: planId(id),
      sources: [
        ...sample.sources,
        { ...knownSubSource('enterprise', years, ['none']), id: sourceId(id), name: `Doanh nghiệp ${'A'}` },
      ],
      amounts: new Map(),
    });
    expect(isAlike(compared(named('s1'), named('s2')))).toBe(true);
  });
});
