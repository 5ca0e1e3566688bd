import { type Dong, ZERO } from '../../money/dong.ts';
import type { Year } from '../../plan/ids.ts';
import { knownLineage } from '../../plan/known-sources.ts';
import { type Period, SOURCE_GROUPS, type Source, type SourceGroup, yearsOf } from '../../plan/plan.ts';
import type { Answers } from '../answers.ts';
import { footnoteYears } from './footnote-years.ts';
import { foreignSources } from './foreign-sources.ts';
import type { HeadingSource } from './heading/words.ts';
import type { ForeignTable } from './read-table.ts';
import type { AmountColumn, TableRow } from './table-row.ts';

export type ReadForeign = (row: TableRow, column: AmountColumn) => Dong | null;

export interface FundedSources {
  readonly sources: readonly Source[];
  /** Groups of which the file does not tell which years they fund: asked, never guessed. */
  readonly unknown: readonly SourceGroup[];
}

/**
 * The sources with the years that they fund. Years come from the officer's answers, then from the footnotes; where a form
 * shows one year's amounts and no footnote names a source, its period's amounts must be as many times one year's as the
 * period has years (forms.md, "What an exported workbook is").
 */
export function fundedSources(
  table: ForeignTable,
  period: Period,
  read: ReadForeign,
  answers: Answers['funded'] = {},
): FundedSources {
  const named = footnoteYears(table.below, period);
  const all = yearsOf(period);
  const oneYear = all.length > 1 && table.amounts.some(({ meaning }) => meaning.years === 'oneYear');
  const unknown = SOURCE_GROUPS.filter(
    (group) =>
      oneYear &&
      answers[group] === undefined &&
      !named.has(group) &&
      !holdsNothing(table, group, read) &&
      timesOneYear(table, group, read) !== all.length &&
      timesOneYear(table, 'all', read) !== all.length,
  );
  const yearsIn = (group: SourceGroup): readonly Year[] => {
    const said = answers[group];
    return said ? all.filter((one) => one >= said.first && one <= said.last) : (named.get(group) ?? all);
  };
  const sources = foreignSources(table.amounts, period);
  return { sources: sources.map((source) => ({ ...source, years: yearsIn(source.group) })), unknown };
}

function holdsNothing({ rows, amounts }: ForeignTable, group: SourceGroup, read: ReadForeign): boolean {
  const columns = amounts.filter(({ meaning }) => knownLineage(meaning.source).some((one) => one === group));
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
    if (row.kind !== 'row') continue;
    const [whole, part] = [read(row, period) ?? ZERO, read(row, one) ?? ZERO];
    if (part === ZERO && whole === ZERO) continue;
    if (part === ZERO || whole % part !== 0n || (times !== null && whole / part !== times)) return null;
    times = whole / part;
  }
  return times === null ? null : Number(times);
}
