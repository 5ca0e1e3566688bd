import type { SheetColumn } from './cell-place.ts';
import { carriedOn, type FillMode } from './fill-pattern.ts';
import { FillWriting, givenAmount } from './fill-writing.ts';
import { type LeafColumn, leafColumn } from './leaf-column.ts';
import type { Sheet } from './sheet.ts';

/** What a target column takes of each line: the columns that it carries on, nearest last, and how far it is from them. */
interface Carrying {
  readonly column: SheetColumn;
  readonly leaf: LeafColumn | null;
  readonly from: readonly SheetColumn[];
  /** By place in `from`, for a copy. */
  readonly copyStep: number;
  readonly seriesStep: number;
}

/**
 * Fills lines sideways. Within one year the columns repeat by their place. From one year into another a column carries on
 * the same source and kind: money of one source is never filled into another by the mere number of columns between.
 * `sources` and `targets` are columns by index, each in the order in which the fill goes.
 */
export function fillAcross(
  sheet: Sheet,
  lines: { readonly top: number; readonly bottom: number },
  sources: readonly number[],
  targets: readonly number[],
  mode: FillMode,
): FillWriting {
  const writing = new FillWriting(sheet);
  const from = sources.flatMap((at) => sheet.columns[at] ?? []);
  const carryings = carryingsOf(
    from,
    targets.flatMap((at) => sheet.columns[at] ?? []),
  );
  for (const line of sheet.lines.slice(lines.top, lines.bottom + 1)) {
    for (const carrying of carryings) {
      const { column, leaf } = carrying;
      const takes = leaf !== null && leaf.unfunded.length === 0 && line.leaf;
      const given = takes ? carrying.from.map((one) => givenAmount(sheet, { line, column: one })) : [];
      const step = mode === 'copy' ? carrying.copyStep : carrying.seriesStep;
      const amount = given.length === 0 ? null : carriedOn(given, step, mode);
      if (leaf === null || amount === null) writing.skip();
      else writing.amount(line, column, leaf, amount);
    }
  }
  return writing;
}

function carryingsOf(from: readonly SheetColumn[], targets: readonly SheetColumn[]): Carrying[] {
  const years = new Set(from.flatMap((column) => yearsOf(column)));
  const [only] = years;
  const steps = new Map<string, number>();
  const next = (group: string): number => {
    const step = (steps.get(group) ?? 0) + 1;
    steps.set(group, step);
    return step;
  };
  return targets.map((column): Carrying => {
    const leaf = leafColumn(column);
    // Totals and texts take their place in the pattern, though nothing is written there.
    const place = next('place');
    if (leaf === null) return { column, leaf, from: [], copyStep: place, seriesStep: place };
    if (years.size === 1 && yearsOf(column)[0] === only) {
      return { column, leaf, from, copyStep: place, seriesStep: next('leaf') };
    }
    const same = from.filter((one) => isSameLeaf(one, leaf));
    const step = next(`${leaf.source}|${leaf.capital}`);
    return { column, leaf, from: same, copyStep: step, seriesStep: step };
  });
}

function yearsOf(column: SheetColumn): (number | string)[] {
  return column.kind === 'amount' ? [column.column.selector.years] : [];
}

function isSameLeaf(column: SheetColumn, { source, capital }: LeafColumn): boolean {
  if (column.kind !== 'amount') return false;
  const { leaf } = column.column;
  return leaf !== null && leaf.source === source && leaf.capital === capital;
}
