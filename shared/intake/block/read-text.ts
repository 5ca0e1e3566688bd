import { ok, type Result, refuse } from '../../refusal.ts';

/** A clipboard's text as rows of cells, nothing understood yet. */
export interface RawBlock {
  readonly rows: readonly (readonly string[])[];
  /** Cells of the longest row. */
  readonly width: number;
  /** Whether some rows are shorter: what is missing there is not the same as blank. */
  readonly ragged: boolean;
}

export type BlockTextCode = 'block.empty' | 'block.tooManyCells' | 'block.tooLong';

/** No appendix is so large: 5 000 rows of 40 columns. Cells of an empty row count too. */
export const CELL_LIMIT = 200_000;
/** In UTF-16 units. */
export const CHARACTER_LIMIT = 20_000_000;

const TAB = 0x09;
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const QUOTE = '"';

/**
 * Reads tab-separated text as Excel, LibreOffice, Word and browsers put it on a clipboard: any line ends, a last one that
 * opens no row, cells with tabs and line ends in quotes. A quote that closes nowhere, or stands inside a cell, is a letter
 * like others: nothing is lost. Line ends inside a cell become one character; all text is NFC.
 */
export function readBlockText(text: string): Result<RawBlock, BlockTextCode> {
  if (text.length > CHARACTER_LIMIT) return refuse('block.tooLong', { limit: CHARACTER_LIMIT });
  const clean = text
    .replaceAll('\0', '')
    .replace(/^\uFEFF/, '')
    .normalize('NFC');
  if (clean === '') return refuse('block.empty');
  const rows: string[][] = [];
  let row: string[] = [];
  let cells = 0;
  let width = 0;
  let narrowest = Number.POSITIVE_INFINITY;
  for (let at = 0; at <= clean.length; ) {
    const closing = closingQuote(clean, at);
    const end = closing === -1 ? cellEnd(clean, at) : closing + 1;
    row.push(closing === -1 ? clean.slice(at, end) : unquoted(clean.slice(at + 1, closing)));
    cells += 1;
    if (cells > CELL_LIMIT) return refuse('block.tooManyCells', { limit: CELL_LIMIT });
    const next = afterMark(clean, end);
    if (clean.charCodeAt(end) !== TAB) {
      rows.push(row);
      width = Math.max(width, row.length);
      narrowest = Math.min(narrowest, row.length);
      row = [];
      // The line end that closes the last row opens no other.
      if (next === clean.length && end < clean.length) break;
    }
    at = next;
  }
  return ok({ rows, width, ragged: narrowest < width });
}

/** Where the quote that opens a cell is closed, which must be the cell's end; −1 where the cell is not in quotes. */
function closingQuote(text: string, start: number): number {
  if (!text.startsWith(QUOTE, start)) return -1;
  let at = text.indexOf(QUOTE, start + 1);
  while (at !== -1 && text.startsWith(QUOTE, at + 1)) at = text.indexOf(QUOTE, at + 2);
  return at !== -1 && isMark(text, at + 1) ? at : -1;
}

function cellEnd(text: string, start: number): number {
  let at = start;
  while (!isMark(text, at)) at += 1;
  return at;
}

/** Whether a cell ends here: at a tab, a line end, or the end of the text. */
function isMark(text: string, at: number): boolean {
  if (at >= text.length) return true;
  const code = text.charCodeAt(at);
  return code === TAB || code === LINE_FEED || code === CARRIAGE_RETURN;
}

/** Past the tab or line end at `at`; past the end of the text where the text ends without one. */
function afterMark(text: string, at: number): number {
  if (at >= text.length) return text.length + 1;
  return text.startsWith('\r\n', at) ? at + 2 : at + 1;
}

function unquoted(text: string): string {
  return text.replaceAll('""', QUOTE).replaceAll(/\r\n?/g, '\n');
}
