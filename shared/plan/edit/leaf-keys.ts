import type { SourceId, Year } from '../ids.ts';
import { type Capital, type LeafKey, leafKey } from '../plan.ts';
import type { AmountPlace } from './edit.ts';

const known = new WeakMap<readonly AmountPlace[], readonly LeafKey[]>();

/**
 * The key of every place, by index. A paste names the same few places in each of its rows, so a key is made once a
 * place, and the list once: the steps of an edit, its JSON and the totals that follow it all ask for the same one.
 */
export function leafKeysOf(places: readonly AmountPlace[]): readonly LeafKey[] {
  const before = known.get(places);
  if (before) return before;
  const keyOf = keysByPlace();
  const keys = places.map(keyOf);
  known.set(places, keys);
  return keys;
}

/** Says that a list names the same places in the same order as another, as the inverse of an edit does. */
export function sharePlaces(places: readonly AmountPlace[], like: readonly AmountPlace[]): void {
  known.set(places, leafKeysOf(like));
}

function keysByPlace(): (place: AmountPlace) => LeafKey {
  const years = new Map<Year, Map<SourceId, Map<Capital, LeafKey>>>();
  return ({ year, source, capital }) => {
    const sources = entry(years, year, () => new Map<SourceId, Map<Capital, LeafKey>>());
    const capitals = entry(sources, source, () => new Map<Capital, LeafKey>());
    return entry(capitals, capital, () => leafKey(year, source, capital));
  };
}

function entry<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const found = map.get(key);
  if (found !== undefined) return found;
  const made = make();
  map.set(key, made);
  return made;
}
