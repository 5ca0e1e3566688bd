import type { Unit } from '../money/unit.ts';

/** How a zero is printed. */
export const ZEROS = ['dash', 'blank', 'zero'] as const;
export type Zero = (typeof ZEROS)[number];

export const PAPERS = ['A4', 'A3'] as const;
export type Paper = (typeof PAPERS)[number];

/** What an officer may choose of how a form is printed; null leaves it to the plan or to what fits. */
export interface PrintOptions {
  /** Where total rows stand. */
  readonly totals: 'first' | 'last';
  /** Whether a row under the heading numbers the columns. */
  readonly numbers: boolean;
  readonly unit: Unit | null;
  /** 0 to 6; an amount that would show as zero gets the decimals that its first digit needs. */
  readonly decimals: number | null;
  readonly zero: Zero;
  readonly paper: Paper | null;
  readonly words: boolean;
  readonly footnotes: boolean;
  readonly signature: boolean;
  /** Workbooks without formulas: their results alone. */
  readonly valuesOnly: boolean;
}

/** As a decision's appendix has it; the signature block is printed where the plan has one. */
export const OFFICIAL_OPTIONS: PrintOptions = {
  totals: 'last',
  numbers: false,
  unit: null,
  decimals: null,
  zero: 'dash',
  paper: null,
  words: true,
  footnotes: true,
  signature: true,
  valuesOnly: false,
};

/** Something to be said of a form before it is printed; worded by `shared/messages`. */
export interface Notice {
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
}
