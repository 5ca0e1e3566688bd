import { Checkbox } from '@fluentui/react-components';
import { dong } from '../../../../shared/money/dong.ts';
import { writeAmount } from '../../../../shared/money/write.ts';
import type { SourceId, Year } from '../../../../shared/plan/ids.ts';
import { type Plan, parseLeafKey, yearsOf } from '../../../../shared/plan/plan.ts';
import { leafSources, printYears } from '../../../../shared/plan/sources.ts';
import { useText } from '../../../i18n/text.ts';

export type FundedYearsChoice = ReadonlyMap<SourceId, readonly Year[]>;

interface FundedYearsProps {
  readonly plan: Plan;
  readonly years: FundedYearsChoice;
  onChange(years: FundedYearsChoice): void;
}

/** Sources × years: the number of funded years belongs to the source (domain.md, fact 3). */
export function FundedYears({ plan, years, onChange }: FundedYearsProps) {
  const { t } = useText();
  const period = yearsOf(plan.period);
  return (
    <fieldset>
      <legend>{t('header.years')}</legend>
      <table className="funded-years">
        <thead>
          <tr>
            <th />
            {period.map((year) => (
              <th key={year} scope="col">
                {year}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {leafSources(plan.sources).map((source) => {
            const funded = years.get(source.id) ?? [];
            return (
              <tr key={source.id}>
                <th scope="row">{source.name}</th>
                {period.map((year) => (
                  <td key={year}>
                    <Checkbox
                      aria-label={`${source.name} ${year}`}
                      checked={funded.includes(year)}
                      onChange={(_, { checked }) => {
                        const next = period.filter((one) =>
                          one === year ? checked === true : funded.includes(one),
                        );
                        onChange(new Map(years).set(source.id, next));
                      }}
                    />
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </fieldset>
  );
}

/** The first source that would lose a year in which it holds money, as the question about it needs it. */
export function moneyInDroppedYears(
  plan: Plan,
  years: FundedYearsChoice,
): { source: string; amount: string; years: string } | null {
  for (const source of leafSources(plan.sources)) {
    const dropped = source.years.filter((year) => !years.get(source.id)?.includes(year));
    let amount = 0n;
    const held = new Set<Year>();
    for (const amounts of plan.amounts.values()) {
      for (const [key, value] of amounts) {
        const leaf = parseLeafKey(key);
        if (leaf.source !== source.id || !dropped.includes(leaf.year)) continue;
        amount += value;
        held.add(leaf.year);
      }
    }
    if (held.size > 0) {
      const printed = printYears([...held].sort((one, other) => one - other));
      return { source: source.name, amount: writeAmount(dong(amount), 'dong'), years: printed };
    }
  }
  return null;
}
