import type { RowId } from '../ids.ts';
import { outlineOf } from '../outline.ts';
import type { Plan } from '../plan.ts';

/**
 * A free code for a new row under a parent, in the pattern of its level (`DA4-TDA4`, `ND03-02`): one more than the
 * highest number in use, so that a gap which a province left (domain.md, fact 2) is not filled by another row.
 */
export function nextCode(plan: Plan, parent: RowId | null): string {
  const outline = outlineOf(plan.rows);
  const at = parent === null ? -1 : (outline.index.get(parent) ?? -1);
  const depth = at < 0 ? 0 : (outline.level[at] ?? 0);
  const { levels } = plan.programme;
  const level = levels[Math.min(depth, levels.length - 1)];
  const stem = `${at < 0 ? '' : `${plan.rows[at]?.code ?? ''}-`}${level?.codePrefix ?? ''}`;
  let highest = 0;
  for (const row of plan.rows) {
    const digits = row.code.startsWith(stem) ? row.code.slice(stem.length) : '';
    if (/^\d{1,6}$/.test(digits)) highest = Math.max(highest, Number.parseInt(digits, 10));
  }
  return `${stem}${`${highest + 1}`.padStart(level?.codeDigits ?? 1, '0')}`;
}
