import type { Dong } from '../../../shared/money/dong.ts';

/** Money would move or go: the officer says how before anything happens. */
export type RowQuestion =
  /** Rows with money would get rows below them: the money goes into a new first one. */
  | {
      readonly kind: 'opened';
      readonly titles: readonly string[];
      readonly byInsert: boolean;
      accept(): void;
    }
  | {
      readonly kind: 'remove';
      /** Of the first row; `count` rows are removed in all, those below included. */
      readonly title: string;
      readonly count: number;
      readonly sum: Dong;
      /** The rows above that could keep the money. */
      readonly takers: readonly string[];
      acceptKeeping(): void;
      accept(): void;
    };
