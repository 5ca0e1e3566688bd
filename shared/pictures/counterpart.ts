import { GRAND_TOTAL } from '../engine/totals.ts';
import type { Moment } from '../forms/f5.ts';
import type { Dong } from '../money/dong.ts';
import { sourceId, type Year } from '../plan/ids.ts';
import { yearsOf } from '../plan/plan.ts';
import type { MoneyPlace } from './picture.ts';

/** The local budget of a year over what the central budget gives, on the programme's total (domain.md, fact 7). */
export interface CounterpartYear {
  readonly year: Year;
  readonly central: Dong;
  readonly local: Dong;
  /** Hundredths of a per cent that the office set for the year; null where it set none. */
  readonly threshold: number | null;
  /** Whether the local budget reaches it, exactly; null where there is none, or no central money to hold it against. */
  readonly reached: boolean | null;
  /** The cells of the local and of the central budget. */
  readonly places: { readonly local: MoneyPlace; readonly central: MoneyPlace };
}

export function counterpartByYear({ plan, totals }: Moment): CounterpartYear[] {
  return yearsOf(plan.period).map((year) => {
    const place = (source: 'central' | 'local'): MoneyPlace => {
      return {
        kind: 'amount',
        row: null,
        selector: { years: year, source: sourceId(source), capital: 'all' },
      };
    };
    const places = { local: place('local'), central: place('central') };
    const read = (money: MoneyPlace): Dong => totals.read(GRAND_TOTAL, totals.address(money.selector));
    const [central, local] = [read(places.central), read(places.local)];
    const threshold = plan.review.counterpart.find((one) => one.year === year)?.hundredths ?? null;
    const reached =
      threshold === null || central <= 0n ? null : local * 10_000n >= central * BigInt(threshold);
    return { year, central, local, threshold, reached, places };
  });
}
