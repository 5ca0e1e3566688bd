import type { Row } from '../../plan/plan.ts';
import { foldText } from '../../text/fold.ts';
import { type Finding, finding } from '../finding.ts';

/**
 * Codes are unique in a plan to the letter; two that differ only in case, marks or blanks are taken for each other by
 * people and by whoever matches rows of another file.
 */
export function codes(rows: readonly Row[]): Finding[] {
  const byCode = Map.groupBy(rows, ({ code }) => foldText(code).replaceAll(/[\s._-]+/g, ''));
  return [...byCode.values()].flatMap(([first, ...others]) =>
    others.map((row) =>
      finding('check.sameCode', 'warning', row.id, {
        params: { code: row.code, other: first?.code ?? '' },
        places: [{ kind: 'text', row: row.id, column: 'name' }],
      }),
    ),
  );
}
