import type { Hedge, HedgeSense } from './text-reading.ts';

const SENSES: readonly (readonly [words: string, sense: HedgeSense])[] = [
  ['không dưới', 'atLeast'],
  ['không thấp hơn', 'atLeast'],
  ['không ít hơn', 'atLeast'],
  ['tối thiểu', 'atLeast'],
  ['ít nhất', 'atLeast'],
  ['không vượt quá', 'atMost'],
  ['không quá', 'atMost'],
  ['không vượt', 'atMost'],
  ['tối đa', 'atMost'],
  ['nhiều nhất', 'atMost'],
  ['hơn', 'above'],
  ['trên', 'above'],
  ['gần', 'below'],
  ['dưới', 'below'],
  ['suýt soát', 'about'],
  ['xấp xỉ', 'about'],
  ['khoảng', 'about'],
  ['chừng', 'about'],
  ['ước tính', 'about'],
  ['ước đạt', 'about'],
  ['ước', 'about'],
];
const BEFORE = new RegExp(
  String.raw`(?<!\p{L})(${SENSES.map(([words]) => words).join('|')})(?:[ \u00a0]+(?:là|đạt|khoảng|chừng|hơn|trên|gần))?[ \u00a0]*[:]?[ \u00a0]*$`,
  'iu',
);
/** "cao hơn 5 tỷ" says a difference, no hedge. */
const COMPARED = /(?:cao|thấp|nhiều|ít|lớn|nhỏ|kém|tăng|giảm)[ \u00a0]+$/iu;
const AFTER = /^[ \u00a0]*(trở lên|trở xuống|đổ lại)(?!\p{L})/iu;
const LONGEST = 40;

/** The hedge at the figure from `start` to `end`: the words right before it, or "trở lên" behind it. */
export function hedgeAt(text: string, start: number, end: number): Hedge | null {
  const before = text.slice(Math.max(0, start - LONGEST), start);
  const found = BEFORE.exec(before);
  if (found) {
    const words = (found[1] ?? '').toLowerCase();
    const [, sense] = SENSES.find(([known]) => known === words) ?? [];
    if (sense && !(words === 'hơn' && COMPARED.test(before.slice(0, found.index)))) {
      return { text: words, sense };
    }
  }
  const after = AFTER.exec(text.slice(end, end + LONGEST))?.[1]?.toLowerCase();
  if (after === undefined) return null;
  return { text: after, sense: after === 'trở lên' ? 'atLeast' : 'atMost' };
}
