import { type Face, lineCount } from './text-width.ts';

/** Space inside a cell, left and right together, in points. */
export const CELL_PADDING = 6;

/** One step of indentation in a spreadsheet: three spaces of the workbook's default font (12 pt). */
export const INDENT_WIDTH = 9;

/** Excel gives a line of Times New Roman about 1,3 em; LibreOffice and browsers a little less. */
const LINE_HEIGHT = 1.3;
const HEIGHT_PADDING = 3;
/** Programs measure text differently by a few per cent: better one line too many than one cut. */
const SURE = 0.96;

export interface TextLook extends Face {
  /** Steps. */
  readonly indent: number;
}

/** The room that wrapped text has in a cell of that width, both in points. */
export function textRoom(width: number, indent: number): number {
  return (width - CELL_PADDING - indent * INDENT_WIDTH) * SURE;
}

/** The height that wrapped text needs in a cell of that width; points. */
export function textHeight(text: string, look: TextLook, width: number): number {
  return heightOfLines(lineCount(text, look, textRoom(width, look.indent)), look.size);
}

export function heightOfLines(lines: number, size: number): number {
  return Math.ceil(lines * size * LINE_HEIGHT + HEIGHT_PADDING);
}

/** How many lines stand in a cell of that height, both in points: at least one. */
export function linesInHeight(height: number, size: number): number {
  return Math.max(1, Math.floor((height - HEIGHT_PADDING) / (size * LINE_HEIGHT)));
}
