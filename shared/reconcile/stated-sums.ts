import { type Finding, type FindingCode, finding } from '../checks/finding.ts';
import type { Totals } from '../engine/totals.ts';
import { type Dong, dong } from '../money/dong.ts';
import type { Plan } from '../plan/plan.ts';
import { type ControlPlace, type ControlSet, controlKey } from '../plan/review.ts';
import { partsOf, plannedAt, selectorOf, WAYS, type Way } from './control-place.ts';

const CODES: Readonly<Record<Way, FindingCode>> = {
  rows: 'check.statedRows',
  years: 'check.statedYears',
  sources: 'check.statedSources',
  kinds: 'check.statedKinds',
};

/**
 * Stated totals that their stated parts do not make: parent = children, period = years, total = sources = kinds. In a
 * plan these hold by construction and in a workbook the reader of it holds them; what a superior states is the one place
 * where a plan keeps totals of somebody else. Ours minus stated: parts − total. A part that is not stated counts as zero
 * where the plan has no money there either; with any other gap the total is not judged.
 */
export function statedSums(plan: Plan, totals: Totals, sets: readonly ControlSet[]): Finding[] {
  return sets.flatMap((set) =>
    brokenSums(plan, set)
      .filter(({ gaps }) => gaps.every((gap) => plannedAt(plan, totals, gap) === 0n))
      .map(({ place, way, total, sum }) => {
        const difference = dong(sum - total);
        return finding(CODES[way], 'warning', place.row, {
          params: { set: set.name },
          amounts: { total, sum, off: difference },
          difference,
          places: [{ kind: 'amount', row: place.row, selector: selectorOf(place) }],
        });
      }),
  );
}

/** A stated total that its stated parts do not make, as long as the plan has nothing in the parts that are not stated. */
interface BrokenSum {
  readonly place: ControlPlace;
  readonly way: Way;
  readonly total: Dong;
  readonly sum: Dong;
  readonly gaps: readonly ControlPlace[];
}

/** What the sums of a set follow from: as long as these stay as they are, an edit of amounts costs only its gaps. */
type SumFrame = readonly [Plan['rows'], Plan['sources'], Plan['period']];

const known = new WeakMap<ControlSet, { readonly frame: SumFrame; readonly broken: readonly BrokenSum[] }>();

function brokenSums(plan: Plan, set: ControlSet): readonly BrokenSum[] {
  const frame: SumFrame = [plan.rows, plan.sources, plan.period];
  const before = known.get(set);
  if (before?.frame.every((part, at) => part === frame[at])) return before.broken;
  const stated = new Map(set.amounts.map((one) => [controlKey(one), one.amount]));
  const broken = set.amounts.flatMap(({ amount, ...place }) =>
    WAYS.flatMap((way): BrokenSum[] => {
      const parts = partsOf(plan, place, way);
      const gaps = parts.filter((part) => !stated.has(controlKey(part)));
      if (gaps.length === parts.length) return [];
      const sum = dong(parts.reduce((whole, part) => whole + (stated.get(controlKey(part)) ?? 0n), 0n));
      return sum === amount ? [] : [{ place, way, total: amount, sum, gaps }];
    }),
  );
  known.set(set, { frame, broken });
  return broken;
}
