import type { Selector } from '../../engine/selector.ts';
import { GRAND_TOTAL, type Totals } from '../../engine/totals.ts';
import { dong } from '../../money/dong.ts';
import { writePercent } from '../../plan/gesture/review.ts';
import { sourceId, type Year } from '../../plan/ids.ts';
import type { Plan } from '../../plan/plan.ts';
import { type Finding, finding } from '../finding.ts';

const CENTRAL = sourceId('central');
const LOCAL = sourceId('local');
/** Hundredths of a per cent in a whole. */
const WHOLE = 10_000n;

/**
 * The counterpart rule (domain.md, fact 7): the local budget over the year's central support, on the programme's total,
 * against the percentage that the office set. A warning, never a block, and nothing where no percentage is set or
 * nothing central is to be matched. The difference is what local money is short of, rounded to the đồng away from zero.
 */
export function counterpart({ period, review }: Plan, totals: Totals): Finding[] {
  return review.counterpart.flatMap(({ year, hundredths }) => {
    if (year < period.first || year > period.last) return [];
    const central = totals.read(GRAND_TOTAL, totals.address(wholeYear(year, CENTRAL)));
    const local = totals.read(GRAND_TOTAL, totals.address(wholeYear(year, LOCAL)));
    if (central <= 0n || local * WHOLE >= central * BigInt(hundredths)) return [];
    const required = (central * BigInt(hundredths) + WHOLE - 1n) / WHOLE;
    return [
      finding('check.counterpart', 'warning', null, {
        params: { year, required: writePercent(hundredths) },
        amounts: { local, central, missing: dong(required - local) },
        shares: { share: { part: local, whole: central } },
        difference: dong(local - required),
        places: [LOCAL, CENTRAL].map((source) => ({
          kind: 'amount',
          row: null,
          selector: wholeYear(year, source),
        })),
      }),
    ];
  });
}

function wholeYear(year: Year, source: Selector['source']): Selector {
  return { years: year, source, capital: 'all' };
}
