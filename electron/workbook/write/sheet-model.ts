import type { Paper } from '../../../shared/print/page-setup.ts';

/** A sheet as plain data: what it holds and how it looks, independent of the library that writes it. */
export interface SheetModel {
  readonly name: string;
  readonly hidden: boolean;
  /** From the top, each row made when it is asked for: a large plan has more cells than fit in memory. */
  readonly rows: Iterable<SheetRow>;
  /** The last row and column that hold a cell. */
  readonly lastRow: number;
  readonly lastColumn: number;
  readonly merges: readonly CellRange[];
  /** By column from 1, in points. */
  readonly columnWidths: readonly number[];
  /** How many columns and rows stay in sight. */
  readonly frozen: { readonly columns: number; readonly rows: number } | null;
  /** Per cent, on the screen only. */
  readonly zoom: number;
  readonly print: PrintSetup | null;
}

export interface WorkbookModel {
  readonly title: string;
  /** To be written in this order: rows of the second may depend on what those of the first needed. */
  readonly sheets: readonly SheetModel[];
  readonly names: readonly DefinedName[];
}

export interface SheetRow {
  readonly row: number;
  /** Points; null takes the program's height. */
  readonly height: number | null;
  /** From the left. */
  readonly cells: readonly SheetCell[];
}

export interface SheetCell {
  readonly column: number;
  readonly content: CellContent;
  readonly style: CellStyle;
}

export type CellContent =
  | { readonly kind: 'empty' }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly number: number }
  /** The result is what viewers show without computing. */
  | { readonly kind: 'formula'; readonly formula: string; readonly result: number };

/** A cell with its row, where cells are not yet laid out by rows. */
export interface PlacedCell extends SheetCell {
  readonly row: number;
}

export interface CellStyle {
  /** Points. */
  readonly size: number;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly align: 'left' | 'center' | 'right';
  readonly indent: number;
  readonly wrap: boolean;
  readonly border: 'none' | 'thin' | 'ruled';
  readonly numberFormat: string | null;
}

export interface CellRange {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export interface DefinedName {
  readonly name: string;
  readonly sheet: string;
  readonly range: CellRange;
}

export interface PrintSetup {
  readonly paper: Paper;
  readonly area: CellRange;
  /** Rows repeated at the top of every page. */
  readonly titleRows: { readonly first: number; readonly last: number };
  /** Columns repeated at the left where the sheet is several pages wide. */
  readonly titleColumns: { readonly first: number; readonly last: number } | null;
  /** The columns after which a new page begins; empty where the sheet is one page wide. */
  readonly breaksAfter: readonly number[];
  /** The row after which a new page begins, where the program's own breaks would part what belongs together. */
  readonly breakAfterRow: number | null;
  /** Whether its pages are numbered from 1, whatever is printed before it. */
  readonly numberedAnew: boolean;
}
