import { CELL_PADDING } from './page-fit.ts';
import type { CellStyle } from './sheet-model.ts';
import { lineCount } from './text-width.ts';

export const PLAIN: CellStyle = {
  size: 12,
  bold: false,
  italic: false,
  align: 'left',
  indent: 0,
  wrap: true,
  border: 'none',
  numberFormat: null,
};

/** One step of indentation in a spreadsheet: three spaces of the workbook's default font (12 pt). */
export const INDENT_WIDTH = 9;

/** Excel gives a line of Times New Roman about 1,3 em; LibreOffice a little less. */
const LINE_HEIGHT = 1.3;
const HEIGHT_PADDING = 3;
/** Excel's own limit. */
const TALLEST_ROW = 409;
/** Programs measure text differently by a few per cent: better one line too many than one cut. */
const SURE = 0.96;

/** The height that wrapped text needs in a cell of that width; points. */
export function textHeight(text: string, style: CellStyle, width: number): number {
  const room = (width - CELL_PADDING - style.indent * INDENT_WIDTH) * SURE;
  return heightOfLines(lineCount(text, style, room), style.size);
}

export function heightOfLines(lines: number, size: number): number {
  return Math.min(TALLEST_ROW, Math.ceil(lines * size * LINE_HEIGHT + HEIGHT_PADDING));
}
