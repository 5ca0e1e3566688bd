import type { Unit } from '../../money/unit.ts';
import { foldText } from '../../text/fold.ts';

/** No further word: "Đơn vị: Đồng Tháp" and "Đơn vị: Triệu Phong" name places. */
const END = '(?![.]? ?[a-z])';
/** Units as offices write them, folded: "Triệu đồng", "trđ", "1.000 đồng", "VNĐ". The longer ones first. */
const UNITS: readonly (readonly [Unit, RegExp])[] = [
  ['ty', new RegExp(`^(?:ty|ti) dong\\b|^(?:ty|ti|tyd)${END}`)],
  [
    'trieu',
    new RegExp(
      `^(?:trieu|tr)[.]? ?dong\\b|^(?:trieu|tr[.]? ?d|tr)${END}|^1[., ]?000[., ]?000 ?(?:dong|d)\\b`,
    ),
  ],
  ['nghin', new RegExp(`^(?:nghin|ngan) dong\\b|^(?:nghin|ngan)(?: d)?${END}|^1[., ]?000 ?(?:dong|d)\\b`)],
  ['dong', new RegExp(`^dong viet nam\\b|^(?:dong|vnd|d)${END}`)],
];

const MARKS =
  /(?:don vi(?: tinh)?|dvt)\s*[:：]?\s*\(?|\((?=\s*(?:ty|ti|trieu|trd|tr\.|nghin|ngan|dong|vnd|1[.,]000))/g;

/**
 * The unit that a line states: after "Đơn vị tính", "ĐVT", or in brackets as in "Kinh phí (triệu đồng)". Undefined where
 * it states none; two different ones are no statement either.
 */
export function statedUnit(text: string): Unit | undefined {
  const folded = foldText(text).replaceAll(/\s+/g, ' ');
  const found = new Set<Unit>();
  for (const mark of folded.matchAll(MARKS)) {
    const after = folded.slice((mark.index ?? 0) + mark[0].length).trimStart();
    const unit = UNITS.find(([, pattern]) => pattern.test(after))?.[0];
    if (unit) found.add(unit);
  }
  const [only, ...others] = found;
  return others.length === 0 ? only : undefined;
}

/** Whether a line says its unit and nothing else: "(Triệu đồng)". A title may state one in brackets too. */
export function isUnitLine(text: string): boolean {
  return statedUnit(text) !== undefined && foldText(text).replace(MARKS, '').trim().length <= LONGEST_UNIT;
}

const LONGEST_UNIT = 20;
