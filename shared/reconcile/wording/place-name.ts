import { ordinalsOf } from '../../plan/ordinals.ts';
import { outlineOf } from '../../plan/outline.ts';
import type { Plan } from '../../plan/plan.ts';
import { findSource } from '../../plan/sources.ts';
import type { Stated } from './statement.ts';

/** The few words that no plan has of its own. */
export interface PlaceWords {
  readonly whole: string;
  readonly unclassified: string;
  readonly oneYear: string;
  year(year: number): string;
}

const VIETNAMESE: PlaceWords = {
  whole: 'Toàn chương trình',
  unclassified: 'chưa phân loại',
  oneYear: '01 năm',
  year: (year) => `năm ${year}`,
};

/** A place of a plan in the words of its forms: "2.1 Hỗ trợ phát triển sản xuất…, NSTW, SN, năm 2023". */
export function placeName(
  plan: Plan,
  { row, source, capital, years }: Stated,
  words: PlaceWords = VIETNAMESE,
): string {
  const at = row === null ? -1 : (outlineOf(plan.rows).index.get(row) ?? -1);
  const ordinal = ordinalsOf(plan.rows, plan.programme.levels)[at] ?? '';
  return [
    at < 0 ? words.whole : `${ordinal} ${plan.rows[at]?.name ?? ''}`.trim(),
    ...(source === 'all' ? [] : [findSource(plan.sources, source)?.short ?? source]),
    ...(capital === 'all' ? [] : [capital === 'none' ? words.unclassified : plan.programme[capital].short]),
    ...(years === 'period' ? [] : [years === 'oneYear' ? words.oneYear : words.year(years)]),
  ].join(', ');
}
