import type { Line } from '../../shared/forms/layout.ts';
import { NAME_WIDTH, nameIndent } from './column-defs.ts';

export const ONE_LINE = 26;
const TWO_LINES = 43;
const FONT = '13px "Segoe UI", "Noto Sans", "Liberation Sans", system-ui, sans-serif';

/** Two lines of text where a row's name does not fit into one; longer names show whole on hover. */
export function rowHeight(line: Line): number {
  const room = NAME_WIDTH - nameIndent(line.level) - 10;
  return widthOf(line.name, !line.leaf) > room ? TWO_LINES : ONE_LINE;
}

const canvas = document.createElement('canvas').getContext('2d');
const widths = new Map<string, number>();

/** Measured once for each name: a thousand rows must not be measured anew at every edit. */
function widthOf(text: string, bold: boolean): number {
  const key = `${bold ? 'b' : 'n'}${text}`;
  const known = widths.get(key);
  if (known !== undefined || !canvas) return known ?? 0;
  canvas.font = bold ? `600 ${FONT}` : FONT;
  const { width } = canvas.measureText(text);
  widths.set(key, width);
  return width;
}
