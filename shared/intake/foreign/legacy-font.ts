import type { RawSheet } from '../raw-workbook.ts';

/** A font whose letters are not Unicode's, and the cell where it was found first. */
export interface LegacyFont {
  readonly font: string;
  readonly encoding: 'TCVN3' | 'VNI';
  readonly sheet: string;
  readonly cell: string;
}

/**
 * The first text of a sheet set in a font of the old encodings: ".VnTime" and its like are TCVN3, "VNI-Times" is VNI. Read
 * as Unicode such a text is no Vietnamese, so nothing of the file is taken.
 */
export function legacyFont(sheets: readonly RawSheet[]): LegacyFont | null {
  for (const { name, hidden, cells } of sheets) {
    if (hidden) continue;
    for (const [cell, { font, value }] of cells) {
      if (font === undefined || value.kind !== 'text' || !/[^\x20-\x7e\s]/.test(value.text)) continue;
      return { font, encoding: /^\.vn/i.test(font) ? 'TCVN3' : 'VNI', sheet: name, cell };
    }
  }
  return null;
}
