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
 * Every total that the sheet states beside its recomputation from the leaves (never its printed neighbours). A formula
 * whose result the file lacks states nothing.
 */
export function statedTotals(
  block: OwnBlock,
  table: FormTable,
  unit: Unit,
  { sources, rows }: Pick<Plan, 'sources' | 'rows'>,
): StatedTotal[] {
  const indexes = new Map(rows.map(({ id }, at) => [id, at] as const));
  const rule = new Map(formById(table.form).totalRows.map((one) => [one.code, one] as const));
  return table.rows.flatMap((row, at) =>
    table.columns.flatMap((column, place): StatedTotal[] => {
      if (row.leaf && column.leaf) return [];
      const line = block.top + at;
      const stated = statedAmount(rawCellAt(block.sheet, line, block.left + place), unit);
      const cell = row.cells[place];
      if (stated === null || !cell || cell.amount === 'mixed') return [];
      const ours = cell.amount ?? ZERO;
      const asPeriod =
        rule.get(row.code)?.oneYearAs === 'period' &&
        row.kind === 'total' &&
        column.selector.years === 'oneYear';
      return [
        {
          at: row.id === null ? GRAND_TOTAL : (indexes.get(row.id) ?? GRAND_TOTAL),
          selector: asPeriod ? { ...column.selector, years: 'period' } : column.selector,
          stated: stated.amount,
          ours,
          holds: stated.amount === ours || withinRounding(stated.number, ours, cell, table, unit, sources),
          place: placeOf(block, row, column, at, place),
        },
      ];
    }),
  );
}

/** The cells that leaf amounts were read from. */
export function leafCells(block: OwnBlock, table: FormTable, { rows }: Pick<Plan, 'rows'>): LeafCell[] {
  const indexes = new Map(rows.map(({ id }, at) => [id, at] as const));
  return table.rows.flatMap((row, at) =>
    table.columns.flatMap((column, place): LeafCell[] => {
      const index = row.id === null ? undefined : indexes.get(row.id);
      const years = row.cells[place]?.years ?? [];
      if (!row.leaf || !column.leaf || index === undefined || years.length === 0) return [];
      const oneYear = column.selector.years === 'oneYear';
      return [{ at: index, ...column.leaf, years, oneYear, place: placeOf(block, row, column, at, place) }];
    }),
  );
}

function placeOf(
  block: OwnBlock,
  row: FormTable['rows'][number],
  column: FormTable['columns'][number],
  at: number,
  place: number,
): CellPlace {
  return {
    sheet: block.sheet.name,
    cell: cellAddress(block.top + at, block.left + place),
    row: `${row.ordinal} ${row.name}`.trim(),
    column: column.path.join(' / '),
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
  const amount = table.rows[term.row]?.cells[term.column]?.amount ?? ZERO;
  const years = sources.find((source) => source.id === term.times)?.years.length ?? 1;
  return amount === 'mixed' ? 0 : nearestDouble(amount, unit) * years;
}
