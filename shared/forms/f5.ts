import { GRAND_TOTAL, type Totals } from '../engine/totals.ts';
import { type Dong, dong, ZERO } from '../money/dong.ts';
import { type RowId, sourceId, type Year } from '../plan/ids.ts';
import { ordinalsOf } from '../plan/ordinals.ts';
import { outlineOf } from '../plan/outline.ts';
import type { Capital, Plan, Row } from '../plan/plan.ts';
import { leafSources } from '../plan/sources.ts';
import { kindTitle } from './columns.ts';
import { furnitureOf } from './furniture.ts';
import { columnNumbers } from './number-row.ts';
import type { PrintOptions } from './print-options.ts';
import { type ReportColumn, type ReportRow, reportTable, term, totalCell } from './report-table.ts';
import type { FormCell, FormTable, Term } from './table.ts';

/** A plan with its totals, at one point of its history. */
export interface Moment {
  readonly plan: Plan;
  readonly totals: Totals;
}

interface AdjustmentChoice {
  readonly years: Year | 'period';
  readonly changes: 'each' | 'total';
}

/** The money of one column: a source, and for the central budget a kind. */
interface Part {
  readonly id: string;
  readonly title: string;
  readonly source: 'central' | 'local' | 'other';
  readonly capital: 'all' | Capital;
}

/** Before, more, less, after: one amount a part. */
interface Adjusted {
  readonly before: readonly bigint[];
  readonly more: readonly bigint[];
  readonly less: readonly bigint[];
}

/** A row of either moment in the order of the later one; rows that were removed stand last among their siblings. */
interface MergedRow {
  readonly row: Row;
  readonly level: number;
  readonly children: number[];
  readonly removed: boolean;
}

/**
 * F5, adjustment between two revisions of a plan, for a year or the period (forms.md): Kế hoạch đã giao, Tăng, Giảm, Sau
 * điều chỉnh. Increases and decreases are told apart on the rows without parts and added up from there, so that money moved
 * from one row to another shows in both columns. In every row before + more − less = after.
 */
export function projectF5(
  before: Moment,
  after: Moment,
  choice: AdjustmentChoice,
  options: PrintOptions,
): FormTable {
  const { plan, totals } = after;
  const parts = partsOf(before.plan, plan);
  const rows = mergedRows(before.plan, plan);
  const amounts = adjustments(rows, parts, before, after, choice.years);
  const { columns, cells } = layOut(parts, choice.changes);
  const totalsFirst = options.totals === 'first';
  const offset = totalsFirst ? 1 : 0;
  const totalAt = totalsFirst ? 0 : rows.length;
  const tops = rows.flatMap(({ level }, at) => (level === 1 ? [at + offset] : []));
  const ordinals = ordinalsOf(
    rows.map(({ row }) => row),
    plan.programme.levels,
  );
  const body = rows.map(
    ({ row, level, children, removed }, at): ReportRow => ({
      ...{
        kind: 'row',
        ordinal: ordinals[at] ?? '',
        code: row.code,
        name: row.name,
        level,
        leaf: children.length === 0,
      },
      note: removed ? 'Đã bỏ' : '',
      cells: cells(
        at + offset,
        amounts.rows[at] ?? NOTHING,
        children.map((child) => child + offset),
        amounts.own[at] ?? false,
      ),
    }),
  );
  const total: ReportRow = {
    ...{ kind: 'total', ordinal: '', code: 'total', name: 'Tổng cộng', level: 0, leaf: false, note: '' },
    cells: cells(totalAt, amounts.total, tops, amounts.totalOwn),
  };
  return reportTable('F5', columns, totalsFirst ? [total, ...body] : [...body, total], {
    ...furnitureOf(plan, totals, options),
    caption: 'Điều chỉnh kế hoạch',
    ...(choice.years === 'period' ? {} : { words: '' }),
    notes: true,
    numbers: options.numbers
      ? columnNumbers(columns.length, true, (column) => besideIn(cells, parts, column))
      : null,
    notices: [],
  });
}

