import { type Finding, type FindingCode, finding } from '../checks/finding.ts';
import type { Totals } from '../engine/totals.ts';
import { dong } from '../money/dong.ts';
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
  return sets.flatMap((set) => {
    const stated = new Map(set.amounts.map((one) => [controlKey(one), one.amount]));
    return set.amounts.flatMap(({ amount, ...place }) =>
      WAYS.flatMap((way): Finding[] => {
        const sum = statedSum(
          partsOf(plan, place, way),
          stated,
          (part) => plannedAt(plan, totals, part) === 0n,
        );
        if (sum === null || sum === amount) return [];
        const difference = dong(sum - amount);
        return [
          finding(CODES[way], 'warning', place.row, {
            params: { set: set.name },
            amounts: { total: amount, sum: dong(sum), off: difference },
            difference,
            places: [{ kind: 'amount', row: place.row, selector: selectorOf(place) }],
          }),
        ];
      }),
    );
  });
}

function statedSum(
  parts: readonly ControlPlace[],
  stated: ReadonlyMap<string, bigint>,
  isEmpty: (part: ControlPlace) => boolean,
): bigint | null {
  let sum = 0n;
  let some = false;
  for (const part of parts) {
    const amount = stated.get(controlKey(part));
    if (amount === undefined && !isEmpty(part)) return null;
    some ||= amount !== undefined;
    sum += amount ?? 0n;
  }
  return some ? sum : null;
}
