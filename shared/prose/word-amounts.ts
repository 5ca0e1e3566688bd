import { type Dong, dong, isInRange } from '../money/dong.ts';
import { isNumberWord, isScale, readWords } from '../money/read-words.ts';
import type { Span } from './text-reading.ts';

/** An amount that a text says in words. */
export interface WordAmount extends Span {
  readonly text: string;
  /** Null where the words are no number. */
  readonly dong: Dong | null;
}

const CURRENCY = /(?<!\p{L})đồng(?!\p{L})/giu;
/** "chẵn": nothing beyond. */
const EXACTLY = /^[\s\u00a0]+chẵn(?!\p{L})/iu;
const LETTER = /\p{L}/u;
/** What may stand between the words of a number. */
const GLUE = /[\s\u00a0,]/u;
const MINUS = /(?<!\p{L})âm[\s\u00a0]$/iu;
/** No number in words is longer. */
const LONGEST = 240;

/**
 * Every amount in words: a run of number words that says a scale and ends in "đồng". "mỗi năm tỷ lệ" is none: what looks like
 * a number must end in the currency.
 */
export function wordAmounts(text: string): WordAmount[] {
  const found: WordAmount[] = [];
  for (const { 0: currency, index } of text.matchAll(CURRENCY)) {
    const run = numberWordsBefore(text, index);
    // "mỗi năm hai tỷ đồng": a year may stand before the number.
    const whole = run.map(({ word }) => word);
    const own = whole[0] === 'năm' && readWords(whole) === undefined ? run.slice(1) : run;
    const [first] = own;
    if (!first || own.length < 2 || !own.some(({ word }) => isScale(word))) continue;
    const value = readWords(own.map(({ word }) => word));
    const end = index + currency.length;
    const closing = EXACTLY.exec(text.slice(end, end + 10))?.[0].length ?? 0;
    const minus = MINUS.exec(text.slice(Math.max(0, first.start - 4), first.start))?.[0].length ?? 0;
    const start = first.start - minus;
    found.push({
      text: text.slice(start, end + closing),
      start,
      end: end + closing,
      dong: value !== undefined && isInRange(value) ? dong(minus > 0 ? -value : value) : null,
    });
  }
  return found;
}

/** The number words that end right before `end`, in order. */
function numberWordsBefore(text: string, end: number): { readonly word: string; readonly start: number }[] {
  const words: { readonly word: string; readonly start: number }[] = [];
  const from = Math.max(0, end - LONGEST);
  let at = end;
  for (;;) {
    while (at > from && GLUE.test(text.charAt(at - 1))) at -= 1;
    let start = at;
    while (start > from && LETTER.test(text.charAt(start - 1))) start -= 1;
    const word = text.slice(start, at).toLowerCase();
    if (!isNumberWord(word)) break;
    words.unshift({ word, start });
    at = start;
  }
  return words;
}
