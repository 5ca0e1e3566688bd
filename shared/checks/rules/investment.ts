import type { AmountRule } from '../amount-rule.ts';
import { seriesFinding } from './series-finding.ts';

/** Only some projects carry investment capital, by what has been published; elsewhere it is said, never blocked. */
export const investment: AmountRule = (money) => {
  if (money.row.investment === 'yes') return [];
  return money.series
    .filter(({ capital }) => capital === 'investment')
    .flatMap((series) => seriesFinding('check.investment', 'warning', money, series, series.amounts));
};
