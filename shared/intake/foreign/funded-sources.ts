import { type Dong, ZERO } from '../../money/dong.ts';
import { type Period, SOURCE_GROUPS, type Source, type SourceGroup, yearsOf } from '../../plan/plan.ts';
import { standardSources } from '../../plan/sources.ts';
import { ok, type Result, refuse } from '../../refusal.ts';
import { footnoteYears } from './footnote-years.ts';
import type { HeadingSource } from './heading/words.ts';
import type { AmountColumn, ForeignTable, TableRow } from './read-table.ts';

export type ReadForeign = (row: TableRow, column: AmountColumn) => Dong | null;

/**
 * The three groups with the years that they fund. Years come from the footnotes; where a form shows one year's amounts
 * and no footnote names a source, its period's amounts must be as many times one year's as the period has years.
 * Otherwise which years it funds is asked, never guessed (forms.md, "What an exported workbook is").
 */
export function fundedSources(table: ForeignTable, period: Period, read: ReadForeign): Result<Source[]> {
  const named = footnoteYears(table.below, period);
  const all = yearsOf(period);
  const sources = standardSources(period);
  const oneYear = table.amounts.some(({ meaning }) => meaning.years === 'oneYear');
  for (const group of SOURCE_GROUPS) {
    if (!oneYear || all.length === 1 || named.has(group)) continue;
    if (holdsNothing(table, group, read)) continue;
    if (timesOneYear(table, group, read) === all.length || timesOneYear(table, 'all', read) === all.length)
      continue;
    const source = sources.find(({ id }) => id === group)?.name ?? group;
    return refuse('workbook.fundedYearsUnknown', { source });
  }
  return ok(sources.map((source) => ({ ...source, years: named.get(source.group) ?? all })));
}

function holdsNothing({ rows, amounts }: ForeignTable, group: SourceGroup, read: ReadForeign): boolean {
  const columns = amounts.filter(({ meaning }) => meaning.source === group);
  return rows.every((row) => columns.every((column) => (read(row, column) ?? ZERO) === ZERO));
}

/** How many times one year's amounts the period's are, row by row alike; null where that is not one whole number. */
function timesOneYear(
  { rows, amounts }: ForeignTable,
  source: HeadingSource | 'all',
  read: ReadForeign,
): number | null {
  const find = (years: 'period' | 'oneYear'): AmountColumn | undefined =>
    amounts.find(
      ({ meaning }) => meaning.source === source && meaning.capital === 'all' && meaning.years === years,
    );
  const [period, one] = [find('period'), find('oneYear')];
  if (!period || !one) return null;
  let times: bigint | null = null;
  for (const row of rows) {
    if (row.kind === 'total') continue;
    const [whole, part] = [read(row, period) ?? ZERO, read(row, one) ?? ZERO];
    if (part === ZERO && whole === ZERO) continue;
    if (part === ZERO || whole % part !== 0n || (times !== null && whole / part !== times)) return null;
    times = whole / part;
  }
  return times === null ? null : Number(times);
}
