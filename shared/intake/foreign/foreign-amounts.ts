import { type Dong, ZERO } from '../../money/dong.ts';
import type { Numbers } from '../../money/numbers.ts';
import type { Unit } from '../../money/unit.ts';
import { type RowId, type SourceId, sourceId, type Year } from '../../plan/ids.ts';
import { isLeafAt, outlineOf } from '../../plan/outline.ts';
import { type Capital, type LeafKey, leafKey, type Plan, type RowAmounts } from '../../plan/plan.ts';
import { findSource } from '../../plan/sources.ts';
import { ok, type Result, refuse } from '../../refusal.ts';
import { cellAddress } from '../cell-address.ts';
import type { Issue } from '../draft.ts';
import { foreignCellAmount } from './foreign-cell.ts';
import type { AmountMeaning } from './heading/meaning.ts';
import type { AmountColumn, ForeignTable } from './read-table.ts';

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

/**
 * The leaf amounts of a foreign table, in đồng. Only columns of one source and one kind are data; all others are totals
 * that are held against ours. Refused where a source's money has no kind.
 */
export function foreignAmounts(
  sheet: string,
  table: ForeignTable,
  plan: Plan,
  unit: Unit,
  numbers: Numbers,
): Result<ForeignAmounts> {
  const columns = leafColumns(table.amounts, plan);
  if (!columns.ok) return columns;
  const outline = outlineOf(plan.rows);
  const amounts = new Map<RowId, RowAmounts>();
  const issues: Issue[] = [];
  const lines = table.rows.filter(({ kind }) => kind === 'row');
  for (const [at, row] of plan.rows.entries()) {
    const line = lines[at];
    if (!line || !isLeafAt(outline, at)) continue;
    const own = new Map<LeafKey, Dong>();
    for (const [column, leaf] of columns.value) {
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
  return ok({ amounts, issues });
}

/**
 * The columns whose amounts are data. Years stand for themselves; one-year columns count only where no year is named. Of
 * two columns of the same money (F1 has other money twice) the last is data, the first is held against it like a total.
 */
export function leafColumns(
  columns: readonly AmountColumn[],
  plan: Pick<Plan, 'sources' | 'period'>,
): Result<ReadonlyMap<AmountColumn, LeafColumn>> {
  const byYear = columns.some(({ meaning }) => typeof meaning.years === 'number');
  const found = new Map<AmountColumn, LeafColumn>();
  const taken = new Map<string, AmountColumn>();
  for (const column of columns) {
    const leaf = leafOf(column.meaning, byYear, plan);
    if (!leaf) continue;
    const key = `${column.meaning.years} ${leaf.source} ${leaf.capital}`;
    const before = taken.get(key);
    if (before) found.delete(before);
    taken.set(key, column);
    found.set(column, leaf);
  }
  const lost = columns.find(({ meaning }) => isKindless(meaning, columns));
  if (lost) return refuse('workbook.kindsMissing', { column: lost.path.join(' / ') });
  return found.size === 0 ? refuse('workbook.noLeafColumns') : ok(found);
}

function leafOf(
  { years, source, capital }: AmountMeaning,
  byYear: boolean,
  { sources }: Pick<Plan, 'sources'>,
): LeafColumn | null {
  if (source === 'all' || source === 'budget' || years === 'period' || years === null) return null;
  if (byYear && years === 'oneYear') return null;
  const kind = source === 'other' && capital === 'all' ? 'none' : capital;
  if (kind === 'all') return null;
  const known = findSource(sources, sourceId(source));
  if (!known?.capitals.includes(kind)) return null;
  return { source: known.id, capital: kind, years: years === 'oneYear' ? known.years : [years] };
}

/** A budget's total of a year, or of one year, with no column of any kind beside it: its money has no place. */
function isKindless({ years, source, capital }: AmountMeaning, columns: readonly AmountColumn[]): boolean {
  if ((source !== 'central' && source !== 'local') || capital !== 'all' || years === 'period') return false;
  return !columns.some(
    ({ meaning }) => meaning.source === source && meaning.years === years && meaning.capital !== 'all',
  );
}
