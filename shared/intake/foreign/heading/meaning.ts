import type { Year } from '../../../plan/ids.ts';
import { knownLineage } from '../../../plan/known-sources.ts';
import type { Capital, Period } from '../../../plan/plan.ts';
import { type HeadingLabel, type HeadingSource, type HeadingWords, headingWords } from './words.ts';

/** What a column of a foreign table was taken for, by its headings from the top down. */
export type ColumnMeaning =
  | { readonly kind: 'label'; readonly label: HeadingLabel }
  /** `years` is null where no heading names any: the table as a whole tells then (`settleYears`). */
  | {
      readonly kind: 'amount';
      readonly years: Year | 'oneYear' | 'period' | null;
      readonly source: HeadingSource | 'all';
      readonly capital: Capital | 'all';
    }
  /** No column of any form: kept as a note. `words` is what was not understood. */
  | { readonly kind: 'unknown'; readonly words: string }
  /** The officer said that it is nothing of the plan. */
  | { readonly kind: 'leftOut' };

export type AmountMeaning = Extract<ColumnMeaning, { kind: 'amount' }>;

/**
 * The meaning of a column. A heading narrows down what stands above it; nothing that an upper heading says is taken
 * back by a lower one, save the source: "Ngân sách nhà nước / NSTW" is central. Headings that contradict each other
 * ("NSTW" over "NSĐP") are not understood.
 */
export function columnMeaning(path: readonly string[]): ColumnMeaning {
  const words = path.map(headingWords);
  const last = words.at(-1);
  if (last?.label) return { kind: 'label', label: last.label };
  const unread = words.map(({ rest }) => rest).filter((rest) => rest !== '');
  if (unread.length > 0 || words.length === 0) return { kind: 'unknown', words: unread.join(' / ') };
  const source = narrowed(words, ({ source: said }) => said, isBudgetPart);
  const capital = narrowed(words, ({ capital: said }) => said);
  const years = narrowed(words, yearsOf, isPeriodPart);
  const silent = !words.some(
    ({ source: one, capital: kind, total, years: when }) =>
      one !== undefined || kind !== undefined || total === true || when !== undefined,
  );
  // "Xã" over a column of names is no budget.
  const levelAlone =
    words.some(({ bareLevel }) => bareLevel) &&
    !words.some(({ source: said, bareLevel }) => said !== undefined && !bareLevel);
  if (
    silent ||
    levelAlone ||
    source === 'contradiction' ||
    capital === 'contradiction' ||
    years === 'contradiction'
  ) {
    return { kind: 'unknown', words: path.join(' / ') };
  }
  const kind = capital ?? 'all';
  // Other money has no kind on the forms: a kind of all money is one of the budget's.
  return {
    kind: 'amount',
    years: years ?? null,
    source: source ?? (kind === 'all' ? 'all' : 'budget'),
    capital: kind,
  };
}

/** The one thing that a path says; `narrows` tells whether a lower heading may make an upper one's more exact. */
function narrowed<Value>(
  words: readonly HeadingWords[],
  said: (words: HeadingWords) => Value | undefined,
  narrows: (upper: Value, lower: Value) => boolean = () => false,
): Value | undefined | 'contradiction' {
  let found: Value | undefined;
  for (const one of words) {
    const value = said(one);
    if (value === undefined || value === found) continue;
    if (found !== undefined && !narrows(found, value)) return 'contradiction';
    found = value;
  }
  return found;
}

/** Central and local are the budget; a level is part of the local budget, loans part of other money. */
function isBudgetPart(upper: HeadingSource, lower: HeadingSource): boolean {
  const lineage = knownLineage(lower);
  return upper === 'budget' ? !lineage.some((one) => one === 'other') : lineage.some((one) => one === upper);
}

function isPeriodPart(upper: Year | 'oneYear' | 'period', lower: Year | 'oneYear' | 'period'): boolean {
  return upper === 'period' && lower !== 'period';
}

function yearsOf({ years }: HeadingWords): Year | 'oneYear' | 'period' | undefined {
  return typeof years === 'object' ? 'period' : years;
}

/** The years that the headings of a table name: ranges and single years, in order. */
export function namedYears(paths: readonly (readonly string[])[]): readonly Year[] {
  const named = new Set<Year>();
  for (const heading of new Set(paths.flat())) {
    const { years } = headingWords(heading);
    if (typeof years === 'number') named.add(years);
    else if (typeof years === 'object') for (const one of [years.first, years.last]) named.add(one);
  }
  return [...named].sort((one, other) => one - other);
}

/**
 * Settles the years of columns whose headings name none. Beside columns of one year ("Kinh phí 01 năm") they show one
 * year too, as the reference form does; beside columns of named years they are the period's totals; a table of one year
 * is that year's. Null where nothing tells: then it is asked, and `answer` is what was said.
 */
export function settleYears(
  meanings: readonly ColumnMeaning[],
  period: Period | null,
  answer?: 'oneYear' | 'period',
): readonly ColumnMeaning[] | null {
  const amounts = meanings.filter((meaning) => meaning.kind === 'amount');
  const open = amounts.some(({ years }) => years === null);
  if (!open) return meanings;
  const settled = (years: AmountMeaning['years']): ColumnMeaning[] =>
    meanings.map((meaning) =>
      meaning.kind === 'amount' && meaning.years === null ? { ...meaning, years } : meaning,
    );
  if (period && period.first === period.last) return settled(period.first);
  if (amounts.some(({ years }) => years === 'oneYear')) return settled('oneYear');
  if (amounts.some(({ years }) => typeof years === 'number')) return settled('period');
  return answer === undefined ? null : settled(answer);
}
