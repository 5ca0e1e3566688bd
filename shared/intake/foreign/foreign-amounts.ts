import { type Dong, ZERO } from '../../money/dong.ts';
import type { Numbers } from '../../money/numbers.ts';
import type { Unit } from '../../money/unit.ts';
import { type RowId, type SourceId, sourceId, type Year } from '../../plan/ids.ts';
import { isLeafAt, outlineOf } from '../../plan/outline.ts';
import {
  type Capital,
  type LeafKey,
  leafKey,
  type Plan,
  type RowAmounts,
  type Source,
} from '../../plan/plan.ts';
import { findSource, isLeafSource } from '../../plan/sources.ts';
import { cellAddress } from '../cell-address.ts';
import type { Issue } from '../draft.ts';
import { foreignCellAmount } from './foreign-cell.ts';
import type { AmountMeaning } from './heading/meaning.ts';
import type { ForeignTable } from './read-table.ts';
import type { AmountColumn, TableRow } from './table-row.ts';

/** Where the amounts of a column belong on a leaf row. */
export interface LeafColumn {
  readonly source: SourceId;
  readonly capital: Capital;
  readonly years: readonly Year[];
}

export interface ForeignAmounts {
  readonly amounts: ReadonlyMap<RowId, RowAmounts>;
  readonly issues: readonly Issue[];
}

/** The leaf amounts of a foreign table, in đồng; cells that are no amounts are issues. */
export function foreignAmounts(
  sheet: string,
  table: ForeignTable,
  columns: LeafColumns,
  plan: Plan,
  unit: Unit,
  numbers: Numbers,
): ForeignAmounts {
  const outline = outlineOf(plan.rows);
  const amounts = new Map<RowId, RowAmounts>();
  const issues: Issue[] = [];
  const lines = table.rows.filter(({ kind }) => kind === 'row');
  for (const [at, row] of plan.rows.entries()) {
    const line = lines[at];
    if (!line || !isLeafAt(outline, at)) continue;
    const own = new Map<LeafKey, Dong>();
    for (const [column, leaf] of columns) {
      const read = foreignCellAmount(line.cells.get(column.column), unit, numbers);
      if (!read.ok) {
        const where = { row: `${line.ordinal} ${line.name}`.trim(), column: column.path.join(' / ') };
        issues.push({
          code: read.refusal.code,
          severity: 'error',
          params: { ...read.refusal.params, ...where },
          sheet,
          cell: cellAddress(line.ref, column.column),
          difference: null,
        });
      } else if (read.value !== ZERO) {
        for (const one of leaf.years) own.set(leafKey(one, leaf.source, leaf.capital), read.value);
      }
    }
    if (own.size > 0) amounts.set(row.id, own);
  }
  return { amounts, issues };
}

export type LeafColumns = ReadonlyMap<AmountColumn, LeafColumn>;

/**
 * The columns whose amounts are data: of one source and one kind. Years stand for themselves; one-year columns count only
 * where no year is named. Of two columns of the same money (F1 has other money twice) the last is data, the first is held
 * against it like a total; so is everything else.
 */
export function leafColumns(columns: readonly AmountColumn[], plan: Pick<Plan, 'sources'>): LeafColumns {
  const found = [...columnsByLeaf(columns, plan).values()].flatMap((same) => same.slice(-1));
  return new Map(found.sort(([one], [other]) => one.column - other.column));
}

/**
 * Columns of the same money that differ in half of their rows or more: what was planned and what was done, or two plans.
 * Which is the plan is asked.
 */
export function rivalColumns(
  columns: readonly AmountColumn[],
  plan: Pick<Plan, 'sources'>,
  rows: readonly TableRow[],
  read: (row: TableRow, column: AmountColumn) => Dong | null,
): AmountColumn[][] {
  return [...columnsByLeaf(columns, plan).values()].flatMap((same) => {
    if (same.length < 2) return [];
    const own = same.map(([column]) => column);
    const lines = rows
      .filter(({ kind }) => kind === 'row')
      .map((row) => new Set(own.map((column) => read(row, column) ?? ZERO)))
      .filter((amounts) => amounts.size > 1 || !amounts.has(ZERO));
    const apart = lines.filter(({ size }) => size > 1).length;
    return apart > 0 && apart * 2 >= lines.length ? [own] : [];
  });
}

function columnsByLeaf(
  columns: readonly AmountColumn[],
  { sources }: Pick<Plan, 'sources'>,
): ReadonlyMap<string, readonly (readonly [AmountColumn, LeafColumn])[]> {
  const byYear = columns.some(({ meaning }) => typeof meaning.years === 'number');
  const found = new Map<string, (readonly [AmountColumn, LeafColumn])[]>();
  for (const column of columns) {
    const leaf = leafOf(column.meaning, byYear, sources);
    if (!leaf) continue;
    const key = `${column.meaning.years} ${leaf.source} ${leaf.capital}`;
    found.set(key, [...(found.get(key) ?? []), [column, leaf]]);
  }
  return found;
}

function leafOf(
  { years, source, capital }: AmountMeaning,
  byYear: boolean,
  sources: readonly Source[],
): LeafColumn | null {
  if (source === 'all' || source === 'budget' || years === 'period' || years === null) return null;
  if (byYear && years === 'oneYear') return null;
  const known = findSource(sources, sourceId(source));
  if (!known || !isLeafSource(sources, known.id)) return null;
  const kind = known.group === 'other' && capital === 'all' ? 'none' : capital;
  if (kind === 'all' || !known.capitals.includes(kind)) return null;
  return { source: known.id, capital: kind, years: years === 'oneYear' ? known.years : [years] };
}

/** Totals of a budget's money of a year, or of one year, with no column of any kind beside them: it has no place. */
export function kindlessColumns(
  columns: readonly AmountColumn[],
  { sources }: Pick<Plan, 'sources'>,
): AmountColumn[] {
  return columns.filter(({ meaning: { years, source, capital } }) => {
    if (source === 'all' || source === 'budget' || capital !== 'all' || years === 'period') return false;
    const known = findSource(sources, sourceId(source));
    if (!known || known.group === 'other' || !isLeafSource(sources, known.id)) return false;
    return !columns.some(
      ({ meaning }) => meaning.source === source && meaning.years === years && meaning.capital !== 'all',
    );
  });
}
