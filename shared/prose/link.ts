import type { Meaning } from './dimension.ts';
import type { Item } from './outline.ts';
import type { TextAmount } from './text-reading.ts';

/** How parts are announced. */
export type Cue =
  /** "gồm", "bao gồm", "chia ra", "như sau:": all parts follow. */
  | 'whole'
  /** "trong đó": parts follow, perhaps not all. */
  | 'partly'
  /** "Cụ thể,", "Trong 28 tỷ đồng …, có": parts follow, or something is said again. */
  | 'retold'
  /** Brackets behind the amount. */
  | 'bracket'
  /** "giảm 5 tỷ … để tăng": money that is moved is as much there as here. */
  | 'moved'
  /** Points of a list under it. */
  | 'list'
  /** "Tổng cộng", behind its parts. */
  | 'sum'
  /** Nothing says so: only a sum that holds does. */
  | 'silent';

/** An amount in its text, and what lies between it and the amount before it. */
export interface Linked {
  readonly amount: TextAmount;
  readonly meaning: Meaning;
  readonly item: Item;
  /** The first amount of its item. */
  readonly opensItem: boolean;
  /** Places of the brackets that are open around it. */
  readonly brackets: readonly number[];
  /** The words that announce parts, between the amount before and this one. */
  readonly opener: Extract<Cue, 'whole' | 'partly' | 'retold' | 'moved'> | null;
  /** The announcing words begin a new sentence: they speak of the whole of what was said before. */
  readonly openerStarts: boolean;
  /** Sentences that end in between. */
  readonly sentences: number;
  /** "[…]": something was left out in between. */
  readonly elided: boolean;
  /** The list that it ends is left open: "…", "v.v.". */
  readonly openAfter: boolean;
  /** A change, a comparison, a rate: no part of a sum, unless everything beside it is one. */
  readonly aside: boolean;
  /** Items without amounts in between, by style. */
  readonly itemsBetween: readonly Item[];
  /** Whether a bracket opens right behind the amount before, with no word or mark in between that parts them. */
  readonly bracketOfLast: boolean;
  /** "Tổng cộng": the sum of what stands before it. */
  readonly sumsUp: 'surely' | 'perhaps' | null;
}

const WHOLE =
  /(?<!\p{L})(?:bao gồm|gồm có|gồm|chia ra|chia thành|phân ra|phân theo|phân chia|cơ cấu|như sau\s*:|sau\s*:|cụ thể như sau|cụ thể là|cụ thể\s*:|chi tiết\s*:|trong đó\s*:|nguồn (?:vốn|kinh phí)(?: thực hiện)?\s*:|từ các nguồn|cho các (?:dự án|nội dung|huyện|xã|đơn vị|địa phương)[^.;]{0,40}:)/iu;
const PARTLY = /(?<!\p{L})(?:trong đó|trong số đó|trong số này|trong tổng số đó|riêng)(?!\p{L})/iu;
const RETOLD = /(?:^|[.;:…\]\n]|,)[\s\u00a0]*(?:cụ thể|theo đó|chi tiết)(?!\p{L})/iu;
const IN_TOTAL =
  /(?:^|[.;:\n…\]])[\s\u00a0]*(?:trong|trong số|trong tổng số|trong tổng|với|từ)(?:[ \u00a0](?!đó)\p{L}+){0,6}[ \u00a0]*$/iu;
