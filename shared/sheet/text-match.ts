import { foldText } from '../text/fold.ts';

/** A stretch of a text, in UTF-16 units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A letter with the marks that stand on it, however the text is composed. */
const LETTER = /\P{M}\p{M}*|\p{M}+/gu;

/** A text folded letter by letter, with the place of each letter: what was found in the folded text is there in its own. */
interface Folded {
  readonly text: string;
  /** For each unit of the folded text where a letter begins, that letter's start; −1 inside a letter. */
  readonly starts: readonly number[];
}

function folded(text: string): Folded {
  let all = '';
  const starts: number[] = [];
  for (const { 0: letter, index } of text.matchAll(LETTER)) {
    const plain = foldText(letter);
    for (let unit = 0; unit < plain.length; unit += 1) starts.push(unit === 0 ? index : -1);
    all += plain;
  }
  starts.push(text.length);
  return { text: all, starts };
}

/** Where a query stands in texts, from left to right, nothing twice. Folded, case and diacritics make no difference. */
export class TextMatcher {
  readonly #query: string;
  readonly #fold: boolean;
  readonly #whole: boolean;

  constructor(query: { readonly text: string; readonly fold: boolean; readonly wholeCell: boolean }) {
    const text = query.text.normalize('NFC');
    this.#query = query.fold ? folded(text).text : text;
    this.#fold = query.fold;
    this.#whole = query.wholeCell;
  }

  /** Whether there is nothing to look for. */
  get isEmpty(): boolean {
    return this.#query === '';
  }

  matches(text: string): boolean {
    return this.spans(text).length > 0;
  }

  spans(text: string): Span[] {
    if (this.isEmpty) return [];
    const { text: searched, starts } = this.#fold ? folded(text) : { text, starts: null };
    if (this.#whole) return searched === this.#query ? [{ start: 0, end: text.length }] : [];
    const spans: Span[] = [];
    for (let at = searched.indexOf(this.#query); at >= 0; ) {
      const end = at + this.#query.length;
      const span = starts === null ? { start: at, end } : { start: starts[at] ?? -1, end: starts[end] ?? -1 };
      // A letter that folds to two ("ﬁ") is found whole or not at all.
      const found = span.start >= 0 && span.end >= 0;
      if (found) spans.push(span);
      at = searched.indexOf(this.#query, found ? end : at + 1);
    }
    return spans;
  }
}

/** The text with every span replaced; the spans stand in order and do not overlap. */
export function withReplaced(text: string, spans: readonly Span[], replacement: string): string {
  let result = '';
  let from = 0;
  for (const { start, end } of spans) {
    result += text.slice(from, start) + replacement;
    from = end;
  }
  return result + text.slice(from);
}
