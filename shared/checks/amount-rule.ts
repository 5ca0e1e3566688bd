import type { Dong } from '../money/dong.ts';
import type { SourceId, Year } from '../plan/ids.ts';
import { type Capital, parseLeafKey, type Row, type RowAmounts, type Source } from '../plan/plan.ts';
import { findSource } from '../plan/sources.ts';
import type { Finding } from './finding.ts';

/** The amounts of one leaf row, as the rules read them. */
export interface LeafMoney {
  readonly row: Row;
  /** By source and kind in the order of their first amounts; no zeros. */
  readonly series: readonly MoneySeries[];
}

/** One kind of money of a row through the years. */
export interface MoneySeries {
  readonly source: Source;
  readonly capital: Capital;
  readonly amounts: readonly { readonly year: Year; readonly amount: Dong }[];
}

/** A rule that looks at one leaf row's amounts and at nothing else but these facts. */
export type AmountRule = (money: LeafMoney, facts: AmountFacts) => Finding[];

export interface AmountFacts {
  /** What every printed amount is a multiple of, in đồng: finer amounts are rounded on paper. */
  readonly printedStep: bigint;
  /** Whether the form printed shows one-year amounts, which years must share. */
  readonly equalYears: boolean;
}

export function leafMoney(row: Row, amounts: RowAmounts, sources: readonly Source[]): LeafMoney {
  // A row has a handful of kinds of money: looking through them costs less than a key for each amount.
  const series: { source: Source; capital: Capital; amounts: { year: Year; amount: Dong }[] }[] = [];
  for (const [key, amount] of amounts) {
    const { year, source, capital } = parseLeafKey(key);
    const known = series.find((one) => one.capital === capital && one.source.id === source);
    if (known) known.amounts.push({ year, amount });
    else series.push({ source: sourceOf(sources, source), capital, amounts: [{ year, amount }] });
  }
  for (const { amounts: own } of series) own.sort((one, other) => one.year - other.year);
  return { row, series };
}

function sourceOf(sources: readonly Source[], id: SourceId): Source {
  const source = findSource(sources, id);
  if (!source) throw new Error(`amounts of a source that the plan does not have: ${id}`);
  return source;
}

/** The sum of some years' amounts. */
export function sumOf(amounts: MoneySeries['amounts']): bigint {
  return amounts.reduce((sum, { amount }) => sum + amount, 0n);
}
