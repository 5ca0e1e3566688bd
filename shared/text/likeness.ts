import { foldText } from './fold.ts';

/** How often each word of a text stands in it, without case, diacritics and marks. */
export type WordCounts = ReadonlyMap<string, number>;

export function wordCounts(text: string): WordCounts {
  const counts = new Map<string, number>();
  for (const word of foldText(text).split(/[^\p{L}\p{Nd}]+/u)) {
    if (word !== '') counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}

/** Dice's coefficient over the words: 1 where they are the same, 0 where they share none. */
export function likeness(one: WordCounts, other: WordCounts): number {
  let shared = 0;
  for (const [word, count] of one) shared += Math.min(count, other.get(word) ?? 0);
  const all = size(one) + size(other);
  return all === 0 ? 0 : (2 * shared) / all;
}

function size(words: WordCounts): number {
  let sum = 0;
  for (const count of words.values()) sum += count;
  return sum;
}
