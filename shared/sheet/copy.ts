import type { Unit } from '../money/unit.ts';
import { writeAmount } from '../money/write.ts';
import type { CellPlace } from './cell-place.ts';
import { cellAmount, cellText } from './cell-text.ts';
import { copiedHtml } from './copied-html.ts';
import { type OwnCell, writeOwn } from './own-block.ts';
import type { Rect, Sheet } from './sheet.ts';

export interface CopiedCells {
  /** `text/plain`: what the officer sees, in the plan's unit; a zero is a number, not a dash. */
  readonly text: string;
  /** `text/html`: numbers to Excel and LibreOffice, whatever their locale. */
  readonly html: string;
  /** `OWN_TYPE`: exact. */
  readonly own: string;
}

/** `cut` names a cut, so that pasting can find out whether it is still pending. */
export function copyCells(sheet: Sheet, rect: Rect, options: { readonly cut?: string } = {}): CopiedCells {
  const columns = sheet.columns.slice(rect.left, rect.right + 1);
  const lines = sheet.lines.slice(rect.top, rect.bottom + 1);
  const { unit } = sheet.plan.header;
  const rows = lines.map((line) => columns.map((column) => ownCell(sheet, { line, column })));
  const texts = rows.map((row) => row.map((cell) => quoted(shownText(cell, unit))).join('\t'));
  return {
    // A row ends as in Excel; a single one does not, so that it pastes into a sentence.
    text: texts.length === 1 ? texts.join('') : texts.map((row) => `${row}\r\n`).join(''),
    html: copiedHtml(rows, unit),
    own: writeOwn({ rows, width: columns.length, cut: options.cut ?? null }),
  };
}

function ownCell(sheet: Sheet, place: CellPlace): OwnCell {
  if (place.column.kind !== 'amount') return { kind: 'text', text: cellText(sheet, place) };
  const amount = cellAmount(sheet, place);
  if (amount === null) return { kind: 'blank' };
  return amount === 'mixed' ? { kind: 'mixed' } : { kind: 'amount', amount };
}

/** A copied cell as text. */
export function shownText(cell: OwnCell, unit: Unit): string {
  switch (cell.kind) {
    case 'amount':
      return writeAmount(cell.amount, unit);
    case 'text':
      return cell.text;
    case 'mixed':
      return '≠';
    case 'blank':
      return '';
    default:
      return cell satisfies never;
  }
}

function quoted(text: string): string {
  return /["\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
