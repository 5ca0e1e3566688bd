import type { Item } from './outline.ts';

/** Words that lead from a label to its figure, and from the sentence to the label. */
const LEADING =
  /^(?:[\s\u00a0,;:.…"“”()[\]+*•–—-]|(?:và|còn|gồm|bao gồm|trong đó|trong số đó|cụ thể|theo đó|như sau|có|là|với|thì|nay|để)(?!\p{L}))+/iu;
const TRAILING =
  /(?:[\s\u00a0,:;="“”[(–—-]|(?<!\p{L})(?:là|được|với|đạt|bằng|khoảng|hơn|gần|trên|dưới|xấp xỉ|ước|ước tính|chừng|chiếm|số tiền|tối thiểu|tối đa|ít nhất|không quá|không dưới|dự kiến|cấp|giao|phân bổ|có|từ|còn|lên|thêm))+$/iu;
const BREAK = /[;\n]|[.!?…](?=[\s\u00a0])|\[…\]|,(?=[\s\u00a0])/gu;
const LONGEST = 240;

/**
 * What an amount is of: the words of its clause that stand before it, or where none do, those behind it ("25,038 tỷ đồng kinh
 * phí sự nghiệp"). `from` is where the amount before it ends, `next` where the one after it begins.
 */
export function labelOf(
  text: string,
  item: Item,
  start: number,
  end: number,
  from: number,
  next: number,
): string {
  const earliest = Math.max(from, item.body);
  const before = text.slice(Math.max(earliest, start - LONGEST), start);
  const own = lastClause(start - LONGEST > earliest ? before.slice(before.search(/[\s\u00a0]/u)) : before);
  if (/\p{L}/u.test(own)) return own;
  const after = text.slice(end, Math.min(next, item.end, end + LONGEST));
  const [first = ''] = after.replace(/^[\s\u00a0]*[(]/u, '').split(/[,;()\n]|[.!?…](?:[\s\u00a0]|$)/u);
  return trimmed(first);
}

/** The last part of a clause that has a word of its own: behind the last comma, bracket or "trong đó". */
function lastClause(before: string): string {
  const cut = before.lastIndexOf('(') > before.lastIndexOf(')') ? before.lastIndexOf('(') + 1 : 0;
  const inside = before.slice(cut);
  const breaks = [...inside.matchAll(BREAK)].map(({ index, 0: mark }) => index + mark.length);
  for (const at of breaks.reverse()) {
    const part = trimmed(inside.slice(at));
    if (/\p{L}/u.test(part)) return part;
  }
  return trimmed(inside);
}

function trimmed(text: string): string {
  let label = text;
  for (;;) {
    const shorter = label.replace(LEADING, '').replace(TRAILING, '').trim();
    if (shorter === label) return label.replaceAll(/[\s\u00a0]+/gu, ' ');
    label = shorter;
  }
}
