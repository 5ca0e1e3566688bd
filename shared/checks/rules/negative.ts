import type { AmountRule } from '../amount-rule.ts';
import { seriesFinding } from './series-finding.ts';

/** Allowed, for an adjustment may take back, but never expected in an appendix (forms.md). */
export const negative: AmountRule = (money) =>
  money.series.flatMap((series) => {
    const below = series.amounts.filter(({ amount }) => amount < 0n);
    return seriesFinding('check.negative', 'warning', money, series, below);
  });
