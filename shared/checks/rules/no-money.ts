import { isLeafAt, outlineOf } from '../../plan/outline.ts';
import type { Plan } from '../../plan/plan.ts';
import { type Finding, finding } from '../finding.ts';

/** Leaf rows without money. A plan that has none at all is just begun: nothing is said of every row. */
export function noMoney({ rows, amounts }: Pick<Plan, 'rows' | 'amounts'>): Finding[] {
  if (amounts.size === 0) return [];
  const outline = outlineOf(rows);
  return rows.flatMap((row, at) => {
    if (!isLeafAt(outline, at) || amounts.has(row.id)) return [];
    return [
      finding('check.noMoney', 'information', row.id, {
        params: { code: row.code },
        places: [{ kind: 'text', row: row.id, column: 'name' }],
      }),
    ];
  });
}
