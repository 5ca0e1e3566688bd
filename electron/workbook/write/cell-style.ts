import * as print from '../../../shared/print/text-height.ts';
import type { CellStyle } from './sheet-model.ts';

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

/** Excel's own limit, in points. */
const TALLEST_ROW = 409;

/** The height that wrapped text needs in a cell of that width; points. */
export function textHeight(text: string, style: CellStyle, width: number): number {
  return Math.min(TALLEST_ROW, print.textHeight(text, style, width));
}

export function heightOfLines(lines: number, size: number): number {
  return Math.min(TALLEST_ROW, print.heightOfLines(lines, size));
}
