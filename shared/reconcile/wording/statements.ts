import { type RowId, sourceId, type Year } from '../../plan/ids.ts';
import { type Plan, yearsOf } from '../../plan/plan.ts';
import { meaningOf } from '../../prose/dimension.ts';
import { type Item, outlineOfText } from '../../prose/outline.ts';
import type { TextAmount, TextReading } from '../../prose/text-reading.ts';
import { isFundingLabel } from './funding-label.ts';
import { RowReferences } from './row-references.ts';
import { type HeadingQuestion, type Section, sectionsOf } from './sections.ts';
import { SourceWords } from './source-words.ts';
import type { OnlyInTextReason, Stated, Statement } from './statement.ts';

export interface Statements {
  readonly statements: readonly Statement[];
  readonly onlyInText: readonly { readonly amount: number; readonly why: OnlyInTextReason }[];
  readonly questions: readonly HeadingQuestion[];
}

/** "(vốn sự nghiệp)": brackets behind an amount that print no amount. */
const NOTE = /^[ \u00a0]*\(([^()\n\d]{2,80})\)/u;
const ONE_YEAR = /(?:mỗi năm|hằng năm|hàng năm|bình quân(?: một| 01)? năm|một năm|01 năm|\/\s*năm)/iu;
const OTHER_MONEY =
  /(?:đã giải ngân|giải ngân|đã thực hiện|lũy kế|tăng thêm|tăng|giảm|vượt|so với|chênh lệch)(?!\p{L})[^,;.:]{0,40}$/iu;
const SENTENCE = /[.!?…](?=[\s\u00a0])|\n/gu;

/**
 * What a text states of a plan (domain.md, "Holding a text against a plan"). An amount takes from its own words what they
 * say, and what they do not from the total that it is a part of, then from the section that it stands in.
 */
export function statementsOf(
  plan: Plan,
  reading: TextReading,
  answers: ReadonlyMap<number, RowId> = new Map(),
): Statements {
  const { text, amounts, parents } = reading;
  const items = outlineOfText(text);
  const itemOf = itemsOfAmounts(items, amounts);
  const hasAmount = new Array<boolean>(items.length).fill(false);
  for (const at of itemOf) hasAmount[at] = true;
  const references = new RowReferences(plan);
  const words = new SourceWords(plan);
  const tables = reading.unread.filter(({ why }) => why === 'prose.bareFigures');
  const { sections, questions } = sectionsOf(text, items, hasAmount, references, answers, tables);
  const years = yearsOf(plan.period);
  const statements: Statement[] = [];
  const onlyInText: { amount: number; why: OnlyInTextReason }[] = [];
  const stated: (Stated | OnlyInTextReason)[] = [];

  const state = (amount: TextAmount, index: number): Stated | OnlyInTextReason => {
    const item = items[itemOf[index] ?? 0];
    const section: Section = sections[itemOf[index] ?? 0] ?? { row: null, doubt: null };
    const above = parents[index] ?? -1;
    // Of a total that stands behind its parts nothing is known yet; its parts speak for themselves.
    const total = above >= 0 && above < index ? stated[above] : undefined;
    if (typeof total === 'string') return total;
    const lead = leadOf(text, item, amounts, index);
    const label = `${lead} ${amount.label}`;
    const perYear = amount.per !== null && /^năm/iu.test(amount.per);
    if (amount.per !== null && !perYear) return 'reconcile.rate';
    if (OTHER_MONEY.test(lead)) return 'reconcile.change';
    const referred =
      references.inLabel(amount.label, total?.row ?? section.row) ??
      (lead === '' ? null : references.inLabel(lead, total?.row ?? section.row));
    if (referred?.kind === 'unknown') return 'reconcile.unknownRow';
    if (referred?.kind === 'contradiction') return 'reconcile.contradiction';
    if (!referred && !total && section.doubt) return `reconcile.${section.doubt}`;
    const row = referred?.kind === 'row' ? referred.row : total ? total.row : section.row;
    const money = words.read(amount.label);
    const named = yearsIn(lead, label);
    const other = named.find((one) => !years.includes(one as Year));
    if (other !== undefined && named.length === 1) return 'reconcile.otherYear';
    const own: Stated['years'] | null =
      perYear || ONE_YEAR.test(lead) ? 'oneYear' : named.length === 1 ? ((named[0] ?? 0) as Year) : null;
    const says = money.source !== null || money.capital !== null || referred !== null || own !== null;
    if (!says && !isFundingLabel(amount.label, plan, row, total !== undefined))
      return 'reconcile.unknownLabel';
    return {
      row,
      source: money.source ?? total?.source ?? 'all',
      capital: money.capital ?? total?.capital ?? 'all',
      years: own ?? total?.years ?? 'period',
    };
  };

  amounts.forEach((amount, index) => {
    const place = state(amount, index);
    stated.push(place);
    if (typeof place === 'string') {
      onlyInText.push({ amount: index, why: place });
      return;
    }
    const note = words.read(NOTE.exec(text.slice(amount.end, amount.end + 90))?.[1] ?? '');
    const more: Stated = {
      ...place,
      source: place.source === 'all' && note.source !== null ? note.source : place.source,
      capital: place.capital === 'all' && note.capital !== null ? note.capital : place.capital,
    };
    const isMore = more.source !== place.source || more.capital !== place.capital;
    statements.push({ amount: index, dong: amount.dong, places: isMore ? [place, more] : [place] });
  });
  return { statements, onlyInText, questions };
}

function itemsOfAmounts(items: readonly Item[], amounts: readonly TextAmount[]): number[] {
  let at = 0;
  return amounts.map(({ start }) => {
    while (at + 1 < items.length && (items[at + 1]?.start ?? 0) <= start) at += 1;
    return at;
  });
}

/** The words of an amount's sentence before it, from the amount before or the beginning of its item. */
function leadOf(text: string, item: Item | undefined, amounts: readonly TextAmount[], index: number): string {
  const start = amounts[index]?.start ?? 0;
  const from = Math.max(item?.body ?? 0, amounts[index - 1]?.end ?? 0);
  const lead = text.slice(Math.min(from, start), start);
  const last = [...lead.matchAll(SENTENCE)].at(-1);
  return last ? lead.slice(last.index + last[0].length) : lead;
}

/** Years that the words name as those of the money: "năm 2023", not the day of a decision. */
function yearsIn(...texts: readonly string[]): number[] {
  return [
    ...new Set(texts.flatMap((text) => meaningOf(text.replaceAll(/tháng \d{1,2} năm \d{4}/giu, '')).years)),
  ];
}

export const ALL_GROUPS = ['central', 'local', 'other'].map(sourceId);
