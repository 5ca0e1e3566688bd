import type { Row } from '../../plan/plan.ts';
import { type Finding, finding, type Place } from '../finding.ts';

/** A row must have a name; one that was not seen in an official text is to be read once before it is printed. */
export function names(rows: readonly Row[]): Finding[] {
  return rows.flatMap((row) => {
    const about = {
      params: { code: row.code },
      places: [{ kind: 'text', row: row.id, column: 'name' }] satisfies Place[],
    };
    if (row.name.trim() === '') return [finding('check.emptyName', 'error', row.id, about)];
    return row.confirmed ? [] : [finding('check.unconfirmedName', 'information', row.id, about)];
  });
}
