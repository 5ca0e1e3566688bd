import { type Dong, dong, ZERO } from '../../money/dong.ts';
import type { AmountRule, MoneySeries } from '../amount-rule.ts';
import { finding, leafPlace } from '../finding.ts';

/**
 * F1 prints one amount for every funded year, so a source's funded years must agree. Money outside the funded years is
 * another rule's. The difference is the largest year's amount minus the smallest's.
 */
export const yearsDiffer: AmountRule = (money, { equalYears }) => {
  if (!equalYears) return [];
  return money.series.flatMap((series) => {
    const { row } = money;
    const { source, capital } = series;
    const { least, most } = extremes(series);
    if (least === most) return [];
    return [
      finding('check.yearsDiffer', 'warning', row.id, {
        params: { source: source.name },
        amounts: { least, most },
        difference: dong(most - least),
        places: source.years.map((year) => leafPlace(row.id, { year, source: source.id, capital })),
      }),
    ];
  });
};

/** Of the funded years; one without an amount has zero. */
function extremes({ source, amounts }: MoneySeries): { least: Dong; most: Dong } {
  const funded = amounts.filter(({ year }) => source.years.includes(year)).map(({ amount }) => amount);
  if (funded.length < source.years.length) funded.push(ZERO);
  return {
    least: funded.reduce((one, other) => (other < one ? other : one), funded[0] ?? ZERO),
    most: funded.reduce((one, other) => (other > one ? other : one), funded[0] ?? ZERO),
  };
}
