import { sheetText } from '../../../shared/intake/sheet-text.ts';
import { escapeXml } from './xml-text.ts';

/** A text as XML of a cell. Spreadsheets take _x000D_ for a character code: what looks like one is written with its own. */
export function cellTextXml(text: string): string {
  return escapeXml(sheetText(text).replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_'));
}
