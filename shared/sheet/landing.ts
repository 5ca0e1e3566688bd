import type { Line } from '../forms/layout.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { foldText } from '../text/fold.ts';
import { isBlankCell, type PastedRows, pastedText } from './block-cells.ts';
import type { SheetColumn } from './cell-place.ts';
import type { Rect, Sheet } from './sheet.ts';

/** Where a row of the block lands: a line, a row that is yet to be added, or nowhere (a blank row past the last). */
export type LandingLine = Line | 'new' | null;

export interface Landing {
  /** Without columns past the sheet's last. */
  readonly rect: Rect;
  /** By row from the top of `rect`, as often as the block is repeated. */
  readonly lines: readonly LandingLine[];
  readonly columns: readonly SheetColumn[];
  readonly rowsMissing: number;
  /** Why the block does not fit at all. */
  readonly refusal: Refusal | null;
}

/** Every new row is an edit of its own that moves all rows after it; more of them at once is a mistake of the target. */
export const NEW_ROW_LIMIT = 2_000;

/**
 * Where a block lands: one cell fills the whole target, a block that the target is a multiple of is repeated in it, any
 * other lies once at its top left. Rows past the last one are missing, save those that are the form's own total rows.
 */
export function land(sheet: Sheet, target: Rect, rows: PastedRows, width: number): Landing {
  const rowLines = sheet.lines.findIndex((line) => line.kind === 'total');
  const last = (rowLines < 0 ? sheet.lines.length : rowLines) - 1;
  // Total rows at the bottom of a selection are not meant: there is nothing to paste into.
  const bottom = target.top <= last ? Math.min(target.bottom, last) : target.bottom;
  const top = last < 0 ? 0 : target.top;
  const tall = extent(bottom - target.top + 1, rows.length);
  const wide = extent(target.right - target.left + 1, width);
  const repeated = tall !== null && wide !== null;
  const height = repeated ? tall : rows.length;
  const asked = repeated ? wide : width;
  const columns = sheet.columns.slice(target.left, target.left + asked);
  const outside = asked > columns.length && !isBlankBeyond(rows, columns.length);

  const onTotals = last >= 0 && top > last;
  const lines: LandingLine[] = [];
  let rowsMissing = 0;
  for (let at = 0; at < height; at += 1) {
    const line = sheet.lines[top + at];
    if (onTotals || top + at <= last) {
      lines.push(line ?? null);
      continue;
    }
    const beyond = lineBeyond(sheet, rows[at % rows.length] ?? [], columns);
    if (beyond === 'new') rowsMissing += 1;
    lines.push(beyond);
  }
  while (lines.length > 1 && lines.at(-1) === null) lines.pop();
  return {
    rect: { top, left: target.left, bottom: top + lines.length - 1, right: target.left + columns.length - 1 },
    lines,
    columns,
    rowsMissing,
    refusal: outside
      ? refuse('paste.tooWide', { columns: asked, room: columns.length }).refusal
      : rowsMissing > NEW_ROW_LIMIT
        ? refuse('paste.tooManyRows', { rows: rowsMissing, limit: NEW_ROW_LIMIT }).refusal
        : null,
  };
}

/** How far a block reaches in a target of so many cells; null where it does not fit in whole. */
function extent(target: number, block: number): number | null {
  if (target % block === 0) return target;
  return target === 1 ? block : null;
}

function isBlankBeyond(rows: PastedRows, room: number): boolean {
  return rows.every((row) => row.slice(room).every(isBlankCell));
}

/** What officers and programs call a total row, folded. */
const TOTAL_NAMES: readonly string[] = ['tong cong', 'tong so', 'tong', 'cong', 'tong kinh phi'];

/** A total row that was copied along is held against the form's own; it must not become a row that counts twice. */
function lineBeyond(sheet: Sheet, row: PastedRows[number], columns: readonly SheetColumn[]): LandingLine {
  if (row.every(isBlankCell)) return null;
  const titles = row.flatMap((cell, at) => {
    const kind = columns[at]?.kind;
    const title = kind === 'name' || kind === 'ordinal' ? pastedText(cell, sheet.plan.header.unit) : '';
    return title.trim() === '' ? [] : [foldText(title.trim())];
  });
  const totals = sheet.lines.filter((line) => line.kind === 'total');
  const named = totals.find((line) => titles.includes(foldText(line.name)));
  if (named) return named;
  const [only, second] = totals;
  const total = titles.some((title) => TOTAL_NAMES.includes(title.replace(/[:\s]+$/, '')));
  return total && only && !second ? only : 'new';
}
