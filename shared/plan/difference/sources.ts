import type { SourceId } from '../ids.ts';
import type { Plan, Source } from '../plan.ts';
import { findSource, subSources } from '../sources.ts';
import { type DraftOfEdits, isSame, patchTo } from './draft-of-edits.ts';

const PATCHED = ['name', 'short', 'years', 'capitals', 'origin'] as const;

/**
 * Makes the sources and the period those of another plan. A source that has another place there goes and comes again:
 * its amounts go with it. No amount stands where the other plan has no place for it.
 */
export function sourcesAndPeriodTo(draft: DraftOfEdits, to: Plan): void {
  const staying = stayingSources(draft.plan, to);
  for (const { id } of draft.plan.sources.toReversed()) {
    if (!staying.has(id)) draft.make({ kind: 'removeSource', source: id, givesParentAmounts: false });
  }
  if (!isSame(draft.plan.period, to.period)) {
    const { first, last } = to.period;
    for (const { id, years } of draft.plan.sources) {
      const inside = years.filter((year) => year >= first && year <= last);
      if (inside.length < years.length)
        draft.make({ kind: 'updateSource', source: id, patch: { years: inside } });
    }
    draft.make({ kind: 'setPeriod', period: to.period });
  }
  const seen = new Map<SourceId | null, number>();
  for (const source of to.sources) {
    const index = seen.get(source.parent) ?? 0;
    seen.set(source.parent, index + 1);
    const before = staying.has(source.id) ? findSource(draft.plan.sources, source.id) : undefined;
    if (!before) {
      draft.make({ kind: 'addSource', source, index, amounts: [], takesParentAmounts: false });
      continue;
    }
    const patch = patchTo(before, source, PATCHED);
    if (patch) draft.make({ kind: 'updateSource', source: source.id, patch });
  }
}

/** The sources that are in both plans at the same place; of siblings in another order none stays. */
function stayingSources(from: Plan, to: Plan): ReadonlySet<SourceId> {
  const staying = new Set<SourceId>();
  const stays = (source: Source): boolean => {
    const { parent } = source;
    const then = findSource(to.sources, source.id);
    if (then?.parent !== parent || then.group !== source.group) return false;
    return (
      parent === null || (staying.has(parent) && isSame(common(from, to, parent), common(to, from, parent)))
    );
  };
  for (const source of from.sources) if (stays(source)) staying.add(source.id);
  return staying;
}

/** The sub-sources of a plan that the other has under the same source, in order. */
function common(plan: Plan, other: Plan, parent: SourceId): SourceId[] {
  const there = new Set(subSources(other.sources, parent).map(({ id }) => id));
  return subSources(plan.sources, parent).flatMap(({ id }) => (there.has(id) ? [id] : []));
}
