import type { Selector } from '../engine/selector.ts';
import type { Dong } from '../money/dong.ts';
import type { RowId } from '../plan/ids.ts';

/** What an officer should look at before signing. Nothing here blocks. */
export interface Finding {
  readonly code: FindingCode;
  readonly severity: Severity;
  /** The row that it is about; null for the programme as a whole. */
  readonly row: RowId | null;
  readonly params: Readonly<Record<string, string | number>>;
  /** Parameters that are money: exact, written out by whoever knows the unit. */
  readonly amounts: Readonly<Record<string, Dong>>;
  /** Parameters that are shares, in per cent of a whole. */
  readonly shares: Readonly<Record<string, Share>>;
  /** Exact đồng, what the plan has minus what it should have; null where the finding is not about so much money. */
  readonly difference: Dong | null;
  /** Where to look, the first first. */
  readonly places: readonly Place[];
}

export interface Share {
  readonly part: Dong;
  readonly whole: Dong;
}

export const SEVERITIES = ['error', 'warning', 'information'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** A spot of a plan, whatever form shows it. `cellsOf` finds the cells. */
export type Place =
  | { readonly kind: 'amount'; readonly row: RowId | null; readonly selector: Selector }
  | { readonly kind: 'text'; readonly row: RowId; readonly column: 'name' | 'ordinal' }
  | { readonly kind: 'header'; readonly field: 'title' | 'decision' | 'locality' };

/** The rules, in the order in which they are listed, each with the codes that it finds. */
export const CHECKS = {
  unfunded: ['check.unfunded'],
  negative: ['check.negative'],
  investment: ['check.investment'],
  control: ['check.control'],
  stated: ['check.statedRows', 'check.statedYears', 'check.statedSources', 'check.statedKinds'],
  counterpart: ['check.counterpart'],
  yearsDiffer: ['check.yearsDiffer'],
  finer: ['check.finer'],
  rounding: ['check.rounding'],
  name: ['check.emptyName', 'check.unconfirmedName'],
  code: ['check.sameCode'],
  ordinal: ['check.sameOrdinal', 'check.ordinalGap'],
  money: ['check.noMoney'],
  header: ['check.noTitle', 'check.noDecision', 'check.noLocality'],
  share: ['check.shareStarts', 'check.shareEnds', 'check.shareJumps'],
} as const;

export type CheckId = keyof typeof CHECKS;
export type FindingCode = (typeof CHECKS)[CheckId][number];

export const CHECK_IDS: readonly CheckId[] = [
  'unfunded',
  'negative',
  'investment',
  'control',
  'stated',
  'counterpart',
  'yearsDiffer',
  'finer',
  'rounding',
  'name',
  'code',
  'ordinal',
  'money',
  'header',
  'share',
];

/** Parts that most findings have not. */
const NOTHING = { params: {}, amounts: {}, shares: {}, difference: null, places: [] };

export function finding(
  code: FindingCode,
  severity: Severity,
  row: RowId | null,
  about: Partial<Omit<Finding, 'code' | 'severity' | 'row'>>,
): Finding {
  return { ...NOTHING, ...about, code, severity, row };
}

/** The cell of one leaf amount. */
export function leafPlace(
  row: RowId,
  { year, source, capital }: { readonly year: Selector['years'] } & Pick<Selector, 'source' | 'capital'>,
): Place {
  return { kind: 'amount', row, selector: { years: year, source, capital } };
}
