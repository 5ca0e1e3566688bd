import type { FormTable } from '../forms/table.ts';
import { UNIT_NAME } from '../money/unit.ts';

/** A line around the table (domain.md, "How an appendix looks"); sizes in points. */
export interface PrintedLine {
  readonly text: string;
  readonly size: number;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly align: 'left' | 'center' | 'right';
  /** Points above the text. */
  readonly space: number;
}

export const DECLARED_UNIT = 'Đơn vị tính:';

/** An appendix prints its title in capitals (NĐ 30/2020/NĐ-CP). */
export function printedTitle(title: string): string {
  return title.toUpperCase();
}

const PLAIN: Omit<PrintedLine, 'text'> = { size: 12, bold: false, italic: false, align: 'left', space: 0 };

/** What stands above the table. The decision may be empty. */
export interface LinesAbove {
  readonly heading: PrintedLine;
  readonly title: PrintedLine;
  readonly decision: PrintedLine;
  readonly unit: PrintedLine;
}

export function linesAbove(table: FormTable): LinesAbove {
  const unit = UNIT_NAME[table.unit];
  const declared = `${DECLARED_UNIT} ${unit.charAt(0).toUpperCase()}${unit.slice(1)}`;
  return {
    heading: { ...PLAIN, text: `PHỤ LỤC ${table.number}`.trim(), size: 14, bold: true, align: 'center' },
    title: { ...PLAIN, text: printedTitle(table.title), size: 13, bold: true, align: 'center' },
    decision: { ...PLAIN, text: table.decision, size: 13, italic: true, align: 'center' },
    unit: { ...PLAIN, text: declared, italic: true, align: 'right', space: 10 },
  };
}

/** The total in words and the footnotes, "./." where they end; and the signature, whose lines may be empty. */
export interface LinesBelow {
  readonly content: readonly PrintedLine[];
  readonly signature: readonly PrintedLine[];
}

export function linesBelow(table: FormTable): LinesBelow {
  const notes = table.footnotes.map((note, at) => (at === 0 ? `Ghi chú: ${note}` : note));
  const texts = [table.words, ...notes].filter((text, at) => at > 0 || text !== '');
  return {
    content: texts.map((text, at) => ({
      ...PLAIN,
      text: at === texts.length - 1 ? `${text.trimEnd().replace(/\.$/, '')}./.` : text,
      bold: at === 0 && table.words !== '',
      italic: true,
      space: at === 0 ? 8 : 0,
    })),
    signature: table.signature.map((text) => ({ ...PLAIN, text, size: 13, bold: true, align: 'center' })),
  };
}
