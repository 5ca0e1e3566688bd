import { spanOf } from './mentions.ts';
import type { Item } from './outline.ts';
import type { Unread } from './text-reading.ts';

/** A label of money with a bare figure behind its colon: "Ngân sách trung ương: 59;". */
const BARE =
  /(?:kinh phí|vốn|ngân sách|nguồn|NSTW|NSĐP|số tiền|tổng số|tổng cộng|huy động)[^:;.\n]{0,80}:[ \u00a0]*(\d+(?:[.,]\d+)*)(?![.,]?\d)(?=[ \u00a0]*(?:[;.)]|$))/giu;

/** Amounts that forgot their unit. */
export function missingUnits(text: string, items: readonly Item[]): Unread[] {
  return items.flatMap(({ start, end }) => {
    const line = text.slice(start, end);
    return [...line.matchAll(BARE)].map((match) => {
      const figure = match[1] ?? '';
      const at = start + match.index + match[0].length - figure.length;
      return { ...spanOf(text, at, at + figure.length), why: 'prose.unitMissing' as const };
    });
  });
}
