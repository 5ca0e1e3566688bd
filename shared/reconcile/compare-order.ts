import { outlineOf } from '../plan/outline.ts';
import type { Plan } from '../plan/plan.ts';
import type { RowPairs } from './compare-rows.ts';

/**
 * The rows, by index into the plan after, that stand elsewhere than before: under another parent, or in another order among
 * the rows that kept their parent. As few rows as possible are named, so that one moved row is one move. Read in either
 * direction, two plans name the same rows.
 */
export function movedRows(before: Plan, after: Plan, pairs: RowPairs): number[] {
  const parents = { before: outlineOf(before.rows).parent, after: outlineOf(after.rows).parent };
  const moved: number[] = [];
  const stayed = new Map<number, number[]>();
  after.rows.forEach((_, at) => {
    const was = pairs.before[at] ?? -1;
    if (was < 0) return;
    const above = parents.after[at] ?? -1;
    const aboveThen = parents.before[was] ?? -1;
    const sameParent = above < 0 ? aboveThen < 0 : aboveThen >= 0 && pairs.before[above] === aboveThen;
    if (!sameParent) moved.push(at);
    else if (stayed.has(above)) stayed.get(above)?.push(at);
    else stayed.set(above, [at]);
  });
  const name = (at: number): string => nameOfPair(before, after, at, pairs.before[at] ?? -1);
  for (const siblings of stayed.values()) {
    const then = siblings.toSorted((one, other) => (pairs.before[one] ?? 0) - (pairs.before[other] ?? 0));
    moved.push(...outOfOrder(then, siblings, name));
  }
  return moved.sort((one, other) => one - other);
}

/** The same from whichever side the pair is looked at. */
function nameOfPair(before: Plan, after: Plan, at: number, was: number): string {
  return [before.rows[was], after.rows[at]]
    .map((row) => `${row?.code ?? ''} ${row?.name ?? ''}`)
    .sort()
    .join('\n');
}

/** The members of two orders of the same rows that a longest common subsequence leaves out. */
function outOfOrder(then: readonly number[], now: readonly number[], name: (at: number) => string): number[] {
  const first = then.findIndex((at, place) => at !== now[place]);
  if (first < 0) return [];
  // Of several longest subsequences the same one is to be found from both sides: the orders take turns by name.
  const turned = name(then[first] ?? -1) > name(now[first] ?? -1);
  const [from, to] = turned ? [now, then] : [then, now];
  const places = new Map(from.map((at, place) => [at, place]));
  const kept = longestRise(to.map((at) => places.get(at) ?? 0));
  return to.filter((_, place) => !kept.has(place));
}

/** The places of a longest rising subsequence (patience sorting, n log n). */
function longestRise(values: readonly number[]): ReadonlySet<number> {
  /** By length, the place of the smallest value that ends a rise of it. */
  const ends: number[] = [];
  const previous = new Int32Array(values.length).fill(-1);
  values.forEach((value, at) => {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((values[ends[middle] ?? 0] ?? 0) < value) low = middle + 1;
      else high = middle;
    }
    previous[at] = ends[low - 1] ?? -1;
    ends[low] = at;
  });
  const kept = new Set<number>();
  for (let at = ends.at(-1) ?? -1; at >= 0; at = previous[at] ?? -1) kept.add(at);
  return kept;
}
