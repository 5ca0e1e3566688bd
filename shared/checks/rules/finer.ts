import { dong } from '../../money/dong.ts';
import type { AmountRule } from '../amount-rule.ts';
import { finding, leafPlace } from '../finding.ts';
import { printedAs } from '../printed-step.ts';

/** Amounts that paper cannot show whole: finer than the unit's printed decimals. The difference is what it drops. */
export const finer: AmountRule = ({ row, series }, { printedStep }) => {
  if (printedStep === 1n) return [];
  return series.flatMap(({ source, capital, amounts }) => {
    const fine = amounts.filter(({ amount }) => amount % printedStep !== 0n);
    const [first] = fine;
    if (!first) return [];
    const dropped = fine.reduce((sum, { amount }) => sum + amount - printedAs(amount, printedStep), 0n);
    return [
      finding('check.finer', 'warning', row.id, {
        params: { source: source.name, year: first.year, count: fine.length },
        amounts: { amount: first.amount, printed: printedAs(first.amount, printedStep) },
        difference: dong(dropped),
        places: fine.map(({ year }) => leafPlace(row.id, { year, source: source.id, capital })),
      }),
    ];
  });
};
