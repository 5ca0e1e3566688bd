import { amountAt } from '../plan/edit/amounts.ts';
import { findSource } from '../plan/sources.ts';
import type { SheetColumn } from './cell-place.ts';
import { fillAcross } from './fill-across.ts';
import { fillAlong } from './fill-along.ts';
import type { FillMode } from './fill-pattern.ts';
import { type FillPlan, FillWriting, givenAmount, NOTHING_FILLED } from './fill-writing.ts';
import { type LeafColumn, leafColumn } from './leaf-column.ts';
import type { Rect, Sheet } from './sheet.ts';

export type { FillMode } from './fill-pattern.ts';
export type { FilledCell, FillPlan } from './fill-writing.ts';

/** `target` contains `source` and goes beyond it in one direction. Totals and unfunded years are passed over. */
export function planFill(sheet: Sheet, source: Rect, target: Rect, mode: FillMode): FillPlan {
  const rows = steps(source.top, source.bottom);
  const columns = steps(source.left, source.right);
  const code = 'change.fill';
  if (target.bottom > source.bottom) {
    const down = steps(source.bottom + 1, target.bottom);
    return fillAlong(sheet, source, rows, down, mode).plan(code);
  }
  if (target.top < source.top) {
    const up = steps(target.top, source.top - 1).reverse();
    return fillAlong(sheet, source, rows.reverse(), up, mode).plan(code);
  }
  if (target.right > source.right) {
    const right = steps(source.right + 1, target.right);
    return fillAcross(sheet, source, columns, right, mode).plan(code);
  }
  const left = steps(target.left, source.left - 1).reverse();
  return fillAcross(sheet, source, columns.reverse(), left, mode).plan(code);
}

/** Ctrl+D: the first row of the selection into the rest; a selection of one row takes the row above. */
export function fillDown(sheet: Sheet, rect: Rect): FillPlan {
  const top = rect.top === rect.bottom ? rect.top - 1 : rect.top;
  if (top < 0) return NOTHING_FILLED;
  return planFill(sheet, { ...rect, top, bottom: top }, { ...rect, top }, 'copy');
}

/**
 * Ctrl+R: the first column of the selection into the rest. A selection of one column takes the one to its left where that
 * holds amounts too, else the same source and kind of the year before.
 */
export function fillRight(sheet: Sheet, rect: Rect): FillPlan {
  if (rect.left < rect.right) return planFill(sheet, { ...rect, right: rect.left }, rect, 'copy');
  const source = giverOf(sheet, rect.left);
  if (source === null) return NOTHING_FILLED;
  return fillAcross(sheet, rect, [source], [rect.left], 'copy').plan('change.fill');
}

function giverOf(sheet: Sheet, at: number): number | null {
  const own = leafAt(sheet, at);
  if (own === null) return null;
  if (leafAt(sheet, at - 1) !== null) return at - 1;
  const before = sheet.columns.slice(0, at).findLastIndex((column) => {
    const leaf = leafColumn(column);
    return leaf !== null && leaf.source === own.source && leaf.capital === own.capital;
  });
  return before < 0 ? null : before;
}

function leafAt(sheet: Sheet, at: number): LeafColumn | null {
  const column = sheet.columns[at];
  return column === undefined ? null : leafColumn(column);
}

/** Every selected leaf amount into the other years that its source funds; of several selected years, the first's. */
export function fillYears(sheet: Sheet, rect: Rect): FillPlan {
  const writing = new FillWriting(sheet);
  const giving = givingColumns(sheet, rect);
  for (const line of sheet.lines.slice(rect.top, rect.bottom + 1)) {
    for (const { column, leaf, others } of giving) {
      const amount = line.leaf ? givenAmount(sheet, { line, column }) : null;
      if (amount === null || line.id === null) {
        writing.skip();
        continue;
      }
      const { source, capital } = leaf;
      for (const { year, shown } of others) {
        writing.filled({ place: { line, column: shown }, amount });
        const place = { row: line.id, year, source, capital };
        if (amountAt(sheet.plan, place) !== amount) writing.list.amounts.push({ ...place, amount });
      }
    }
  }
  return writing.plan('change.fillYears');
}

interface Giving {
  readonly column: SheetColumn;
  readonly leaf: LeafColumn;
  /** The other funded years, each with the column that shows it; the giving column where none does. */
  readonly others: readonly { readonly year: LeafColumn['years'][number]; readonly shown: SheetColumn }[];
}

function givingColumns(sheet: Sheet, rect: Rect): Giving[] {
  const taken = new Set<string>();
  return sheet.columns.slice(rect.left, rect.right + 1).flatMap((column): Giving[] => {
    const leaf = leafColumn(column);
    // A one-year column holds all years alike as it is.
    if (leaf === null || column.kind !== 'amount' || typeof column.column.selector.years !== 'number')
      return [];
    const kind = `${leaf.source}|${leaf.capital}`;
    if (taken.has(kind)) return [];
    taken.add(kind);
    const funded = findSource(sheet.plan.sources, leaf.source)?.years ?? [];
    const others = funded
      .filter((year) => !leaf.years.includes(year))
      .map((year) => ({ year, shown: columnOf(sheet, leaf, year) ?? column }));
    return [{ column, leaf, others }];
  });
}

function columnOf(sheet: Sheet, { source, capital }: LeafColumn, year: number): SheetColumn | undefined {
  return sheet.columns.find((column) => {
    if (column.kind !== 'amount' || column.column.selector.years !== year) return false;
    const { leaf } = column.column;
    return leaf !== null && leaf.source === source && leaf.capital === capital;
  });
}

function steps(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, step) => from + step);
}
