import type { Dong } from '../money/dong.ts';
import type { RowId, SourceId, Year } from './ids.ts';
import type { Capital } from './plan.ts';

/**
 * What an officer holds a plan against before it is signed, and what was said to it: part of the plan, so that it is
 * undone, revised, copied and sent with it. It touches no money. Each list is in the order that is told of it, so that
 * the same review is the same text.
 */
export interface Review {
  /** The counterpart percentages that the office set, by year ascending. A year that is not here has none. */
  readonly counterpart: readonly CounterpartShare[];
  /** Findings that were accepted, by their key ascending. */
  readonly accepted: readonly Acceptance[];
  /** What a superior allocated, set by set as they came: first allocation, supplement. */
  readonly controls: readonly ControlSet[];
}

export interface CounterpartShare {
  readonly year: Year;
  /** Hundredths of a per cent, whole: 10 % is 1000. */
  readonly hundredths: number;
}

export interface Acceptance {
  /** Which check and where: `findingKey` of shared/checks. */
  readonly finding: string;
  /** What it said when it was accepted: where it says something else now, it is open again. */
  readonly says: string;
  readonly reason: string;
}

export interface ControlSet {
  readonly id: string;
  readonly name: string;
  /** By `controlKey` ascending. A zero is a statement; what is not here was not stated. */
  readonly amounts: readonly ControlAmount[];
}

/** What a stated total is the total of; null is all: the programme, the period, every source, every kind. */
export interface ControlPlace {
  readonly row: RowId | null;
  readonly year: Year | null;
  readonly source: SourceId | null;
  readonly capital: Capital | null;
}

export interface ControlAmount extends ControlPlace {
  readonly amount: Dong;
}

export const NO_REVIEW: Review = { counterpart: [], accepted: [], controls: [] };

/** A place as one text: equal where the places are, and the order in which a set keeps its amounts. */
export function controlKey({ row, year, source, capital }: ControlPlace): string {
  return `${row ?? ''}|${year ?? ''}|${source ?? ''}|${capital ?? ''}`;
}
