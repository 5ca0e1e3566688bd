import type { Line } from '../../shared/forms/layout.ts';
import { nameIndent } from './name-indent.ts';

const ONE_LINE = 26;
const TWO_LINES = 43;
const FONT = '13px "Segoe UI", "Noto Sans", "Liberation Sans", system-ui, sans-serif';

/** Pixels that a comfortable row is higher than a compact one. */
const COMFORT = 8;

/** How large the sheet is drawn. */
export interface RowLook {
  /** Of the column of names, in pixels at a zoom of 1. */
  readonly nameWidth: number;
  readonly comfortable: boolean;
  readonly zoom: number;
}

/**
 * Two lines of text where a row's name does not fit into one, or breaks; longer names show whole on hover. In pixels.
 */
export function rowHeight(line: Line, { nameWidth, comfortable, zoom }: RowLook): number {
  const room = nameWidth - nameIndent(line.level) - 10;
  const lines = line.name.includes('\n') || widthOf(line.name, !line.leaf) > room ? TWO_LINES : ONE_LINE;
  return Math.round((lines + (comfortable ? COMFORT : 0)) * zoom);
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
