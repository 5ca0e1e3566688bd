import type { Selector } from '../engine/selector.ts';
import { GRAND_TOTAL } from '../engine/totals.ts';
import { kindTitle } from '../forms/columns.ts';
import type { Moment } from '../forms/f5.ts';
import { type Dong, dong } from '../money/dong.ts';
import { sourceId, type Year } from '../plan/ids.ts';
import { CAPITALS, SOURCE_GROUPS, yearsOf } from '../plan/plan.ts';
import { findSource, leafSources } from '../plan/sources.ts';
import type { Labelled, Mark, Picture } from './picture.ts';

/** The programme's money of each year, parted into the three groups of sources. */
export function sourcesByYear(moment: Moment): Picture {
  const { sources } = moment.plan;
  const series = SOURCE_GROUPS.flatMap((group): Labelled[] => {
    const source = findSource(sources, sourceId(group));
    return source ? [{ id: group, label: source.short }] : [];
  });
  return byYear(moment, series, (group, years) => [{ years, source: sourceId(group), capital: 'all' }]);
}

/** The same money, parted into investment, recurrent and what has no kind. */
export function kindsByYear(moment: Moment): Picture {
  const { plan } = moment;
  const leaves = leafSources(plan.sources);
  const used = CAPITALS.filter((kind) => leaves.some(({ capitals }) => capitals.includes(kind)));
  const series = used.map((kind) => ({ id: kind, label: kindTitle(kind, plan) }));
  return byYear(moment, series, (id, years) => {
    const kind = used.find((one) => one === id) ?? 'none';
    if (kind !== 'none') return [{ years, source: 'all', capital: kind }];
    // No total over all sources holds what has no kind: it is added up from the sources themselves.
    const loose = leaves.filter(({ capitals }) => capitals.includes('none'));
    return loose.map(({ id: source }) => ({ years, source, capital: 'none' }));
  });
}

function byYear(
  { plan, totals }: Moment,
  series: readonly Labelled[],
  moneyOf: (series: string, year: Year) => readonly Selector[],
): Picture {
  const years = yearsOf(plan.period);
  const read = (money: readonly Selector[]): Dong =>
    dong(money.reduce((sum, one) => sum + totals.read(GRAND_TOTAL, totals.address(one)), 0n));
  return {
    categories: years.map((year) => ({ id: `${year}`, label: `${year}` })),
    series,
    marks: years.flatMap((year) =>
      series.map(({ id }): Mark => {
        const money = moneyOf(id, year);
        const [first] = money;
        return {
          ...{ category: `${year}`, series: id, amount: read(money) },
          place: first ? { kind: 'amount', row: null, selector: first } : null,
        };
      }),
    ),
  };
}
