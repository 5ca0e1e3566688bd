import { GRAND_TOTAL, type Totals } from '../engine/totals.ts';
import { type Dong, dong } from '../money/dong.ts';
import { sourceId } from '../plan/ids.ts';
import { CAPITALS, type Plan, type Source, type SourceGroup, yearsOf } from '../plan/plan.ts';
import { findSource, leavesUnder, subSources } from '../plan/sources.ts';
import { kindTitle } from './columns.ts';
import { furnitureOf } from './furniture.ts';
import { columnNumbers } from './number-row.ts';
import type { PrintOptions } from './print-options.ts';
import {
  BLANK_CELL,
  type ReportColumn,
  type ReportRow,
  reportTable,
  shareCell,
  term,
  totalCell,
} from './report-table.ts';
import { inOrder, type SourceRow } from './source-rows.ts';
import type { FormCell, FormTable } from './table.ts';

/**
 * F3, sources by year (forms.md): Tổng số; I NSTW by kind; II NSĐP by kind or by level; III Khác by sub-source. Each
 * year, the period, and the share of the total. All computed.
 */
export function projectF3(
  plan: Plan,
  totals: Totals,
  local: 'kinds' | 'levels',
  options: PrintOptions,
): FormTable {
  const years = yearsOf(plan.period);
  const rows = inOrder(sourceTree(plan, local));
  const columns: ReportColumn[] = [
    ...years.map((year) => ({ id: `${year}`, path: [`Năm ${year}`], block: 'years' })),
    ...(years.length > 1
      ? [
          {
            id: 'period',
            path: [`Tổng giai đoạn ${plan.period.first} - ${plan.period.last}`],
            block: 'period',
          },
        ]
      : []),
    { id: 'share', path: ['Tỷ trọng (%)'], block: 'share' },
  ];
  const whole = columns.length - 2;
  const amount = ({ money }: SourceRow, column: number): Dong => {
    const when = years[column] ?? 'period';
    const sum = money.reduce(
      (total, part) => total + totals.read(GRAND_TOTAL, totals.address({ years: when, ...part })),
      0n,
    );
    return dong(sum);
  };
  const cellsOf = (row: SourceRow, at: number, children: readonly number[]): FormCell[] =>
    columns.map((_, column) => {
      if (column > whole)
        return row.money.length === 0 ? BLANK_CELL : shareCell(term(at, whole), term(0, whole));
      const isPeriod = years.length > 1 && column === whole;
      const below = children.map((child) => term(child, column));
      const beside = isPeriod ? years.map((_year, place) => term(at, place)) : null;
      return totalCell(amount(row, column), below.length > 0 ? below : beside);
    });
  return reportTable(
    'F3',
    columns,
    rows.map(
      ({ row, children }, at): ReportRow => ({
        kind: at === 0 ? 'total' : 'row',
        ordinal: row.ordinal,
        code: row.code,
        name: row.name,
        level: row.level,
        leaf: row.level > 1,
        note: '',
        cells: cellsOf(row, at, children),
      }),
    ),
    {
      ...furnitureOf(plan, totals, options),
      caption: 'Nguồn vốn theo năm',
      notes: false,
      numbers: options.numbers ? columnNumbers(columns.length, false, () => null) : null,
      notices: [],
    },
  );
}

function sourceTree(plan: Plan, local: 'kinds' | 'levels'): SourceRow {
  const groups: readonly [SourceGroup, string, string][] = [
    ['central', 'I', 'Ngân sách Trung ương'],
    ['local', 'II', 'Ngân sách địa phương'],
    ['other', 'III', 'Huy động hợp pháp khác'],
  ];
  return {
    code: 'total',
    ordinal: '',
    name: 'TỔNG SỐ',
    level: 0,
    money: [{ source: 'all', capital: 'all' }],
    children: groups.flatMap(([group, ordinal, name]) => {
      const source = findSource(plan.sources, sourceId(group));
      if (!source) return [];
      const byParts = group === 'other' || (group === 'local' && local === 'levels');
      const subs = byParts ? subSources(plan.sources, source.id) : [];
      return [
        {
          ...{ code: group, ordinal, name, level: 1 },
          money: [{ source: source.id, capital: 'all' as const }],
          children: subs.length > 0 ? subs.map(subRow) : kindRows(plan, source),
        },
      ];
    }),
  };
}

function subRow(source: Source, at: number): SourceRow {
  return {
    ...{ code: source.id, ordinal: `${at + 1}`, name: source.name, level: 2 },
    money: [{ source: source.id, capital: 'all' }],
    children: [],
  };
}

/** One row a kind that the source's money has; none where it has one kind alone, which is all of it. */
function kindRows(plan: Plan, source: Source): SourceRow[] {
  const kinds = CAPITALS.filter((kind) =>
    leavesUnder(plan.sources, source.id).some(({ capitals }) => capitals.includes(kind)),
  );
  if (kinds.length < 2) return [];
  return kinds.map((capital, at) => ({
    ...{ code: `${source.id}-${capital}`, ordinal: `${at + 1}`, level: 2 },
    name: capital === 'none' ? kindTitle(capital, plan) : plan.programme[capital].long,
    money: [{ source: source.id, capital }],
    children: [],
  }));
}