const NOTHING: Adjusted = { before: [], more: [], less: [] };

function partsOf(before: Plan, after: Plan): Part[] {
  const loose = [before, after].some(({ sources }) =>
    leafSources(sources).some(({ group, capitals }) => group === 'central' && capitals.includes('none')),
  );
  const central = (['investment', 'recurrent', ...(loose ? (['none'] as const) : [])] as const).map(
    (capital): Part => ({
      id: `central.${capital === 'none' ? 'unclassified' : capital}`,
      title: `NSTW ${kindTitle(capital, after)}`,
      source: 'central',
      capital,
    }),
  );
  return [
    ...central,
    { id: 'local', title: 'NSĐP', source: 'local', capital: 'all' },
    { id: 'other', title: 'Khác', source: 'other', capital: 'all' },
  ];
}

function mergedRows(before: Plan, after: Plan): MergedRow[] {
  const kept = new Set(after.rows.map(({ id }) => id));
  const removed = before.rows.filter(({ id }) => !kept.has(id));
  const children = Map.groupBy([...after.rows, ...removed], ({ parent }) => parent);
  const gone = new Set(removed.map(({ id }) => id));
  const merged: MergedRow[] = [];
  const add = (row: Row, level: number): number => {
    const at = merged.length;
    const own: number[] = [];
    merged.push({ row, level, children: own, removed: gone.has(row.id) });
    for (const child of children.get(row.id) ?? []) own.push(add(child, level + 1));
    return at;
  };
  for (const row of children.get(null) ?? []) add(row, 1);
  return merged;
}

function adjustments(
  rows: readonly MergedRow[],
  parts: readonly Part[],
  before: Moment,
  after: Moment,
  years: Year | 'period',
): {
  readonly rows: readonly Adjusted[];
  readonly own: readonly boolean[];
  readonly total: Adjusted;
  readonly totalOwn: boolean;
} {
  const [then, now] = [readerOf(before, parts, years), readerOf(after, parts, years)];
  const made: Adjusted[] = new Array(rows.length).fill(NOTHING);
  const own: boolean[] = new Array(rows.length).fill(false);
  const adjusted = (
    first: readonly bigint[],
    last: readonly bigint[],
    children: readonly number[],
  ): [Adjusted, boolean] => {
    const held = children.map((child) => made[child] ?? NOTHING);
    const sum = (of: (one: Adjusted) => readonly bigint[], part: number): bigint =>
      held.reduce((total, one) => total + (of(one)[part] ?? 0n), 0n);
    // What the row has beside its rows, then and now: it was one without parts, or rows were moved to or from it.
    const after = (one: Adjusted): readonly bigint[] =>
      one.before.map((amount, part) => amount + (one.more[part] ?? 0n) - (one.less[part] ?? 0n));
    const alone = parts.map((_, part) => [
      (first[part] ?? 0n) - sum((one) => one.before, part),
      (last[part] ?? 0n) - sum(after, part),
    ]);
    const change = alone.map(([then = 0n, now = 0n]) => now - then);
    return [
      {
        before: first,
        more: parts.map((_, part) => sum((one) => one.more, part) + positive(change[part] ?? 0n)),
        less: parts.map((_, part) => sum((one) => one.less, part) + positive(-(change[part] ?? 0n))),
      },
      children.length > 0 && alone.flat().some((amount) => amount !== 0n),
    ];
  };
  // Rows stand before those under them.
  for (let at = rows.length - 1; at >= 0; at--) {
    const { row, children } = rows[at] ?? { row: null, children: [] };
    if (!row) continue;
    const [one, has] = adjusted(then(row.id), now(row.id), children);
    made[at] = one;
    own[at] = has;
  }
  const tops = rows.flatMap(({ level }, at) => (level === 1 ? [at] : []));
  const [total, totalOwn] = adjusted(then(null), now(null), tops);
  return { rows: made, own, total, totalOwn };
}

function positive(amount: bigint): bigint {
  return amount > 0n ? amount : 0n;
}

