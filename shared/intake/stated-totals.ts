import { GRAND_TOTAL } from '../engine/totals.ts';
import { formById } from '../forms/catalogue.ts';
import type { FormCell, FormTable, Term } from '../forms/table.ts';
import { type Dong, ZERO } from '../money/dong.ts';
import { readAmount } from '../money/read.ts';
import { nearestAmount, nearestDouble } from '../money/sheet-number.ts';
import type { Unit } from '../money/unit.ts';
import type { Plan, Source } from '../plan/plan.ts';
import { cellAddress, rawCellAt } from './cell-address.ts';
import type { OwnBlock } from './own-block.ts';
import type { RawCell } from './raw-workbook.ts';
import type { CellPlace, LeafCell, StatedTotal } from './totals/stated-total.ts';

/**
 * Every total that the sheet states beside its recomputation from the leaves (never its printed neighbours); none at all
 * where all of them hold. A formula whose result the file lacks states nothing.
 */
export function statedTotals(
  block: OwnBlock,
  table: FormTable,
  unit: Unit,
  { sources, rows }: Pick<Plan, 'sources' | 'rows'>,
): StatedTotal[] {
  const check = (at: number, place: number): Checked | null => {
    const stated = statedAmount(rawCellAt(block.sheet, block.top + at, block.left + place), unit);
    const amount = table.amountAt(at, place);
    if (stated === null || amount === 'mixed') return null;
    const ours = amount ?? ZERO;
    if (stated.amount === ours) return { stated: stated.amount, ours, holds: true };
    const cell = table.rows[at]?.cells[place];
    const holds = cell !== undefined && withinRounding(stated.number, ours, cell, table, unit, sources);
    return { stated: stated.amount, ours, holds };
  };
  const sound = table.rows.every(({ leaf }, at) =>
    table.columns.every((column, place) => (leaf && column.leaf) || (check(at, place)?.holds ?? true)),
  );
  if (sound) return [];
  const indexes = new Map(rows.map(({ id }, at) => [id, at] as const));
  const totalRows = table.base === null ? [] : formById(table.base).totalRows;
  const rules = new Map(totalRows.map((one) => [one.code, one] as const));
  return table.rows.flatMap((row, at) => {
    const asPeriod = row.kind === 'total' && rules.get(row.code)?.oneYearAs === 'period';
    return table.columns.flatMap(({ leaf, path, selector }, place): StatedTotal[] => {
      const checked = row.leaf && leaf ? null : check(at, place);
      if (!checked || selector === null) return [];
      return [
        {
          ...checked,
          at: row.id === null ? GRAND_TOTAL : (indexes.get(row.id) ?? GRAND_TOTAL),
          selector: asPeriod && selector.years === 'oneYear' ? { ...selector, years: 'period' } : selector,
          place: () => placeOf(block, row, path, at, place),
        },
      ];
    });
  });
}

type Checked = Pick<StatedTotal, 'stated' | 'ours' | 'holds'>;

/** The cells that leaf amounts were read from. */
export function leafCells(block: OwnBlock, table: FormTable, { rows }: Pick<Plan, 'rows'>): LeafCell[] {
  const indexes = new Map(rows.map(({ id }, at) => [id, at] as const));
  return table.rows.flatMap((row, at) => {
    const index = row.leaf && row.id !== null ? indexes.get(row.id) : undefined;
    if (index === undefined) return [];
    return row.cells.flatMap(({ years }, place): LeafCell[] => {
      const column = table.columns[place];
      if (!column?.leaf || years.length === 0) return [];
      const oneYear = column.selector?.years === 'oneYear';
      return [
        { at: index, ...column.leaf, years, oneYear, place: placeOf(block, row, column.path, at, place) },
      ];
    });
  });
}

function placeOf(
  block: OwnBlock,
  row: Pick<FormTable['rows'][number], 'ordinal' | 'name'>,
  path: readonly string[],
  at: number,
  place: number,
): CellPlace {
  return {
    sheet: block.sheet.name,
    cell: cellAddress(block.top + at, block.left + place),
    row: `${row.ordinal} ${row.name}`.trim(),
    column: path.join(' / '),
  };
}

interface Stated {
  readonly amount: Dong;
  readonly number: number;
}

/** What a cell states as a total, to the nearest đồng; null where it states nothing that is an amount. */
export function statedAmount(raw: RawCell | undefined, unit: Unit): Stated | null {
  const value = raw?.value;
  if (value?.kind === 'number') {
    const amount = nearestAmount(value.number, unit);
    return amount === undefined ? null : { amount, number: value.number };
  }
  if (value?.kind !== 'text') return null;
  const read = readAmount(value.text, unit, 'vi');
  return read.ok ? { amount: read.value, number: nearestDouble(read.value, unit) } : null;
}

/**
 * Whether a stated total may differ only because its program added in doubles. The bound is that of adding n doubles;
 * it stays under half a đồng, and so tells every single đồng, up to about 10^15 đồng divided by the number of addends.
 */
function withinRounding(
  stated: number,
  ours: Dong,
  cell: FormCell,
  table: FormTable,
  unit: Unit,
  sources: readonly Source[],
): boolean {
  const terms = cell.proof ?? [];
  let scale = 0;
  for (const term of terms) scale += Math.abs(addendOf(term, table, unit, sources));
  return Math.abs(stated - nearestDouble(ours, unit)) <= scale * (terms.length + 2) * 2 ** -53;
}

function addendOf(term: Term, table: FormTable, unit: Unit, sources: readonly Source[]): number {
  const amount = table.amountAt(term.row, term.column) ?? ZERO;
  const years = sources.find((source) => source.id === term.times)?.years.length ?? 1;
  return amount === 'mixed' ? 0 : nearestDouble(amount, unit) * years;
}
