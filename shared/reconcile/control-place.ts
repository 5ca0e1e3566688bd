import type { Selector } from '../engine/selector.ts';
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

/** The plan's amount at a place, exact; zero where the plan has no such row, year or source. */
export function plannedAt(plan: Plan, totals: Totals, place: ControlPlace): Dong {
  const at = place.row === null ? GRAND_TOTAL : outlineOf(plan.rows).index.get(place.row);
  if (at === undefined) return ZERO;
  if (place.source === null && place.capital === 'none') {
    // Money without a kind has no margin over all sources: it is asked of each group.
    const groups = SOURCE_GROUPS.map((group) => ({ ...place, source: sourceId(group) }));
    return dong(groups.reduce((sum, one) => sum + plannedAt(plan, totals, one), 0n));
  }
  return totals.read(at, totals.address(selectorOf(place)));
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
