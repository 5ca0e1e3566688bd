import { formById } from '../forms/catalogue.ts';
import { layoutColumns } from '../forms/columns.ts';
import { KNOWN_SOURCES, knownSubSource } from '../plan/known-sources.ts';
import { type Period, type PlanProgramme, yearsOf } from '../plan/plan.ts';
import { standardSources } from '../plan/sources.ts';

/** A column of a form that a column of a foreign workbook may be: its id and its headings. */
export interface ColumnChoice {
  readonly id: string;
  readonly path: readonly string[];
}

/** All that an amount column may be in a period: F1's columns of one year and the period, and F2's of every year. */
export function columnChoices(period: Period, programme: PlanProgramme): ColumnChoice[] {
  const years = yearsOf(period);
  const opened = KNOWN_SOURCES.filter(({ parent }) => parent === 'local' || parent === 'other').map(
    ({ id, group }) => knownSubSource(id, years, group === 'local' ? ['investment', 'recurrent'] : ['none']),
  );
  const sources = standardSources(period).flatMap((source) => [
    source,
    ...opened.filter(({ parent }) => parent === source.id),
  ]);
  const seen = new Set<string>();
  return (['F1', 'F2'] as const).flatMap((form) =>
    layoutColumns(formById(form), { programme, period, sources, rows: [] }).columns.flatMap(
      ({ id, path }) => {
        if (seen.has(id)) return [];
        seen.add(id);
        return [{ id, path }];
      },
    ),
  );
}
