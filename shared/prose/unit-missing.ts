import { spanOf } from './mentions.ts';
import type { Item } from './outline.ts';
import type { Span, Unread } from './text-reading.ts';

/** A label of money with a bare figure behind its colon: "Ngân sách trung ương: 59;". */
const BARE =
  /(?:kinh phí|vốn|ngân sách|nguồn|NSTW|NSĐP|số tiền|tổng số|tổng cộng|huy động)[^:;.\n]{0,80}:[ \u00a0]*(\d+(?:[.,]\d+)*)(?![.,]?\d)(?=[ \u00a0]*(?:[;.)]|$))/giu;

/** "lần lượt là 3, 4 và 5 tỷ đồng": the figures that lean on the unit of the last. */
const SHARED = /((?:\d+(?:[.,]\d+)*(?:[,;][ \u00a0]+|[ \u00a0]+và[ \u00a0]+))+)$/iu;
const FIGURE = /\d+(?:[.,]\d+)*/gu;
const NAMES =
  /(?:năm|tháng|ngày|quý|số|dự án|nội dung|điều|khoản|mục|điểm|hợp phần|giai đoạn|phụ lục|biểu)[ \u00a0]*$/iu;
const YEAR = /^(?:19|20)\d\d$/u;
const LONGEST = 80;

/** Amounts that forgot their unit, or lean on that of the amount behind them. */
export function missingUnits(text: string, items: readonly Item[], amounts: readonly Span[]): Unread[] {
  return [...bareFigures(text, items), ...amounts.flatMap(({ start }) => sharingFigures(text, start))];
}

function sharingFigures(text: string, start: number): Unread[] {
  const from = Math.max(0, start - LONGEST);
  const [found] = SHARED.exec(text.slice(from, start)) ?? [];
  if (found === undefined || NAMES.test(text.slice(from, start - found.length))) return [];
  return [...found.matchAll(FIGURE)]
    .filter(([figure]) => !YEAR.test(figure))
    .map(({ 0: figure, index }) => {
      const at = start - found.length + index;
      return { ...spanOf(text, at, at + figure.length), why: 'prose.unitMissing' as const };
    });
}

function bareFigures(text: string, items: readonly Item[]): Unread[] {
  return items.flatMap(({ start, end }) => {
    const line = text.slice(start, end);
    return [...line.matchAll(BARE)].map((match) => {
      const figure = match[1] ?? '';
      const at = start + match.index + match[0].length - figure.length;
      return { ...spanOf(text, at, at + figure.length), why: 'prose.unitMissing' as const };
    });
  });
}
