import type { SourceId, Year } from '../plan/ids.ts';
import { CAPITALS, type Capital, type Period, SOURCE_GROUPS, type Source, yearsOf } from '../plan/plan.ts';
import { leafSources, subSources } from '../plan/sources.ts';
import type { Selector } from './selector.ts';

/**
 * The slots of one row in one year: first the leaves (one for each leaf source and kind), then the margins that
 * sum them. `from`/`to` are the additions that fill the margins, in an order in which every `from` is complete.
 */
export interface Shape {
  readonly years: readonly Year[];
  readonly leaves: readonly LeafSlot[];
  /** Leaves and margins together. */
  readonly slots: number;
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** For each leaf slot: itself and every margin that contains it, flat, from `closureStart[leaf]`. */
  readonly closure: Int32Array;
  readonly closureStart: Int32Array;
  /** For each leaf slot and year: 1 where its source funds the year. */
  readonly funded: Uint8Array;
  readonly slotOf: ReadonlyMap<string, number>;
}

export interface LeafSlot {
  readonly source: SourceId;
  readonly capital: Capital;
}

const slotKey = (source: string, capital: string): string => `${source}|${capital}`;

export function shapeOf(period: Period, sources: readonly Source[]): Shape {
  const years = yearsOf(period);
  const leafList = leafSources(sources);
  const leaves = leafList.flatMap((source) =>
    CAPITALS.filter((kind) => source.capitals.includes(kind)).map((capital) => ({
      source: source.id,
      capital,
    })),
  );
  const slotOf = new Map<string, number>();
  const edges: [number, number][] = [];
  leaves.forEach((leaf, slot) => {
    slotOf.set(slotKey(leaf.source, leaf.capital), slot);
  });
  let slots = leaves.length;

  /** Gives a node of the source tree its margins over these parts; returns the kinds it can be asked for. */
  const addMargins = (node: string, parts: readonly string[]): void => {
    const kinds = new Set<string>();
    for (const part of parts) {
      for (const capital of CAPITALS) if (slotOf.has(slotKey(part, capital))) kinds.add(capital);
    }
    // Money without a kind has a margin in its group ("Chưa phân loại"); over all sources no selector asks for it.
    for (const capital of ['investment', 'recurrent', 'none', 'all'] as const) {
      if (capital === 'none' && node === 'all') continue;
      if (capital !== 'all' && !kinds.has(capital)) continue;
      const own = parts
        .map((part) => slotOf.get(slotKey(part, capital)))
        .filter((slot) => slot !== undefined);
      slotOf.set(slotKey(node, capital), slots);
      for (const part of own) edges.push([part, slots]);
      slots += 1;
    }
  };

  const visit = (source: Source): void => {
    const children = subSources(sources, source.id);
    if (children.length > 0) {
      children.forEach(visit);
      addMargins(
        source.id,
        children.map((child) => child.id),
      );
      return;
    }
    const own = CAPITALS.map((kind) => slotOf.get(slotKey(source.id, kind))).filter(
      (slot) => slot !== undefined,
    );
    const [only] = own;
    if (own.length === 1 && only !== undefined) {
      slotOf.set(slotKey(source.id, 'all'), only);
      return;
    }
    slotOf.set(slotKey(source.id, 'all'), slots);
    for (const slot of own) edges.push([slot, slots]);
    slots += 1;
  };
  sources.filter((source) => source.parent === null).forEach(visit);
  addMargins('all', SOURCE_GROUPS);

  const closures = leaves.map((_, leaf) => reachable(leaf, edges));
  const closureStart = new Int32Array(leaves.length + 1);
  closures.forEach((closure, leaf) => {
    closureStart[leaf + 1] = (closureStart[leaf] ?? 0) + closure.length;
  });
  const fundedOf = (leaf: LeafSlot): number[] => {
    const source = leafList.find((one) => one.id === leaf.source);
    return years.map((year) => (source?.years.includes(year) ? 1 : 0));
  };
  return {
    years,
    leaves,
    slots,
    from: Int32Array.from(edges, ([from]) => from),
    to: Int32Array.from(edges, ([, to]) => to),
    closure: Int32Array.from(closures.flat()),
    closureStart,
    funded: Uint8Array.from(leaves.flatMap(fundedOf)),
    slotOf,
  };
}

/** The source tree counts every leaf once in a margin, so each margin is reached along exactly one path. */
function reachable(start: number, edges: readonly [number, number][]): number[] {
  const above = edges.filter(([from]) => from === start).flatMap(([, to]) => reachable(to, edges));
  return [start, ...above];
}

/** Where a selector is read: a plane (a year, the period, or one year) and the stored totals that make it. */
export interface Address {
  readonly plane: number;
  readonly slots: readonly number[];
}

/** An empty list of slots reads as zero: the plan has no such money. */
export function addressOf(shape: Shape, selector: Selector): Address {
  const { years, source, capital } = selector;
  const count = shape.years.length;
  const plane = years === 'period' ? count : years === 'oneYear' ? count + 1 : shape.years.indexOf(years);
  if (plane < 0) return { plane: 0, slots: [] };
  const nodes = source === 'budget' ? ['central', 'local'] : [source];
  const slots = nodes
    .map((node) => shape.slotOf.get(slotKey(node, capital)))
    .filter((slot) => slot !== undefined);
  return { plane, slots };
}