/** The amounts of a row by part; of the grand total for null, zero for a row that the plan does not have. */
function readerOf(
  { plan, totals }: Moment,
  parts: readonly Part[],
  years: Year | 'period',
): (row: RowId | null) => readonly bigint[] {
  const { index } = outlineOf(plan.rows);
  const addresses = parts.map(({ source, capital }) =>
    totals.address({ years, source: sourceId(source), capital }),
  );
  return (row) => {
    const at = row === null ? GRAND_TOTAL : index.get(row);
    return addresses.map((address) => (at === undefined ? ZERO : totals.read(at, address)));
  };
}

type Cells = (row: number, adjusted: Adjusted, children: readonly number[], hasOwn: boolean) => FormCell[];

interface Block {
  readonly id: 'before' | 'more' | 'less' | 'after';
  readonly path: readonly string[];
  readonly shows: 'each' | 'total';
}

/** The report's columns, and how a row's cells are made: totals of parts beside them, what is after from what is before. */
function layOut(
  parts: readonly Part[],
  changes: 'each' | 'total',
): { columns: ReportColumn[]; cells: Cells } {
  const blocks: readonly Block[] = [
    { id: 'before', path: ['Kế hoạch đã giao'], shows: 'each' },
    { id: 'more', path: ['Điều chỉnh', 'Tăng'], shows: changes },
    { id: 'less', path: ['Điều chỉnh', 'Giảm'], shows: changes },
    { id: 'after', path: ['Sau điều chỉnh'], shows: 'each' },
  ];
  const columns = blocks.flatMap(({ id, path, shows }): ReportColumn[] => {
    const block = id === 'more' || id === 'less' ? 'change' : id;
    if (shows === 'total') return [{ id: `${id}.total`, path, block }];
    return [
      { id: `${id}.total`, path: [...path, 'Tổng số'], block },
      ...parts.map((part) => ({ id: `${id}.${part.id}`, path: [...path, part.title], block })),
    ];
  });
  const place = (block: Block['id'], part: string): number =>
    columns.findIndex(({ id }) => id === `${block}.${part}`);

  const cells: Cells = (row, { before, more, less }, children, hasOwn) => {
    const amounts: Readonly<Record<Block['id'], readonly bigint[]>> = {
      before,
      more,
      less,
      after: before.map((amount, part) => amount + (more[part] ?? 0n) - (less[part] ?? 0n)),
    };
    const below = (column: number): Term[] => children.map((child) => term(child, column));
    const proofOf = (block: Block, part: string, column: number): readonly Term[] | null => {
      const beside = block.shows === 'each' ? parts.map(({ id }) => term(row, place(block.id, id))) : null;
      if (block.id === 'after') {
        const [from, plus, minus] = (['before', 'more', 'less'] as const).map((id) => place(id, part));
        if (from !== undefined && plus !== undefined && minus !== undefined && plus >= 0 && minus >= 0) {
          return [term(row, from), term(row, plus), term(row, minus, true)];
        }
        return part === 'total' ? beside : children.length > 0 && !hasOwn ? below(column) : null;
      }
      // A row that has, or had, money beside its rows is more than they make.
      if (children.length > 0 && !hasOwn) return below(column);
      return part === 'total' ? beside : null;
    };
    return blocks.flatMap((block) => {
      const own = amounts[block.id];
      const total = dong(own.reduce((sum, amount) => sum + amount, 0n));
      const at = place(block.id, 'total');
      const cell = (amount: Dong, part: string, column: number): FormCell =>
        totalCell(amount, proofOf(block, part, column));
      if (block.shows === 'total') return [cell(total, 'total', at)];
      return [
        cell(total, 'total', at),
        ...parts.map(({ id }, part) => cell(dong(own[part] ?? 0n), id, place(block.id, id))),
      ];
    });
  };
  return { columns, cells };
}

/** What a column is made of on a row without parts. */
function besideIn(cells: Cells, parts: readonly Part[], column: number): readonly Term[] | null {
  const nothing = parts.map(() => 0n);
  return cells(0, { before: nothing, more: nothing, less: nothing }, [], false)[column]?.proof ?? null;
}
