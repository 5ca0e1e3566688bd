import type { Selector } from '../../engine/selector.ts';
import { GRAND_TOTAL, type Totals } from '../../engine/totals.ts';
import { type Dong, ZERO } from '../../money/dong.ts';
import type { Numbers } from '../../money/numbers.ts';
import { nearestAmount } from '../../money/sheet-number.ts';
import type { Unit } from '../../money/unit.ts';
import { sourceId } from '../../plan/ids.ts';
import { isLeafAt, outlineOf } from '../../plan/outline.ts';
import type { Plan } from '../../plan/plan.ts';
import { findSource } from '../../plan/sources.ts';
import { ok, type Refusal, type Result, refuse } from '../../refusal.ts';
import { foldText } from '../../text/fold.ts';
import { cellAddress } from '../cell-address.ts';
import type { RawCell } from '../raw-workbook.ts';
import type { CellPlace, LeafCell, StatedTotal } from '../totals/stated-total.ts';
import type { LeafColumns } from './foreign-amounts.ts';
import { foreignCellAmount } from './foreign-cell.ts';
import type { AmountMeaning } from './heading/meaning.ts';
import type { ForeignTable } from './read-table.ts';
import { plainWords, subtotalOf } from './row-levels.ts';
import type { AmountColumn, TableRow } from './table-row.ts';

/** A table with the plan that was made of it. */
export interface MadeTable {
  readonly sheet: string;
  readonly table: ForeignTable;
  readonly columns: LeafColumns;
  readonly plan: Plan;
  readonly totals: Totals;
  readonly unit: Unit;
  readonly numbers: Numbers;
}

export interface ForeignTotals {
  readonly stated: readonly StatedTotal[];
  /** Cells of totals that state no amount: they could not be held against anything. */
  readonly unreadable: readonly { readonly place: CellPlace; readonly refusal: Refusal }[];
  /** Columns with amounts that are neither data nor a total of any: a level without kinds beside kinds of the whole. */
  readonly unused: readonly AmountColumn[];
  /** Lines that total some rows, without a word which. */
  readonly unclear: readonly TableRow[];
}

/** What a column of a foreign table selects of a plan. */
export function selectorOf(
  { years, source, capital }: AmountMeaning,
  { sources }: Pick<Plan, 'sources'>,
): Selector {
  const group = source === 'all' || source === 'budget' ? null : findSource(sources, sourceId(source))?.group;
  return {
    years: years ?? 'period',
    source: source === 'all' || source === 'budget' ? source : sourceId(source),
    // Other money has no kind: its total is all of it.
    capital: group === 'other' ? 'all' : capital,
  };
}

/** Every total that the table states beside its recomputation from the leaves, exact. */
export function foreignTotals({
  sheet,
  table,
  columns,
  plan,
  totals,
  unit,
  numbers,
}: MadeTable): ForeignTotals {
  const outline = outlineOf(plan.rows);
  const stated: StatedTotal[] = [];
  const unreadable: { place: CellPlace; refusal: Refusal }[] = [];
  const unclear: TableRow[] = [];
  const lines = table.rows.filter(({ kind }) => kind === 'row');
  const held = table.amounts.map((column) => ({ column, selector: selectorOf(column.meaning, plan) }));
  let rows = 0;
  for (const line of table.rows) {
    const at = line.kind === 'row' ? rows++ : line.kind === 'total' ? GRAND_TOTAL : subtotalled(line, lines);
    if (at === null) {
      unclear.push(line);
      continue;
    }
    const leaf = line.kind === 'row' && isLeafAt(outline, at);
    for (const { column, selector } of held) {
      if (leaf && columns.has(column)) continue;
      const cell = line.cells.get(column.column);
      if (!cell) continue;
      const place = (): CellPlace => placeOf(sheet, line, column);
      const read = statedAmount(cell, unit, numbers);
      if (!read.ok) {
        unreadable.push({ place: place(), refusal: read.refusal });
        continue;
      }
      const own: Selector = sumsPeriod(line, selector) ? { ...selector, years: 'period' } : selector;
      const address = totals.address(own);
      if (address.slots.length === 0 || totals.isMixed(at, address)) continue;
      const ours = totals.read(at, address);
      stated.push({ at, selector: own, stated: read.value, ours, holds: ours === read.value, place });
    }
  }
  const unused = held.flatMap(({ column, selector }) =>
    !columns.has(column) &&
    totals.address(selector).slots.length === 0 &&
    lines.some((line) => holdsMoney(line.cells.get(column.column), unit, numbers))
      ? [column]
      : [],
  );
  return { stated, unreadable, unused, unclear };
}

/** The cells that leaf amounts were read from. */
export function foreignLeaves({ sheet, table, columns, plan }: MadeTable): LeafCell[] {
  const outline = outlineOf(plan.rows);
  return table.rows
    .filter(({ kind }) => kind === 'row')
    .flatMap((line, at) => {
      if (!isLeafAt(outline, at)) return [];
      return [...columns].map(([column, leaf]): LeafCell => {
        const oneYear = column.meaning.years === 'oneYear';
        return { at, ...leaf, oneYear, place: placeOf(sheet, line, column) };
      });
    });
}

export function placeOf(sheet: string, line: TableRow, { column, path }: AmountColumn): CellPlace {
  return {
    sheet,
    cell: cellAddress(line.ref, column),
    row: `${line.ordinal} ${line.name}`.trim(),
    column: path.join(' / '),
  };
}

/**
 * The row that "Cộng dự án 1" totals: the one whose name says so, else whose number does, nearest above or below; null
 * where none does.
 */
function subtotalled(line: TableRow, rows: readonly TableRow[]): number | null {
  const said = subtotalOf(line);
  if (said === null) return null;
  const number = /^(?:muc|phan|du an|tieu du an|noi dung|hop phan) (\S+)$/.exec(said)?.[1];
  const nearest = (fits: (row: TableRow) => boolean): number | undefined =>
    rows
      .flatMap((row, at) => (fits(row) ? [{ at, away: Math.abs(row.ref - line.ref) }] : []))
      .sort((one, other) => one.away - other.away)[0]?.at;
  const byName = nearest(({ name }) => `${plainWords(name)} `.startsWith(`${said} `));
  return byName ?? nearest(({ ordinal }) => number === foldText(ordinal.replace(/[.)]$/, ''))) ?? null;
}

/** A total may be finer than a đồng, for its program added in doubles: the nearest đồng is what it means. */
function statedAmount(cell: RawCell, unit: Unit, numbers: Numbers): Result<Dong> {
  const { value } = cell;
  if (value.kind !== 'number') return foreignCellAmount(cell, unit, numbers);
  const amount = nearestAmount(value.number, unit);
  return amount === undefined ? refuse('amount.outOfRange', { text: `${value.number}` }) : ok(amount);
}

function holdsMoney(cell: RawCell | undefined, unit: Unit, numbers: Numbers): boolean {
  const read = foreignCellAmount(cell, unit, numbers);
  return !read.ok || read.value !== ZERO;
}

/** F1's last row carries the period's amounts in columns that carry one year's above it (domain.md, fact 4). */
function sumsPeriod({ kind, name }: TableRow, { years }: Selector): boolean {
  return kind === 'total' && years === 'oneYear' && /\bgiai doan\b/.test(foldText(name));
}
