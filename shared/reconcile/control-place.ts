import type { Selector } from '../engine/selector.ts';
import { type Address, addressOf, type Shape } from '../engine/shape.ts';
import { GRAND_TOTAL, type Totals } from '../engine/totals.ts';
import { type Dong, dong, ZERO } from '../money/dong.ts';
import { sourceId } from '../plan/ids.ts';
import { childrenAt, outlineOf } from '../plan/outline.ts';
import { CAPITALS, type Plan, SOURCE_GROUPS, yearsOf } from '../plan/plan.ts';
import type { ControlPlace } from '../plan/review.ts';
import { leavesUnder, subSources } from '../plan/sources.ts';

/** What of the plan a stated total is held against. */
export function selectorOf({ year, source, capital }: ControlPlace): Selector {
  return { years: year ?? 'period', source: source ?? 'all', capital: capital ?? 'all' };
}

/** Where the plan's amount at a place is read: a row of the totals, and the addresses that make it. */
export interface PlannedAddress {
  readonly row: number;
  readonly addresses: readonly Address[];
}

/** Null where the plan has no such row. A year or source that it does not have reads as zero. */
export function plannedAddress(plan: Plan, shape: Shape, place: ControlPlace): PlannedAddress | null {
  const row = place.row === null ? GRAND_TOTAL : outlineOf(plan.rows).index.get(place.row);
  if (row === undefined) return null;
  // Money without a kind has no margin over all sources: it is asked of each group.
  const asked =
    place.source === null && place.capital === 'none'
      ? SOURCE_GROUPS.map((group) => ({ ...place, source: sourceId(group) }))
      : [place];
  return { row, addresses: asked.map((one) => addressOf(shape, selectorOf(one))) };
}

/** The plan's amount at an address, exact. */
export function readPlanned(totals: Totals, address: PlannedAddress | null): Dong {
  if (address === null) return ZERO;
  const { row, addresses } = address;
  const [only] = addresses;
  if (addresses.length === 1 && only) return totals.read(row, only);
  return dong(addresses.reduce((sum, one) => sum + totals.read(row, one), 0n));
}

/** The plan's amount at a place, exact; zero where the plan has no such row, year or source. */
export function plannedAt(plan: Plan, totals: Totals, place: ControlPlace): Dong {
  return readPlanned(totals, plannedAddress(plan, totals.shape, place));
}

export const WAYS = ['rows', 'years', 'sources', 'kinds'] as const;
/** The four ways in which a total is made of parts. */
export type Way = (typeof WAYS)[number];

/** The parts that make a place in one way; none where it cannot be taken apart so. */
export function partsOf(plan: Plan, place: ControlPlace, way: Way): ControlPlace[] {
  switch (way) {
    case 'rows': {
      const outline = outlineOf(plan.rows);
      const at = place.row === null ? GRAND_TOTAL : outline.index.get(place.row);
      if (at === undefined) return [];
      return childrenAt(outline, at).flatMap((child) => {
        const row = plan.rows[child]?.id;
        return row === undefined ? [] : [{ ...place, row }];
      });
    }
    case 'years':
      return place.year === null ? yearsOf(plan.period).map((year) => ({ ...place, year })) : [];
    case 'sources': {
      const sources =
        place.source === null
          ? SOURCE_GROUPS.map((group) => sourceId(group))
          : subSources(plan.sources, place.source).map(({ id }) => id);
      return sources.map((source) => ({ ...place, source }));
    }
    case 'kinds': {
      const held = place.source === null ? plan.sources : leavesUnder(plan.sources, place.source);
      const kinds = CAPITALS.filter((kind) => held.some(({ capitals }) => capitals.includes(kind)));
      // One kind alone is the total itself.
      return place.capital === null && kinds.length > 1
        ? kinds.map((capital) => ({ ...place, capital }))
        : [];
    }
    default:
      return way satisfies never;
  }
}
