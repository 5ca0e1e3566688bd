import { type Dong, dong } from '../money/dong.ts';
import { figureAt } from './figure.ts';
import { hedgeAt } from './hedge.ts';
import type { AmountWords, TextAmount, Unread } from './text-reading.ts';
import { type WordAmount, wordAmounts } from './word-amounts.ts';

/** An amount before its label is known; `outerEnd` is behind the words in brackets that belong to it. */
export interface Mention extends Omit<TextAmount, 'label'> {
  readonly outerEnd: number;
}

export interface Mentions {
  readonly mentions: readonly Mention[];
  readonly unread: readonly Unread[];
}

/** Between a figure and its words: "(bằng chữ: ". */
const TO_WORDS =
  /^[\s\u00a0]*[,;.:]?[\s\u00a0]*[([]?[\s\u00a0]*(?:(?:ghi|viết|đọc)?[\s\u00a0]*(?:số tiền )?bằng chữ(?: là)?[\s\u00a0]*:?)?[\s\u00a0]*["“]?$/iu;
const CLOSES = /^[\s\u00a0]*[.;]?["”]?[\s\u00a0]*[)\]]/u;
const MOST_BETWEEN = 60;

const PER =
  /^[ \u00a0]*\/[ \u00a0]*((?:\p{L}|\d)+(?:[ \u00a0]\p{L}+)?(?:\/[ \u00a0]?\p{L}+)*)|^[ \u00a0]+(?:mỗi|cho mỗi|trên mỗi|một)[ \u00a0](hộ|người|nhà|mô hình|xã|thôn|ấp|lớp|lao động|học viên)(?!\p{L})/iu;

/** "từ 3 đến 5 tỷ", "3-5 tỷ": what stands before the figure of its upper end. */
const RANGE_BEFORE =
  /(?:(từ)[ \u00a0]+)?(\d+(?:[.,]\d+)*)([ \u00a0]*(?:nghìn|ngàn|triệu|tỷ|tỉ)?(?:[ \u00a0]*đồng)?)[ \u00a0]*(đến|tới|-|–|÷)[ \u00a0]*$/iu;
const NAMED_NUMBER =
  /(?:dự án|nội dung|hợp phần|điều|khoản|mục|năm|quý|tháng|ngày|số|giai đoạn|cấp)[ \u00a0]*$/iu;
/** Signs of a poor scan right before a figure, or a letter that may have been a digit: its first digits may be lost. */
const DEFACED = /[?~^|`¬_#@&*\\\ufffd]$|(?<!\p{L})\p{L}$/u;
/** A negative amount says so in a word: a dash begins a point of a list. */
const MINUS = /(?<!\p{L})âm[ \u00a0]$/iu;
const VAGUE =
  /(?<!\p{L})(?:hàng|vài|mấy|nhiều)(?:[ \u00a0](?:chục|trăm|nghìn|ngàn|vạn))*[ \u00a0](?:triệu|tỷ|tỉ)(?:[ \u00a0]đồng)?(?![ \u00a0](?:lệ|trọng|suất|số|lượt|người|hộ))(?!\p{L})/giu;

/** Every printed amount of an NFC text in order, and what looks like one and cannot be read. */
export function mentionsIn(text: string): Mentions {
  const words = wordAmounts(text);
  const mentions: Mention[] = [];
  const unread: Unread[] = [];
  const taken: { start: number; end: number }[] = [];
  let nextWords = 0;
  for (const start of numberStarts(text)) {
    if (start < (taken.at(-1)?.end ?? 0)) continue;
    const figure = figureAt(text, start);
    if (figure.kind === 'number') continue;
    if (figure.kind === 'unread' || DEFACED.test(text.slice(Math.max(0, start - 2), start))) {
      const why = figure.kind === 'unread' ? figure.why : 'prose.badNumber';
      unread.push({ ...spanOf(text, start, figure.end), why });
      taken.push({ start, end: figure.end });
      continue;
    }
    const range = rangeEndingAt(text, start, mentions.at(-1));
    if (range !== null) {
      if (mentions.at(-1)?.start === range || (mentions.at(-1)?.end ?? 0) > range) mentions.pop();
      unread.push({ ...spanOf(text, range, figure.end), why: 'prose.range' });
      taken.push({ start: range, end: figure.end });
      continue;
    }
    const shared = sharedBefore(text, start, figure.end);
    if (shared) mentions.push(shared);
    while ((words[nextWords]?.start ?? Number.POSITIVE_INFINITY) < figure.end) nextWords += 1;
    const said = wordsOf(text, figure.end, words[nextWords]);
    const unreadable = said !== null && said.words === null;
    if (said && unreadable) unread.push({ ...said.span, why: 'prose.wordsUnreadable' });
    const minus = MINUS.exec(text.slice(Math.max(0, start - 4), start))?.[0].length ?? 0;
    const value = minus > 0 ? dong(-figure.dong) : figure.dong;
    mentions.push({
      ...spanOf(text, start - minus, figure.end),
      dong: value,
      place: figure.place,
      hedge: hedgeAt(text, start - minus, figure.end),
      words: said?.words ? agreeing(said.words, value) : null,
      per: perOf(text, figure.end),
      outerEnd: said?.outerEnd ?? figure.end,
    });
    taken.push({ start, end: said?.outerEnd ?? figure.end });
  }
  for (const match of text.matchAll(VAGUE)) {
    const [start, end] = [match.index, match.index + match[0].length];
    unread.push({ ...spanOf(text, start, end), why: 'prose.vague' });
    taken.push({ start, end });
  }
  for (const { start, end, dong: value } of words) {
    if (taken.some((one) => start < one.end && one.start < end)) continue;
    if (value === null) {
      unread.push({ ...spanOf(text, start, end), why: 'prose.wordsUnreadable' });
      continue;
    }
    mentions.push({
      ...spanOf(text, start, end),
      dong: value,
      place: placeOfWords(value),
      hedge: hedgeAt(text, start, end),
      words: null,
      per: perOf(text, end),
      outerEnd: end,
    });
  }
  return {
    mentions: mentions.toSorted((one, other) => one.start - other.start),
    unread: unread.toSorted((one, other) => one.start - other.start),
  };
}

/** Where numbers begin: at a digit that no digit or mark of a number stands before. */
function* numberStarts(text: string): Generator<number> {
  for (const match of text.matchAll(/(?<![\d])(?<!\d[.,])\d/gu)) yield match.index;
}

export function spanOf(
  text: string,
  start: number,
  end: number,
): { text: string; start: number; end: number } {
  return { text: text.slice(start, end), start, end };
}

function perOf(text: string, end: number): string | null {
  const found = PER.exec(text.slice(end, end + MOST_BETWEEN));
  return found?.[1] ?? found?.[2] ?? null;
}

/** The start of a range whose upper figure begins at `start`; null where it is an amount of its own. */
function rangeEndingAt(text: string, start: number, last: Mention | undefined): number | null {
  const from = Math.max(0, start - MOST_BETWEEN);
  const found = RANGE_BEFORE.exec(text.slice(from, start));
  if (!found) return null;
  const [, since, figure = '', unit = '', word = ''] = found;
  const at = from + found.index;
  const dashed = word === '-' || word === '–' || word === '÷';
  if (NAMED_NUMBER.test(text.slice(Math.max(0, at - MOST_BETWEEN), at)) && since === undefined) return null;
  // A lower end with a unit of its own, joined by a dash, is another amount: "NSTW 3 tỷ - 5 tỷ" is not said for a range.
  if (unit.trim() !== '' && dashed && since === undefined) return null;
  if (unit.trim() === '' && /^(?:19|20)\d\d$/u.test(figure)) return null;
  if (
    unit.trim() !== '' &&
    since === undefined &&
    last?.end !== at + found[0].trimEnd().length - word.length - 1
  )
    return null;
  return at;
}

/** "812,5/1.050 tỷ đồng": what was done of what was planned, both in the unit that stands once. */
const SHARED = /(?<![\d.,/])(\d+(?:[.,]\d+)*)[ \u00a0]?\/[ \u00a0]?$/u;

/** The amount before a slash that leans on the unit of the figure from `start` to `end`; null where there is none. */
function sharedBefore(text: string, start: number, end: number): Mention | null {
  const from = Math.max(0, start - MOST_BETWEEN);
  const found = SHARED.exec(text.slice(from, start));
  const written = found?.[1];
  if (!found || written === undefined) return null;
  const unit = text.slice(start, end).replace(/^[\d.,]+/u, '');
  const figure = figureAt(`${written}${unit}`, 0);
  if (figure.kind !== 'amount') return null;
  const at = from + found.index;
  return {
    ...spanOf(text, at, at + written.length),
    dong: figure.dong,
    place: figure.place,
    hedge: hedgeAt(text, at, at + written.length),
    words: null,
    per: null,
    outerEnd: at + written.length,
  };
}

interface Said {
  readonly words: { readonly text: string; readonly dong: Dong } | null;
  readonly span: { readonly text: string; readonly start: number; readonly end: number };
  readonly outerEnd: number;
}

/** The words right behind a figure, and where their bracket closes. */
function wordsOf(text: string, end: number, next: WordAmount | undefined): Said | null {
  if (!next || next.start - end > MOST_BETWEEN || !TO_WORDS.test(text.slice(end, next.start))) return null;
  // "5 tỷ đồng, hai tỷ đồng": without a bracket, a line or "bằng chữ" it is another amount.
  if (!/[([\n]|chữ/u.test(text.slice(end, next.start))) return null;
  const closing = CLOSES.exec(text.slice(next.end, next.end + MOST_BETWEEN));
  return {
    words: next.dong === null ? null : { text: next.text, dong: next.dong },
    span: { text: next.text, start: next.start, end: next.end },
    outerEnd: next.end + (closing?.[0].length ?? 0),
  };
}

function agreeing({ text, dong: said }: { text: string; dong: Dong }, figure: Dong): AmountWords {
  return { text, dong: said, agrees: said === figure };
}

/** Words name no decimals: what they leave out below their last scale they do not round. */
function placeOfWords(value: Dong): Dong {
  let place = 1n;
  while (value !== 0n && value % (place * 1_000n) === 0n && place < 1_000_000_000n) place *= 1_000n;
  return dong(place);
}
