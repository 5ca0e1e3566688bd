import type { Linked } from './link.ts';
import { differenceOf, type PartGroup } from './part-groups.ts';

/**
 * Sums across two divisions of one total: where it is divided by capital kind, and again by source with the kinds of each
 * source, what all sources have of a kind makes the total's amount of that kind.
 */
export function crossGroups(groups: readonly PartGroup[], links: readonly Linked[]): PartGroup[] {
  return groups.flatMap((byKind) => {
    const kinds = byKind.parts.map((part) => links[part]?.meaning);
    if (kinds.some((one) => !one?.capital || one.source !== null)) return [];
    const others = groups.filter((group) => group !== byKind && group.total === byKind.total);
    return others.flatMap((bySource) => {
      if (bySource.open || differenceOf(bySource, links) !== 0n) return [];
      const classified = bySource.parts.map((part) => classify(part, groups, links));
      if (classified.some((one) => one === null)) return [];
      const leaves = classified.flatMap((one) => one ?? []);
      return byKind.parts.flatMap((total): PartGroup[] => {
        const capital = links[total]?.meaning.capital;
        const parts = leaves.filter((part) => links[part]?.meaning.capital === capital);
        return parts.length === 0 ? [] : [{ total, parts, cue: 'partly', open: false }];
      });
    });
  });
}

/** The amounts of one part that say a kind each: itself, or its own parts; null where that is not said of all its money. */
function classify(
  part: number,
  groups: readonly PartGroup[],
  links: readonly Linked[],
): readonly number[] | null {
  if (links[part]?.meaning.capital) return [part];
  const own = groups.find(({ total }) => total === part);
  if (!own || own.open || differenceOf(own, links) !== 0n) return null;
  return own.parts.every((one) => links[one]?.meaning.capital) ? own.parts : null;
}
