import type { Place } from '../checks/finding.ts';
import type { Dong } from '../money/dong.ts';

/**
 * A picture as data: amounts over categories, parted into series. Amounts are exact; whoever draws makes sizes of them, and
 * writes what stands beside a mark from the amount itself.
 */
export interface Picture {
  readonly categories: readonly Labelled[];
  /** One picture's marks of a category stand on each other, in this order. */
  readonly series: readonly Labelled[];
  /** Category by category, in the order of the series. */
  readonly marks: readonly Mark[];
}

/** Money of a row, or of all rows together: the cells that show it are found as those of a finding are. */
export type MoneyPlace = Extract<Place, { kind: 'amount' }>;

export interface Labelled {
  readonly id: string;
  readonly label: string;
}

export interface Mark {
  readonly category: string;
  readonly series: string;
  readonly amount: Dong;
  /** The cells that it stands for; null where it stands for several rows together. */
  readonly place: MoneyPlace | null;
}
