import type { FormTable } from '../forms/table.ts';
import type { PageFit } from './page-fit.ts';
import { type RowLook, rowLooks } from './row-look.ts';
import { linesInHeight, type TextLook, textHeight, textRoom } from './text-height.ts';
import { piecesOfLines } from './text-width.ts';

/** A row of the table as it stands on a page; a text longer than a page goes on in further rows without amounts. */
export interface PrintedRow {
  /** Index into the table's rows. */
  readonly row: number;
  readonly look: RowLook;
  readonly ordinal: string;
  readonly name: string;
  readonly note: string;
  /** False where it only goes on with a text. */
  readonly amounts: boolean;
  /** Points. */
  readonly height: number;
  /** Whether it must not be the last one on its page: a parent, or what stands next to total rows. */
  readonly keep: boolean;
}

/** All rows with their heights; none is taller than `tallest`, in points. */
export function printedRows(table: FormTable, fit: PageFit, tallest: number): PrintedRow[] {
  const looks = rowLooks(table);
  const mostLines = linesInHeight(tallest, fit.size);
  return table.rows.flatMap((row, at) => {
    const look = looks[at] ?? { bold: false, indent: 0, ruled: false };
    const style: TextLook = { size: fit.size, bold: look.bold, indent: look.indent };
    // A total row's name stands across TT and Nội dung.
    const nameWidth = row.kind === 'total' ? fit.ordinal + fit.name : fit.name;
    const noteStyle: TextLook = { size: fit.size, bold: false, indent: 0 };
    const noteWidth = fit.note ?? 0;
    const names = piecesOfLines(row.name, style, textRoom(nameWidth, look.indent), mostLines);
    const notes = table.notes ? piecesOfLines(row.note, noteStyle, textRoom(noteWidth, 0), mostLines) : [''];
    const count = Math.max(names.length, notes.length);
    return Array.from({ length: count }, (_, piece): PrintedRow => {
      const ordinal = piece === 0 ? row.ordinal : '';
      const name = names[piece] ?? '';
      const note = notes[piece] ?? '';
      return {
        row: at,
        look,
        ordinal,
        name,
        note,
        amounts: piece === 0,
        height: Math.max(
          textHeight(ordinal, { ...style, indent: 0 }, fit.ordinal),
          textHeight(name, style, nameWidth),
          table.notes ? textHeight(note, noteStyle, noteWidth) : 0,
        ),
        keep: piece === count - 1 && isKeptWithNext(table, at),
      };
    });
  });
}

function isKeptWithNext({ rows }: FormTable, at: number): boolean {
  const [row, next] = [rows[at], rows[at + 1]];
  if (!row || !next) return false;
  return row.kind === 'total' || next.kind === 'total' || next.level > row.level;
}
