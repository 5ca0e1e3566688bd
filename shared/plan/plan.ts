import type { Dong } from '../money/dong.ts';
import type { Unit } from '../money/unit.ts';
import type { WordsOptions } from '../money/words.ts';
import type { PlanId, RowId, SourceId, Year } from './ids.ts';
import type { Review } from './review.ts';

/**
 * A plan: one funding appendix (phụ lục kinh phí). Immutable; it changes only through `applyEdit`.
 * Rows stand in printed order (a parent directly before its subtree), which is the one order everywhere.
 */
export interface Plan {
  readonly id: PlanId;
  readonly header: Header;
  readonly programme: PlanProgramme;
  readonly period: Period;
  /** Printed order; a sub-source stands after its parent. The three groups are always there. */
  readonly sources: readonly Source[];
  readonly rows: readonly Row[];
  /** What it is held against, and what was said to that. */
  readonly review: Review;
  /** Non-zero leaf amounts only: a leaf that is not here is zero. Only leaf rows and leaf sources hold amounts. */
  readonly amounts: ReadonlyMap<RowId, RowAmounts>;
}

/** All that a form's columns and lines follow from: a plan without its amounts and its header. */
export type PlanFrame = Pick<Plan, 'programme' | 'period' | 'sources' | 'rows'>;

export type RowAmounts = ReadonlyMap<LeafKey, Dong>;

export interface Header {
  readonly title: string;
  /** The line in italics under the title, without its brackets: "Kèm theo Quyết định số …". */
  readonly decision: string;
  readonly locality: string;
  /** The unit that amounts are shown and typed in. */
  readonly unit: Unit;
  /** Footnotes beyond the one on funded years, which follows from the sources. */
  readonly footnotes: readonly string[];
  /** The signature block's lines, or none (a decision's appendix carries none). */
  readonly signature: readonly string[];
  readonly words: WordsOptions;
}

/** What a plan keeps of its programme: programmes come and go, a plan keeps its own names. */
export interface PlanProgramme {
  readonly id: string;
  readonly title: string;
  readonly investment: CapitalLabel;
  readonly recurrent: CapitalLabel;
  /** By depth, the first for top rows; a deeper row uses the last. */
  readonly levels: readonly Level[];
}

export interface CapitalLabel {
  readonly short: string;
  readonly long: string;
}

export interface Level {
  readonly name: string;
  readonly ordinal: OrdinalStyle;
  readonly codePrefix: string;
  readonly codeDigits: number;
}

export const ORDINAL_STYLES = ['number', 'nested', 'roman', 'letter', 'dash'] as const;
export type OrdinalStyle = (typeof ORDINAL_STYLES)[number];

export interface Period {
  readonly first: Year;
  readonly last: Year;
}

export const SOURCE_GROUPS = ['central', 'local', 'other'] as const;
export type SourceGroup = (typeof SOURCE_GROUPS)[number];

/** `none`: money that the source does not classify (other sources; the unclassified remainder of a budget). */
export const CAPITALS = ['investment', 'recurrent', 'none'] as const;
export type Capital = (typeof CAPITALS)[number];

export interface Source {
  readonly id: SourceId;
  /** Null for the three groups. */
  readonly parent: SourceId | null;
  readonly group: SourceGroup;
  readonly name: string;
  /** As headings print it: "NSTW". */
  readonly short: string;
  /** The years it funds, ascending. On a source with sub-sources this is unused: years belong to the leaves. */
  readonly years: readonly Year[];
  /** The kinds its amounts may have, in the order of `CAPITALS`. */
  readonly capitals: readonly Capital[];
  /** Money of another programme (lồng ghép) is flagged so that a sum over programmes never counts it twice. */
  readonly origin: 'own' | 'integrated' | 'carriedOver';
}

export interface Row {
  readonly id: RowId;
  readonly parent: RowId | null;
  /** Stable national code (`DA4-TDA3`), unique in the plan. */
  readonly code: string;
  /** The printed number that the officer set; null lets it follow from the place. */
  readonly ordinal: string | null;
  readonly name: string;
  /** Whether investment capital is expected here: `warn` and `no` are said beside the amount, never blocked. */
  readonly investment: 'yes' | 'warn' | 'no';
  readonly leadAgency: string;
  readonly note: string;
  /** False while the printed name was not seen in an official text. */
  readonly confirmed: boolean;
}

/** Where an amount lives: only leaf rows and leaf sources have leaves. */
export interface Leaf {
  readonly row: RowId;
  readonly year: Year;
  readonly source: SourceId;
  readonly capital: Capital;
}

declare const leafKeyBrand: unique symbol;
/** (year, source, capital) as one key of a row's amounts. */
export type LeafKey = string & { readonly [leafKeyBrand]: 'LeafKey' };

export function leafKey(year: Year, source: SourceId, capital: Capital): LeafKey {
  return `${year}|${source}|${capital}` as LeafKey;
}

/** Keys repeat from row to row: a plan has as many as it has years and kinds of money. */
const parsed = new Map<LeafKey, Readonly<Omit<Leaf, 'row'>>>();
const MOST_PARSED = 4096;

export function parseLeafKey(key: LeafKey): Readonly<Omit<Leaf, 'row'>> {
  const known = parsed.get(key);
  if (known) return known;
  const first = key.indexOf('|');
  const last = key.lastIndexOf('|');
  const place = {
    year: Number(key.slice(0, first)) as Year,
    source: key.slice(first + 1, last) as SourceId,
    capital: key.slice(last + 1) as Capital,
  };
  if (parsed.size >= MOST_PARSED) parsed.clear();
  parsed.set(key, place);
  return place;
}

export function yearsOf(period: Period): Year[] {
  return Array.from({ length: period.last - period.first + 1 }, (_, index) => (period.first + index) as Year);
}
