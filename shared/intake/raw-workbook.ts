/** A workbook as read: plain data, nothing understood yet. What reads files makes it; what understands them is pure. */
export interface RawWorkbook {
  readonly sheets: readonly RawSheet[];
  /** Defined names that stand for one plain range, by name. */
  readonly names: ReadonlyMap<string, RawRange>;
  /** What the file has and is not read: links to other workbooks, macros. */
  readonly notes: readonly RawNote[];
}

export type RawNote = 'externalLinks' | 'macros';

export interface RawSheet {
  readonly name: string;
  readonly hidden: boolean;
  /** By A1 address; empty cells are not there. */
  readonly cells: RawCells;
  /** Merged ranges, as the file lists them. */
  readonly merges: readonly Omit<RawRange, 'sheet'>[];
  /** Rows and columns from 1 that the file does not show. */
  readonly hiddenRows: ReadonlySet<number>;
  readonly hiddenColumns: ReadonlySet<number>;
}

export interface RawCells extends ReadonlyMap<string, RawCell> {
  /** The same cells by row and column from 1, where the reader keeps them so: a large sheet is then not copied. */
  readonly rows?: RawRows;
}

export type RawRows = ReadonlyMap<number, readonly (RawCell | undefined)[]>;

export interface RawCell {
  readonly value: RawValue;
  readonly isFormula: boolean;
  /** The whole cell is set in bold type. */
  readonly bold?: true;
  /** Steps of indentation, from 1. */
  readonly indent?: number;
  /** The name of a font whose letters are not Unicode's: TCVN3 (".VnTime") or VNI ("VNI-Times"). */
  readonly font?: string;
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
