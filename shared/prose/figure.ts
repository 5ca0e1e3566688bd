import { type Dong, dong, isInRange } from '../money/dong.ts';
import { scanLiteral } from '../money/literal.ts';
import type { UnreadReason } from './text-reading.ts';
import { countedAfter, GAP, looksLikeUnit, type UnitAfter, unitAfter } from './unit-words.ts';

/** What stands at a place of a text where a number begins. */
export type Figure =
  | { readonly kind: 'amount'; readonly dong: Dong; readonly place: Dong; readonly end: number }
  | { readonly kind: 'unread'; readonly why: UnreadReason; readonly end: number }
  /** A number that is no money: a year, a count, a percentage. */
  | { readonly kind: 'number'; readonly end: number };

/** A number with the unit behind it, one of those that an amount is made of: "31 tỷ" of "31 tỷ 875 triệu". */
interface Term extends UnitAfter {
  readonly mantissa: bigint;
  readonly decimals: number;
}

const NUMBER = /\d+(?:[.,]\d+)*/uy;
/** "71, 4 tỷ": a space that slipped in behind the decimal comma. */
const LOOSE_DECIMALS = /,[ \u00a0](\d{1,3})(?=[ \u00a0]*(?:nghìn|ngàn|triệu|tỷ|tỉ)(?![\p{L}\p{N}]))/iuy;
/** Words before a number that say that it names something: "năm 2022, 4 tỷ" is no 2022,4 tỷ. */
const NAMING =
  /(?:năm|tháng|ngày|quý|số|dự án|nội dung|điều|khoản|mục|điểm|hợp phần|phụ lục|biểu)[ \u00a0]*$/iu;
/** "82. 075 triệu", "1 250 triệu": nobody can say whether that is one number. */
const LOOSE_GROUP = /(?:\.[ \u00a0]|[ \u00a0\u2009\u202f])\d{3}(?:[.,]\d+)*(?![\d.])/uy;
const NEXT_NUMBER = new RegExp(String.raw`${GAP}(?=\d)`, 'uy');
const BARE_NUMBER = /\d+(?:[.,]\d+)*(?=[ \u00a0]*(?:[;,.)\n]|$))/uy;
const LONGEST_NAME = 12;
/** "lần lượt là 3, 4, 5 tỷ" lists figures: its commas are none of a number. */
const LISTED = /(?:lần lượt|tương ứng)[^.;\d]*$|\d[,;][ \u00a0]+$/iu;
const LONGEST_LEAD = 40;

/** The number at `start`, as the money that it is or the reason why it is none. */
export function figureAt(text: string, start: number): Figure {
  const end = numberEnd(text, start);
  const first = termAt(text, start);
  if (first === null) return withoutUnit(text, start, end);
  if (first === 'bad')
    return { kind: 'unread', why: 'prose.badNumber', end: unitAfter(text, end)?.end ?? end };
  const terms = [first];
  for (;;) {
    const last = terms.at(-1) ?? first;
    NEXT_NUMBER.lastIndex = last.end;
    if (last.closed || !NEXT_NUMBER.test(text)) break;
    const next = NEXT_NUMBER.lastIndex;
    const term = termAt(text, next);
    if (term !== null && term !== 'bad') {
      terms.push(term);
      continue;
    }
    // "1 tỷ 250" leaves out the unit of its last figure; "5 tỷ 3 xã" is followed by a count.
    BARE_NUMBER.lastIndex = next;
    if (BARE_NUMBER.test(text))
      return { kind: 'unread', why: 'prose.brokenCompound', end: BARE_NUMBER.lastIndex };
    break;
  }
  return amountOf(text, terms);
}

function numberEnd(text: string, start: number): number {
  NUMBER.lastIndex = start;
  return NUMBER.test(text) ? NUMBER.lastIndex : start + 1;
}

/** A number with its unit; null where it has none, `bad` where its marks say nothing in vi-VN (`1.50`, `1,250.5`). */
function termAt(text: string, start: number): Term | 'bad' | null {
  const end = numberEnd(text, start);
  const written = text.slice(start, end);
  LOOSE_DECIMALS.lastIndex = end;
  const named = NAMING.test(text.slice(Math.max(0, start - LONGEST_NAME), start));
  const listed = LISTED.test(text.slice(Math.max(0, start - LONGEST_LEAD), start));
  const loose = named || listed || written.includes(',') ? null : LOOSE_DECIMALS.exec(text);
  const unitAt = loose ? end + loose[0].length : end;
  const unit = unitAfter(text, unitAt);
  if (unit === null) return null;
  const decimals = loose?.[1];
  const whole = decimals === undefined ? written : `${written},${decimals}`;
  const literal = scanLiteral(whole, 0, 'vi');
  if (literal === undefined || literal.end < whole.length) return 'bad';
  return { ...unit, mantissa: literal.mantissa, decimals: literal.decimals };
}

function withoutUnit(text: string, start: number, end: number): Figure {
  const looks = looksLikeUnit(text, end);
  if (looks) return { kind: 'unread', ...looks };
  LOOSE_GROUP.lastIndex = end;
  if (end - start <= 3 && !isOrdinal(text, start) && LOOSE_GROUP.test(text)) {
    const unit = unitAfter(text, LOOSE_GROUP.lastIndex);
    if (unit) return { kind: 'unread', why: 'prose.badNumber', end: unit.end };
  }
  return { kind: 'number', end };
}

/** A number that begins its line or names something: "1. 250 triệu đồng cho…", "Dự án 1 250 triệu đồng". */
function isOrdinal(text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - LONGEST_NAME), start);
  return NAMING.test(before) || /(?:^|[\n:;.\])…])[ \t\u00a0]*$/u.test(before);
}

function amountOf(text: string, terms: readonly Term[]): Figure {
  const last = terms.at(-1);
  if (!last) return { kind: 'number', end: 0 };
  const { end } = last;
  if (!last.closed) {
    const counted = countedAfter(text, end, last.size);
    if (counted === 'foreign') return { kind: 'unread', why: 'prose.foreignCurrency', end };
    if (counted === 'count' || (last.weak && terms.length === 1)) return { kind: 'number', end };
  }
  let value = 0n;
  let below: bigint | null = null;
  for (const [at, { mantissa, decimals, size, half }] of terms.entries()) {
    const unit = 10n ** BigInt(decimals);
    const own = mantissa * size + (half ? (size / 2n) * unit : 0n);
    if (own % unit !== 0n) return { kind: 'unread', why: 'prose.tooFine', end };
    const ends = at === terms.length - 1;
    // "2,5 tỷ 300 triệu" and "5 tỷ 1.250 triệu" can be meant in more than one way.
    if (!ends && (decimals > 0 || half)) return { kind: 'unread', why: 'prose.brokenCompound', end };
    if (below === null || size < below) {
      if (below !== null && own / unit >= below) return { kind: 'unread', why: 'prose.brokenCompound', end };
      value += own / unit;
    } else {
      // "31 nghìn 875 tỷ": what was said so far counts the greater unit.
      if (ends && mantissa >= below * unit) return { kind: 'unread', why: 'prose.brokenCompound', end };
      value = value * size + own / unit;
    }
    below = size;
  }
  if (!isInRange(value)) return { kind: 'unread', why: 'prose.tooLarge', end };
  const place = last.half ? last.size / 10n : last.size / 10n ** BigInt(last.decimals);
  return { kind: 'amount', dong: dong(value), place: dong(place > 1n ? place : 1n), end };
}
