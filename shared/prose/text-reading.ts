import type { Dong } from '../money/dong.ts';
import type { TextFault } from './text-faults.ts';

/** Places count UTF-16 units of the text in NFC. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** What a hedge says of the figure that it stands at. */
export type HedgeSense = 'above' | 'below' | 'about' | 'atLeast' | 'atMost';

export interface Hedge {
  /** As printed: "hơn". */
  readonly text: string;
  readonly sense: HedgeSense;
}

/** The amount in words beside its figure. */
export interface AmountWords {
  readonly text: string;
  readonly dong: Dong;
  readonly agrees: boolean;
}

/** One printed mention of an amount of money. */
export interface TextAmount extends Span {
  /** As printed: "62,5 tỷ đồng". */
  readonly text: string;
  readonly dong: Dong;
  /** One in the last printed place, in đồng: what was printed is right within half of it. */
  readonly place: Dong;
  /** The words that say what it is of: "Ngân sách trung ương". */
  readonly label: string;
  readonly hedge: Hedge | null;
  readonly words: AmountWords | null;
  /** What it is an amount of one of, as in "đồng/hộ"; null for an amount of its own. */
  readonly per: string | null;
}

/** A total with parts that it is, or should be, the sum of. Numbers are places in `amounts`. */
export interface SumCheck {
  readonly total: number;
  readonly parts: readonly number[];
  /** Whether the parts make the total; where a hedge makes it approximate, whether they respect the hedge. */
  readonly holds: boolean;
  /** Parts − total, in đồng. */
  readonly difference: Dong;
  readonly exact: boolean;
  /** The difference is no more than printed roundings can make. */
  readonly roundingExplains: boolean;
}

export type UnreadReason =
  | 'prose.badNumber'
  | 'prose.lostDiacritics'
  | 'prose.unreadableUnit'
  | 'prose.foreignCurrency'
  | 'prose.range'
  | 'prose.vague'
  | 'prose.unitMissing'
  | 'prose.bareFigures'
  | 'prose.brokenCompound'
  | 'prose.wordsUnreadable'
  | 'prose.tooFine'
  | 'prose.tooLarge';

/** What looks like money and could not be read. Nothing is guessed from it. */
export interface Unread extends Span {
  readonly text: string;
  readonly why: UnreadReason;
}

export interface TextReading {
  /** What stands against reading it at all. */
  readonly faults: readonly TextFault[];
  /** The text that the places count in: NFC. */
  readonly text: string;
  readonly amounts: readonly TextAmount[];
  readonly checks: readonly SumCheck[];
  /** For each amount the total that it is said to be a part of, -1 for none. */
  readonly parents: readonly number[];
  readonly unread: readonly Unread[];
}
