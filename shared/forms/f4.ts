import { GRAND_TOTAL, type Totals } from '../engine/totals.ts';
import type { Year } from '../plan/ids.ts';
import type { Plan } from '../plan/plan.ts';
import { readCell } from './cell.ts';
import type { LaidColumns } from './columns.ts';
import { F2 } from './f2.ts';
import { furnitureOf } from './furniture.ts';
import { type Line, layoutForm } from './layout.ts';
import { columnNumbers } from './number-row.ts';
import { headingsOf } from './own-form.ts';
import type { PrintOptions } from './print-options.ts';
import { proofsOf } from './proof.ts';
import { BLANK_CELL, type ReportRow, reportTable, term, totalCell } from './report-table.ts';
import type { FormCell, FormTable, Term } from './table.ts';

const WHOLE = { at: GRAND_TOTAL, rule: null, leaf: false } as const;

/**
 * F4, localities: a row each with its totals of a year or of the period, in F2's columns; nested, the rows of its plan
 * stand under it. One locality for now: consolidation brings the others.
 */
export function projectF4(
  plan: Plan,
  totals: Totals,
  { years, nested }: { readonly years: Year | 'period'; readonly nested: boolean },
  options: PrintOptions,
): FormTable {
  const oneYear = plan.period.first === plan.period.last;
  const shown = years === 'period' && oneYear ? plan.period.first : years;
  const layout = layoutForm(F2, plan, totals.shape, {
    totals: 'last',
    choose: ({ columns }: LaidColumns) => {
      const chosen = columns.filter(({ selector }) => selector.years === shown);
      return { columns: chosen, headings: headingsOf(chosen) };
    },
  });
  const proofs = proofsOf(layout);
  const lines = nested ? layout.lines.filter(({ kind }) => kind === 'row') : [];
  const localityAt = options.totals === 'first' ? 1 : 0;
  const first = localityAt + 1;
  const tops = lines.flatMap(({ level }, at) => (level === 1 ? [first + at] : []));
  const leafAt = layout.lines.findIndex(({ leaf }) => leaf);
  const cell = (
    line: Pick<Line, 'at' | 'rule' | 'leaf'>,
    place: number,
    proof: readonly Term[] | null,
  ): FormCell => {
    const column = layout.columns[place];
    const read = column && readCell(line, column, totals);
    if (!read || read.role === 'blank' || read.amount === null || read.amount === 'mixed') return BLANK_CELL;
    // In a year's block alone no column makes the others' amounts.
    return totalCell(read.amount, read.role === 'total' && proof && proof.length > 0 ? proof : null);
  };
  /** What a column is made of beside it, in a row that has no rows under it. */
  const beside = (row: number, place: number): readonly Term[] | null => {
    const terms = leafAt < 0 ? null : proofs(leafAt, place);
    return terms?.map(({ column }) => term(row, column)) ?? null;
  };
  const sum = (row: number, parts: readonly number[]): FormCell[] =>
    layout.columns.map((_, place) =>
      cell(WHOLE, place, parts.length > 0 ? parts.map((part) => term(part, place)) : beside(row, place)),
    );
  const locality: ReportRow = {
    ...{
      kind: 'row',
      ordinal: '1',
      code: 'locality',
      name: plan.header.locality || plan.header.title,
      level: 1,
    },
    ...{ leaf: lines.length === 0, note: '', cells: sum(localityAt, tops) },
  };
  const total: ReportRow = {
    ...{ kind: 'total', ordinal: '', code: 'total', name: 'Tổng cộng', level: 0, leaf: false, note: '' },
    cells: sum(localityAt === 0 ? lines.length + 1 : 0, [localityAt]),
  };
  const below = lines.map(
    (line, row): ReportRow => ({
      kind: 'row',
      ordinal: line.ordinal,
      code: line.code,
      name: line.name,
      level: line.level + 1,
      leaf: line.leaf,
      note: '',
      cells: layout.columns.map((_, place) => {
        const proof = proofs(row, place);
        return cell(line, place, proof?.map((one) => term(first + one.row, one.column)) ?? null);
      }),
    }),
  );
  const columns = layout.columns.map(({ id, path, block }) => ({ id, path, block }));
  return reportTable(
    'F4',
    columns,
    localityAt > 0 ? [total, locality, ...below] : [locality, ...below, total],
    {
      ...furnitureOf(plan, totals, options),
      caption: 'Tổng hợp theo địa phương',
      ...(years === 'period' ? {} : { words: '' }),
      notes: false,
      numbers: options.numbers
        ? columnNumbers(columns.length, false, (column) => (leafAt < 0 ? null : proofs(leafAt, column)))
        : null,
      notices: plan.header.locality === '' ? [{ code: 'notice.noLocality', params: {} }] : [],
    },
  );
}
