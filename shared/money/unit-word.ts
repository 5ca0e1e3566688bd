import type { Unit } from './unit.ts';

const WORDS: ReadonlyMap<string, Unit> = new Map([
  ['đồng', 'dong'],
  ['đ', 'dong'],
  ['nghìn', 'nghin'],
  ['ngàn', 'nghin'],
  ['triệu', 'trieu'],
  ['tỷ', 'ty'],
  ['tỉ', 'ty'],
]);

/**
 * The unit that a word after an amount names (`triệu`, `Tỷ đồng`, `đ`), in any case, NFC; undefined where it names none.
 * Every spelling may be followed by "đồng", save "đồng" itself.
 */
export function unitOfWord(word: string): Unit | undefined {
  const [first = '', second, ...more] = word.toLowerCase().split(/\s+/u);
  const unit = WORDS.get(first);
  if (second === undefined) return unit;
  return second === 'đồng' && more.length === 0 && unit !== 'dong' ? unit : undefined;
}
