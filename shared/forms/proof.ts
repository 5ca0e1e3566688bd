import type { Selector } from '../engine/selector.ts';
import { addressOf } from '../engine/shape.ts';
import { type SourceId, sourceId } from '../plan/ids.ts';
import { CAPITALS, type Source } from '../plan/plan.ts';
import { leavesUnder, subSources } from '../plan/sources.ts';
import type { FormLayout, LaidColumn } from './layout.ts';
import type { Term } from './table.ts';

/** An addend in the same line: another column, times the years its source funds. */
interface Part {
  readonly column: number;
  readonly times: SourceId | null;
}

export type Proofs = (row: number, column: number) => readonly Term[] | null;

/**
 * The cells whose sum a total is, in the same table: what an exported formula adds and what the officer is shown.
 * A parent is the sum of its children and a total row of the top rows, column by column; on a leaf row a total is
 * made of columns beside it. Null where the cell is no total.
 */
export function proofsOf(layout: FormLayout): Proofs {
  const { columns, lines } = layout;
  const beside = columns.map((column, at) => (column.leaf ? null : partsOf(at, layout)));
  const oneYearLine = lines.findIndex((line) => line.rule?.oneYearAs === 'oneYear');
  return (row, at) => {
    const line = lines[row];
    const column = columns[at];
    if (!line || !column || line.rule?.blank.includes(column.block)) return null;
    const below = (): Term[] => line.parts.map((part) => ({ row: part, column: at, times: null }));
    const besideIt = (): Term[] | null => beside[at]?.map((part) => ({ row, ...part })) ?? null;
    if (line.leaf) return besideIt();
    const asPeriod = line.rule?.oneYearAs === 'period' && column.selector.years === 'oneYear';
    if (!asPeriod) return below();
    if (!column.leaf) return besideIt();
    return oneYearLine < 0 ? below() : [{ row: oneYearLine, column: at, times: column.leaf.source }];
  };
}

/** The columns beside a total that make it: the first way of taking it apart that the form has columns for. */
function partsOf(at: number, layout: FormLayout): readonly Part[] | null {
  const column = layout.columns[at];
  if (!column) return null;
  const twin = layout.columns.findIndex(
    (other, place) => place > at && isSame(other.selector, column.selector),
  );
  if (twin >= 0) return [{ column: twin, times: null }];
  for (const way of waysApart(column.selector, layout)) {
    // A part that can hold no money needs no column.
    const parts = way.filter((part) => addressOf(layout.shape, part).slots.length > 0);
    const found = parts.map((part) => columnOf(part, layout));
    if (found.length > 0 && found.every((place) => place >= 0 && place !== at)) {
      return found.map((place) => ({ column: place, times: null }));
    }
  }
  return timesFundedYears(column, layout.columns);
}

/** The column that shows a part: its own; where its source holds that one kind alone, the source's total. */
function columnOf(part: Selector, { columns, sources }: FormLayout): number {
  const find = (selector: Selector): number =>
    columns.findIndex((column) => isSame(column.selector, selector));
  const own = find(part);
  return own >= 0 || !isOnlyKind(part, sources) ? own : find({ ...part, capital: 'all' });
}

function isOnlyKind({ source, capital }: Selector, sources: readonly Source[]): boolean {
  if (source === 'all' || source === 'budget') return false;
  return leavesUnder(sources, source).every((leaf) => leaf.capitals.every((kind) => kind === capital));
}

function isSame(one: Selector, other: Selector): boolean {
  return one.years === other.years && one.source === other.source && one.capital === other.capital;
}

/** The ways to split what a selector chooses into parts that do not overlap. */
function waysApart(selector: Selector, { shape, sources }: FormLayout): Selector[][] {
  const { years, source, capital } = selector;
  const bySource = (parts: readonly Selector['source'][]): Selector[] =>
    parts.map((part) => ({ ...selector, source: part }));
  const [central, local, other] = [sourceId('central'), sourceId('local'), sourceId('other')];
  const ways: Selector[][] = [];
  if (years === 'period') ways.push(shape.years.map((year) => ({ ...selector, years: year })));
  if (source === 'all') {
    ways.push(bySource([central, local, other]));
    const budget = CAPITALS.map((kind): Selector => ({ ...selector, source: 'budget', capital: kind }));
    if (capital === 'all') ways.push([...budget, { ...selector, source: other }]);
  } else if (source === 'budget') {
    ways.push(bySource([central, local]));
  } else {
    const children = subSources(sources, source);
    if (children.length > 0) ways.push(bySource(children.map((child) => child.id)));
    else if (capital === 'all') ways.push(CAPITALS.map((kind) => ({ ...selector, capital: kind })));
  }
  return ways;
}

/** F1's period: each leaf column's one-year amount times the years that its source funds. */
function timesFundedYears({ selector, sources }: LaidColumn, columns: readonly LaidColumn[]): Part[] | null {
  if (selector.years !== 'period') return null;
  return columns.flatMap((column, at) => {
    const { leaf } = column;
    const counts =
      leaf !== null &&
      column.selector.years === 'oneYear' &&
      sources.some((source) => source.id === leaf.source) &&
      (selector.capital === 'all' || selector.capital === leaf.capital);
    return counts ? [{ column: at, times: leaf.source }] : [];
  });
}