const REDUCED = /(?:giảm|cắt giảm|thu hồi)(?!\p{L})[^,;.]{0,40}$/iu;
const MOVED = /(?<!\p{L})để(?!\p{L})[^.;,]{0,40}(?:tăng|bổ sung|phân bổ|chuyển)(?!\p{L})/iu;
const SENTENCE_END = /[.!?](?=[\s\u00a0]+(?:\p{Lu}|[-+•\d[(]|$))|[.!?]$|\n/gu;
const ASIDE =
  /(?:tăng|giảm|vượt|so với|chênh lệch|bình quân|trung bình|mỗi|định mức|mức hỗ trợ|đã giải ngân|giải ngân|lũy kế|quy ra|nâng)(?!\p{L})[^,;.]{0,40}$/iu;
const OPEN_AFTER = /^[^.;:\n]{0,60}?(?:…|\.{3}|(?<!\p{L})v\.?\s?v)/iu;
/** A colon right behind an amount, perhaps with what it is called in brackets. */
const COLON = /^[\s\u00a0]*(?:\([^()]*\))?[\s\u00a0]*:/u;
const SURELY_SUMS_UP = /(?:^|[\s,;.(:])(?:tổng cộng|cộng(?=[\s\u00a0]*[:\d]))/iu;
const SUMS_UP = /(?:^|[\s,;.(:])(?:tổng cộng|tổng số|cộng(?! đồng)|tổng|như vậy|toàn bộ)(?!\p{L})/iu;

export function linksOf(
  text: string,
  amounts: readonly TextAmount[],
  meanings: readonly Meaning[],
  outerEnds: readonly number[],
  items: readonly Item[],
): Linked[] {
  const links: Linked[] = [];
  let brackets: number[] = [];
  let itemAt = 0;
  for (const [index, amount] of amounts.entries()) {
    const lastItem = itemAt;
    while (itemAt + 1 < items.length && (items[itemAt + 1]?.start ?? 0) <= amount.start) itemAt += 1;
    const item = items[itemAt] ?? {
      start: 0,
      end: text.length,
      body: 0,
      style: 'none',
      mark: '',
      newLine: true,
    };
    const from = outerEnds[index - 1] ?? 0;
    const between = text.slice(from, amount.start);
    const before = brackets;
    brackets = bracketsAfter(text, from, amount.start, brackets, items, lastItem, itemAt);
    const opened = brackets.find((bracket) => !before.includes(bracket));
    const moved =
      MOVED.test(between) &&
      REDUCED.test(text.slice(outerEnds[index - 2] ?? 0, amounts[index - 1]?.start ?? 0));
    // A list that a colon of the same sentence begins: "để thực hiện: (i) …".
    const head = itemAt === lastItem ? '' : text.slice(from, items[lastItem + 1]?.start ?? from).trimEnd();
    const listed = head.endsWith(':') && [...head.matchAll(SENTENCE_END)].length === 0;
    const opener =
      index === 0
        ? null
        : moved
          ? ({ cue: 'moved', starts: false } as const)
          : (openerIn(between) ?? (listed ? ({ cue: 'whole', starts: false } as const) : null));
    const sentences = [...between.matchAll(SENTENCE_END)].length;
    const ownBefore = text.slice(Math.max(from, item.body), amount.start);
    const retold = index > 0 && sentences === 0 && announcesParts(text, amounts[index - 1], item);
    const after = text.slice(outerEnds[index] ?? amount.end, amounts[index + 1]?.start ?? text.length);
    links.push({
      amount,
      meaning: meanings[index] ?? { source: null, capital: null, years: [], rest: false, total: false },
      item,
      opensItem: index === 0 || itemAt !== lastItem,
      brackets,
      opener: opener?.cue ?? (retold ? 'partly' : null),
      openerStarts: opener?.starts ?? false,
      sentences,
      elided: between.includes('[…]') || between.includes('[...]'),
      openAfter: OPEN_AFTER.test(after.replaceAll('[…]', '')),
      aside: amount.per !== null || ASIDE.test(ownBefore),
      itemsBetween: items.slice(lastItem + 1, itemAt),
      bracketOfLast:
        opened !== undefined &&
        index > 0 &&
        isOfLast(text.slice(from, opened), text.slice(opened, amount.start)),
      sumsUp: SURELY_SUMS_UP.test(ownBefore) ? 'surely' : SUMS_UP.test(ownBefore) ? 'perhaps' : null,
    });
  }
  return links;
}

/** Brackets open at `to`, from those open at `from`; a mark like "a)" closes none, and no bracket outlives its line. */
function bracketsAfter(
  text: string,
  from: number,
  to: number,
  open: readonly number[],
  items: readonly Item[],
  firstItem: number,
  lastItem: number,
): number[] {
  let stack = [...open];
  for (let at = from; at < to; at += 1) {
    const character = text[at];
    if (character === '\n') stack = [];
    else if (character === '(' || character === ')') {
      const isMark = items.slice(firstItem, lastItem + 1).some(({ start, body }) => at >= start && at < body);
      if (isMark) continue;
      if (character === '(') stack.push(at);
      else stack.pop();
    }
  }
  return stack;
}

function openerIn(
  between: string,
): { readonly cue: 'whole' | 'partly' | 'retold' | 'moved'; readonly starts: boolean } | null {
  if (COLON.test(between)) return { cue: 'whole', starts: false };
  const found = (
    [
      ['whole', WHOLE],
      ['partly', PARTLY],
      ['retold', RETOLD],
    ] as const
  ).flatMap(([cue, pattern]) => {
    const match = pattern.exec(between);
    return match ? [{ cue, at: match.index, length: match[0].length }] : [];
  });
  // Words of an earlier sentence without amounts announce nothing that comes later.
  const near = found.filter(
    ({ at, length }) => !/[.!?…][\s\u00a0]+\p{Lu}[^:]*$/u.test(between.slice(at + length)),
  );
  const [first] = near;
  if (!first) return null;
  const lead = between.slice(0, first.at);
  const starts =
    /(?:[.!?…\]]|\n)[\s\u00a0]*$/u.test(lead) || /^[\s\u00a0]*[.…\n]/u.test(between.slice(first.at));
  const cue =
    first.cue === 'whole' && /^trong đó/iu.test(between.slice(first.at)) && !between.includes('\n')
      ? 'partly'
      : first.cue;
  return { cue, starts };
}

/**
 * Whether a bracket speaks of the amount before it: no mark parts the two, and it is not the amount of the words between
 * them, as in "tăng 2 tỷ đồng so với năm 2021 (8 tỷ đồng)".
 */
function isOfLast(between: string, inside: string): boolean {
  if (/[;,.:\n]/u.test(between)) return false;
  return !/\p{L}/u.test(between) || /\p{L}/u.test(inside);
}

/** "Trong 28 tỷ đồng …, có": the words before the amount before announce its parts. */
function announcesParts(text: string, last: TextAmount | undefined, item: Item): boolean {
  if (!last || last.start < item.start) return false;
  return IN_TOTAL.test(`.${text.slice(item.body, last.start)}`);
}
