import { dong } from '../../money/dong.ts';
import { printYears } from '../../plan/sources.ts';
import { type LeafMoney, type MoneySeries, sumOf } from '../amount-rule.ts';
import { type Finding, type FindingCode, finding, leafPlace, type Severity } from '../finding.ts';

/** A finding on some years of one kind of a row's money: the years are named, their sum is said, each cell is pointed at. */
export function seriesFinding(
  code: FindingCode,
  severity: Severity,
  { row }: LeafMoney,
  { source, capital }: MoneySeries,
  amounts: MoneySeries['amounts'],
): Finding[] {
  if (amounts.length === 0) return [];
  const sum = dong(sumOf(amounts));
  return [
    finding(code, severity, row.id, {
      params: { years: printYears(amounts.map(({ year }) => year)), source: source.name },
      amounts: { amount: sum },
      difference: sum,
      places: amounts.map(({ year }) => leafPlace(row.id, { year, source: source.id, capital })),
    }),
  ];
}
