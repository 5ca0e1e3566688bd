import type { SourceId } from '../plan/ids.ts';
import { knownSource } from '../plan/known-sources.ts';
import type { Plan, Source } from '../plan/plan.ts';
import { foldText } from '../text/fold.ts';

/**
 * The source of the plan after that each source of the plan before is: the three groups and the known sub-sources by their
 * ids, as are all sources of one plan's own history; others by their names within a group, then by their ids. Sources that
 * the plan after does not have are not in it.
 */
export function pairSources(before: Plan, after: Plan): ReadonlyMap<SourceId, SourceId> {
  const pairs = new Map<SourceId, SourceId>();
  const free = new Set(after.sources);
  const pairBy = (same: (one: Source, other: Source) => boolean): void => {
    for (const source of before.sources) {
      if (pairs.has(source.id)) continue;
      const found = [...free].find((other) => same(source, other));
      if (!found) continue;
      pairs.set(source.id, found.id);
      free.delete(found);
    }
  };
  const oneHistory = before.id === after.id;
  pairBy(
    ({ id, parent }, other) =>
      id === other.id && (oneHistory || parent === null || knownSource(id) !== undefined),
  );
  pairBy((one, other) => one.group === other.group && nameOf(one) === nameOf(other));
  pairBy(({ id }, other) => id === other.id);
  return pairs;
}

function nameOf({ name }: Source): string {
  return foldText(name).replaceAll(/\s+/g, ' ').trim();
}
