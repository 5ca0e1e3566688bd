import type { Selector } from '../engine/selector.ts';
import type { Address } from '../engine/shape.ts';
import { formById } from '../forms/catalogue.ts';
import type { Moment } from '../forms/f5.ts';
import { type LaidColumn, layoutForm } from '../forms/layout.ts';
import type { Dong } from '../money/dong.ts';
import type { SourceId } from '../plan/ids.ts';
import type { Plan } from '../plan/plan.ts';
import { findSource } from '../plan/sources.ts';
import { pairSources } from './compare-sources.ts';

/** The same money in both plans: a column of F2 in either, or in both. Ids and headings are the plan's after where it has the column. */
export interface CommonColumn {
  readonly id: string;
  readonly path: readonly string[];
  /** As the plan after selects it; of the plan before where only that one has it. */
  readonly selector: Selector;
  /** Whether it is no total in either plan. */
  readonly leaf: boolean;
  readonly before: Reader;
  readonly after: Reader;
}

/** One row's amount; null where the plan does not have this money: no such source or year, or a year that is not funded. */
export type Reader = (row: number) => Dong | null;

/** The columns of F2 of two plans, side by side in the order of the plan after. */
export function commonColumns(before: Moment, after: Moment): CommonColumn[] {
  const toAfter = pairSources(before.plan, after.plan);
  const toBefore = new Map([...toAfter].map(([from, to]) => [to, from]));
  const f2 = formById('F2');
  const [then, now] = [before, after].map(({ plan, totals }) => layoutForm(f2, plan, totals.shape).columns);
  const columnsThen = new Map((then ?? []).map((column) => [keyOf(column.selector, toAfter), column]));
  const columnsNow = new Map((now ?? []).map((column) => [keyOf(column.selector), column]));
  return inOrder([...columnsThen.keys()], [...columnsNow.keys()]).flatMap((key) => {
    const [was, is] = [columnsThen.get(key), columnsNow.get(key)];
    const shown = is ?? was;
    if (!shown) return [];
    const { id, path, selector } = shown;
    const elsewhere = (sources: ReadonlyMap<SourceId, SourceId>): Selector | null => {
      const source = isSource(selector.source) ? sources.get(selector.source) : selector.source;
      return source === undefined ? null : { ...selector, source };
    };
    return {
      ...{ id, path, selector },
      leaf: [was, is].every((column) => !column || column.leaf !== null),
      before: readerOf(before, was, is ? elsewhere(toBefore) : selector),
      after: readerOf(after, is, is ? selector : elsewhere(toAfter)),
    };
  });
}

function isSource(source: Selector['source']): source is SourceId {
  return source !== 'all' && source !== 'budget';
}

function keyOf({ years, source, capital }: Selector, names?: ReadonlyMap<SourceId, SourceId>): string {
  // A source that the plan after does not have keeps its id: no other source has it then.
  return `${years}|${isSource(source) ? (names?.get(source) ?? source) : source}|${capital}`;
}

function readerOf(side: Moment, column: LaidColumn | undefined, selector: Selector | null): Reader {
  const { plan, totals } = side;
  if (!column && !(selector && hasMoney(plan, selector))) return () => null;
  const address: Address | null = column?.address ?? (selector && totals.address(selector));
  if (!address) return () => null;
  const funded = column?.funded ?? address.slots.length > 0;
  return (row) => {
    const amount = totals.read(row, address);
    return amount === 0n && !funded ? null : amount;
  };
}

/** Whether the plan has such money although its form has no column for it, as where a source has one kind alone. */
function hasMoney({ period, sources }: Plan, { years, source }: Selector): boolean {
  const inPeriod = typeof years !== 'number' || (years >= period.first && years <= period.last);
  return inPeriod && (!isSource(source) || findSource(sources, source) !== undefined);
}

/** Both orders in one: what only the first has follows what it followed there. */
function inOrder(first: readonly string[], second: readonly string[]): string[] {
  const known = new Set(second);
  const own = new Map<string | null, string[]>();
  let before: string | null = null;
  for (const key of first) {
    if (known.has(key)) before = key;
    else own.set(before, [...(own.get(before) ?? []), key]);
  }
  return [...(own.get(null) ?? []), ...second.flatMap((key) => [key, ...(own.get(key) ?? [])])];
}
