import type { RowId, SourceId } from '../../plan/ids.ts';
import { outlineOf } from '../../plan/outline.ts';
import type { Plan } from '../../plan/plan.ts';
import { sourceLineage } from '../../plan/sources.ts';
import type { Held } from './hold.ts';
import type { Stated } from './statement.ts';

/** One wrong cell or sentence and the stated totals that it breaks; numbers are places in the list of differences. */
export interface Cause {
  readonly difference: number;
  readonly breaks: readonly number[];
}

/**
 * Groups differences: one that is within another and makes it exactly, alone or with others, is its cause. Of several that
 * say the same place the first is the cause.
 */
export function causesOf(plan: Plan, differences: readonly Held[]): Cause[] {
  const contains = containment(plan);
  const within = differences.map((wide, at) =>
    differences.flatMap((narrow, other) =>
      other !== at && contains(wide, narrow) && (!contains(narrow, wide) || other < at) ? [other] : [],
    ),
  );
  const roots = differences.flatMap((_, at) => (within[at]?.length === 0 ? [at] : []));
  const breaks = new Map<number, number[]>(roots.map((at) => [at, []]));
  const alone: number[] = [];
  differences.forEach((wide, at) => {
    if (breaks.has(at)) return;
    const own = roots.filter((root) => within[at]?.includes(root));
    const made = own.reduce((sum, root) => sum + (differences[root]?.difference ?? 0n), 0n);
    const single = own.find((root) => differences[root]?.difference === wide.difference);
    const cause = made === wide.difference ? own[0] : single;
    if (cause === undefined) alone.push(at);
    else breaks.get(cause)?.push(at);
  });
  return [
    ...[...breaks].map(([difference, broken]) => ({ difference, breaks: broken })),
    ...alone.map((difference) => ({ difference, breaks: [] })),
  ].toSorted((one, other) => one.difference - other.difference);
}

function containment(plan: Plan): (wide: Stated, narrow: Stated) => boolean {
  const { index, end } = outlineOf(plan.rows);
  const rowIn = (wide: RowId | null, narrow: RowId | null): boolean => {
    if (wide === null || wide === narrow) return true;
    const [top, at] = [index.get(wide) ?? -1, narrow === null ? -1 : (index.get(narrow) ?? -1)];
    return at > top && at < (end[top] ?? 0);
  };
  const sourceIn = (wide: SourceId | 'all', narrow: SourceId | 'all'): boolean =>
    wide === 'all' || (narrow !== 'all' && sourceLineage(plan.sources, narrow).includes(wide));
  return (wide, narrow) =>
    rowIn(wide.row, narrow.row) &&
    sourceIn(wide.source, narrow.source) &&
    (wide.capital === 'all' || wide.capital === narrow.capital) &&
    (wide.years === 'period' || wide.years === narrow.years);
}
