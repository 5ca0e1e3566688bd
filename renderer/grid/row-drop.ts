import type { Line } from '../../shared/forms/layout.ts';
import type { RowId } from '../../shared/plan/ids.ts';
import { INDENT, nameIndent } from './name-indent.ts';
import type { VisibleSheet } from './visible.ts';

/** Where dragged rows would land. */
export interface DropPlace {
  /** The shown line before which the drop is marked. */
  readonly before: number;
  readonly level: number;
  /** The row that they go under; null for the top. */
  readonly parent: RowId | null;
  /** The row directly before them under that parent; null makes them its first. */
  readonly after: RowId | null;
}

/**
 * Between two shown rows the mouse's place sideways chooses among the levels that are possible there: under the row
 * above, beside it, or beside one of those that it is under. `x` is in pixels at a zoom of 1 from the left edge of the names.
 */
export function dropPlace(
  { lines, rows }: VisibleSheet,
  dragged: readonly Line[],
  before: number,
  x: number,
): DropPlace | null {
  const at = Math.min(before, rows);
  const moving = new Set(dragged.map((line) => line.id));
  // What is dragged, and all below it, does not count as a neighbour.
  const rest = lines
    .slice(0, at)
    .filter((line, index) => !isMoving(lines, index, moving) && line.id !== null);
  const above = rest.at(-1);
  const below = lines.slice(at, rows).find((_, index) => !isMoving(lines, at + index, moving));
  if (insideMoving(lines, at, moving)) return null;
  if (!above) return { before: at, level: 1, parent: null, after: null };
  const [lowest, highest] = [below?.level ?? 1, above.level + 1];
  const wanted = Math.round((x - nameIndent(1)) / INDENT) + 1;
  const level = Math.max(lowest, Math.min(wanted, highest));
  if (level > above.level) return { before: at, level, parent: above.id, after: null };
  const beside = rest.findLast((line) => line.level === level);
  const parent = rest
    .slice(0, beside ? rest.indexOf(beside) : 0)
    .findLast((line) => line.level === level - 1);
  return { before: at, level, parent: parent?.id ?? null, after: beside?.id ?? null };
}

/** Whether a line is dragged or lies below one that is. */
function isMoving(lines: readonly Line[], at: number, moving: ReadonlySet<RowId | null>): boolean {
  let level = Number.POSITIVE_INFINITY;
  for (let index = at; index >= 0; index--) {
    const line = lines[index];
    if (!line || line.level >= level) continue;
    if (moving.has(line.id)) return true;
    level = line.level;
  }
  return false;
}

/** Whether a place between two lines lies within what is dragged. */
function insideMoving(lines: readonly Line[], at: number, moving: ReadonlySet<RowId | null>): boolean {
  return at > 0 && at < lines.length && isMoving(lines, at - 1, moving) && isMoving(lines, at, moving);
}
