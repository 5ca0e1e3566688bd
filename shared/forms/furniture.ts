import { GRAND_TOTAL, type Totals } from '../engine/totals.ts';
import { amountInWords } from '../money/words.ts';
import { writeAmount } from '../money/write.ts';
import { type Plan, SOURCE_GROUPS } from '../plan/plan.ts';
import { leafSources, printYears } from '../plan/sources.ts';
import type { PrintOptions } from './print-options.ts';
import type { FormTable } from './table.ts';

/** What stands around a form's table, as the options want it. */
export function furnitureOf(
  plan: Plan,
  totals: Totals,
  options: PrintOptions,
): Pick<
  FormTable,
  'title' | 'decision' | 'unit' | 'words' | 'footnotes' | 'signature' | 'decimals' | 'zero'
> {
  return {
    title: plan.header.title,
    decision: decisionLine(plan),
    unit: options.unit ?? plan.header.unit,
    words: options.words ? totalInWords(plan, totals) : '',
    footnotes: options.footnotes ? footnotesOf(plan) : [],
    signature: options.signature ? plan.header.signature : [],
    decimals: options.decimals,
    zero: options.zero,
  };
}

/** "Tổng kinh phí: 209.600.000.000 đồng (hai trăm lẻ chín tỷ sáu trăm triệu đồng)." */
export function totalInWords(plan: Plan, totals: Totals): string {
  const total = totals.read(GRAND_TOTAL, totals.address({ years: 'period', source: 'all', capital: 'all' }));
  const words = amountInWords(total, plan.header.words);
  return `Tổng kinh phí: ${writeAmount(total, 'dong')} đồng (${words}).`;
}

/**
 * The footnotes: which source funds which years, then the officer's own. A source that funds every year is named
 * only among budgets, as the reference form does (its footnote omits other sources); one year needs no such note.
 */
export function footnotesOf(plan: Plan): string[] {
  const { first, last } = plan.period;
  const years = last - first + 1;
  const leaves = leafSources(plan.sources);
  const limited = leaves.some((source) => source.years.length !== years);
  if (years === 1 || !limited) return [...plan.header.footnotes];
  const named = SOURCE_GROUPS.flatMap((group) => leaves.filter((source) => source.group === group)).filter(
    (source) => source.years.length > 0 && (source.group !== 'other' || source.years.length !== years),
  );
  const parts = named.map((source) => {
    const count = `${source.years.length}`.padStart(2, '0');
    return `${source.name} hỗ trợ ${count} năm (${printYears(source.years)})`;
  });
  return [...(parts.length > 0 ? [parts.join('; ')] : []), ...plan.header.footnotes];
}

/** The italic line under the title, in its brackets; empty where the header has none. */
export function decisionLine(plan: Plan): string {
  return plan.header.decision === '' ? '' : `(${plan.header.decision})`;
}
