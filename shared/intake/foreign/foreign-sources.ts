import { type SourceId, sourceId } from '../../plan/ids.ts';
import { KNOWN_SOURCES, knownLineage, knownSource, knownSubSource } from '../../plan/known-sources.ts';
import type { Capital, Period, Source } from '../../plan/plan.ts';
import { standardSources } from '../../plan/sources.ts';
import type { AmountColumn } from './table-row.ts';

/**
 * The sources that a table's columns are of: the three groups, opened into the known sub-sources that have columns of
 * their own. A level of the local budget without kinds, beside kinds of the whole local budget, opens nothing: it says
 * where the money comes from once more, and is a total of another way.
 */
export function foreignSources(columns: readonly AmountColumn[], period: Period): Source[] {
  const sources = standardSources(period);
  const groups = new Set<SourceId>();
  const held = KNOWN_SOURCES.filter(({ id }) => opens(id, columns));
  for (const { id } of held) for (const above of knownLineage(id)) groups.add(above);
  for (const known of KNOWN_SOURCES) {
    if (!groups.has(sourceId(known.id))) continue;
    const [group] = sources.filter(({ id }) => id === known.group);
    const capitals = kindsOf(known.id, columns);
    const place = sources.findLastIndex(
      (source) => source.id === known.parent || isUnder(source, known.parent),
    );
    sources.splice(place + 1, 0, knownSubSource(known.id, group?.years ?? [], capitals));
  }
  return sources;
}

function isUnder(source: Source, parent: string): boolean {
  return knownLineage(source.id).some((above) => above === parent);
}

/** Whether a known sub-source's columns are data. */
export function opens(id: string, columns: readonly AmountColumn[]): boolean {
  const known = knownSource(id);
  const own = columns.filter(({ meaning }) => meaning.source === id && meaning.years !== 'period');
  if (!known || own.length === 0) return false;
  if (known.group === 'other' || own.some(({ meaning }) => meaning.capital !== 'all')) return true;
  return !columns.some(({ meaning }) => meaning.source === known.group && meaning.capital !== 'all');
}

function kindsOf(id: string, columns: readonly AmountColumn[]): readonly Capital[] {
  if (knownSource(id)?.group === 'other') return ['none'];
  const kinds = columns.flatMap(({ meaning }) =>
    meaning.source === id && meaning.capital !== 'all' ? [meaning.capital] : [],
  );
  const found = (['investment', 'recurrent', 'none'] as const).filter((kind) => kinds.includes(kind));
  return found.length > 0 ? found : ['investment', 'recurrent'];
}
