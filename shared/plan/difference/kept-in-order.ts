/**
 * Which members of a list can stay where they are while the others move around them: the longest run of those that
 * `to` has in the same order as `from`.
 */
export function keptInOrder<Item>(from: readonly Item[], to: readonly Item[]): ReadonlySet<Item> {
  const placeThen = new Map(to.map((item, at) => [item, at]));
  /** By length, less one: the run of that length whose last member stands first in `to`. */
  const runs: Run<Item>[] = [];
  for (const item of from) {
    const place = placeThen.get(item);
    if (place === undefined) continue;
    const at = firstNotBefore(runs, place);
    runs[at] = { item, place, before: runs[at - 1] ?? null };
  }
  const kept = new Set<Item>();
  for (let run = runs.at(-1) ?? null; run; run = run.before) kept.add(run.item);
  return kept;
}

interface Run<Item> {
  readonly item: Item;
  readonly place: number;
  readonly before: Run<Item> | null;
}

function firstNotBefore(runs: readonly Run<unknown>[], place: number): number {
  let [low, high] = [0, runs.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((runs[middle]?.place ?? 0) < place) low = middle + 1;
    else high = middle;
  }
  return low;
}
