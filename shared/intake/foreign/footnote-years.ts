import { type Year, year } from '../../plan/ids.ts';
import { type Period, SOURCE_GROUPS, type SourceGroup } from '../../plan/plan.ts';
import { foldText } from '../../text/fold.ts';
import { headingWords } from './heading/words.ts';

const SUPPORT =
  /([^.,;:()\n]{2,80}?)\s+(?:ho tro|bo tri|cap|doi ung|bao dam)\s+(?:(?:kinh phi|von)\s+)?(?:(?:trong\s+)?(\d{1,2})\s+nam|nam)?\s*\(?\s*(?:tu\s+)?(?:nam\s+)?(20\d\d)(?:\s*(?:-|–|den|toi)\s*(?:nam\s+)?(20\d\d))?\s*\)?/g;

/**
 * The years that footnotes say a source funds: "Ngân sách Trung ương hỗ trợ 04 năm (2022 - 2025)". A source that no
 * footnote names is not in the answer. Years outside the period, and a count that is not that of the years, are not taken.
 */
export function footnoteYears(
  lines: readonly string[],
  period: Period,
): ReadonlyMap<SourceGroup, readonly Year[]> {
  const found = new Map<SourceGroup, readonly Year[]>();
  for (const line of lines) {
    for (const [, who = '', count, first = '', last = first] of foldText(line).matchAll(SUPPORT)) {
      const { source } = headingWords(who.replace(/^\s*(?:ghi chu|va|con|\*|-|\d\.)\s*/, ''));
      const group = SOURCE_GROUPS.find((one) => one === source);
      const [from, to] = [Number(first), Number(last)];
      if (!group || from < period.first || to > period.last || to < from) continue;
      const years = Array.from({ length: to - from + 1 }, (_, at) => year(from + at));
      if (count !== undefined && Number(count) !== years.length) continue;
      if (!found.has(group)) found.set(group, years);
    }
  }
  return found;
}
