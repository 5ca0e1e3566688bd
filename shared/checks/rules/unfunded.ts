import type { AmountRule } from '../amount-rule.ts';
import { seriesFinding } from './series-finding.ts';

/** Kept when a source's years were changed or a file brought it: the form has no place for it. */
export const unfunded: AmountRule = (money) =>
  money.series.flatMap((series) => {
    const outside = series.amounts.filter(({ year }) => !series.source.years.includes(year));
    return seriesFinding('check.unfunded', 'error', money, series, outside);
  });
