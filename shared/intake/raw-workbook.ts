/** A workbook as read: plain data, nothing understood yet. What reads files makes it; what understands them is pure. */
export interface RawWorkbook {
  readonly sheets: readonly RawSheet[];
  /** Defined names that stand for one plain range, by name. */
  readonly names: ReadonlyMap<string, RawRange>;
}

export interface RawSheet {
  readonly name: string;
  readonly hidden: boolean;
  /** By A1 address; empty cells are not there. */
  readonly cells: ReadonlyMap<string, RawCell>;
  /** Merged ranges, as the file lists them. */
  readonly merges: readonly Omit<RawRange, 'sheet'>[];
}

export interface RawCell {
  readonly value: RawValue;
  readonly isFormula: boolean;
}

export type RawValue =
  | { readonly kind: 'number'; readonly number: number }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'boolean'; readonly boolean: boolean }
  /** A number that its format shows as a date. */
  | { readonly kind: 'date' }
  | { readonly kind: 'error'; readonly error: string }
  /** A formula whose result the file does not hold. */
  | { readonly kind: 'unknown' };

/** Rows and columns count from 1. */
export interface RawRange {
  readonly sheet: string;
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}
