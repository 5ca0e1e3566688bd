import type { FormTable } from '../../../shared/forms/table.ts';
import { DECLARED_UNIT } from '../../../shared/intake/own-block.ts';
import { printedTitle } from '../../../shared/intake/printed-title.ts';
import { UNIT_NAME } from '../../../shared/money/unit.ts';
import { heightOfLines, PLAIN, textHeight } from './cell-style.ts';
import type { CellRange, CellStyle, PlacedCell } from './sheet-model.ts';

/** The lines around the table (domain.md, "How an appendix looks"), each merged across the first page. */
export interface FurnitureCells {
  readonly cells: readonly PlacedCell[];
  readonly merges: readonly CellRange[];
  readonly heights: ReadonlyMap<number, number>;
}

/** The rows of the lines above the table. */
export const TITLE_ROW = 2;
export const DECISION_ROW = 3;
export const UNIT_ROW = 4;

/** A line without text takes little room. */
const EMPTY_SIZE = 6;

interface Line {
  readonly row: number;
  readonly text: string;
  readonly style: CellStyle;
  readonly left: number;
  /** Points above the text. */
  readonly space: number;
  /** As tall as text of this size where the line is empty. */
  readonly blank?: number;
}

/**
 * The columns that lines around the table stand across, and all widths in points: those of the first page. Where the
 * form is several pages wide, without TT and Nội dung, which are printed again on every page.
 */
export interface FirstPage {
  readonly left: number;
  readonly right: number;
  readonly widths: readonly number[];
}

export function linesAbove(table: FormTable, page: FirstPage): FurnitureCells {
  const centred: CellStyle = { ...PLAIN, align: 'center' };
  const unit = UNIT_NAME[table.unit];
  const declared = `${DECLARED_UNIT} ${unit.charAt(0).toUpperCase()}${unit.slice(1)}`;
  return placed(
    [
      { row: 1, text: 'PHỤ LỤC', style: { ...centred, size: 14, bold: true }, left: page.left, space: 0 },
      {
        row: TITLE_ROW,
        text: printedTitle(table.title),
        style: { ...centred, size: 13, bold: true },
        left: page.left,
        space: 0,
      },
      {
        row: DECISION_ROW,
        text: table.decision,
        style: { ...centred, size: 13, italic: true },
        left: page.left,
        space: 0,
      },
      {
        row: UNIT_ROW,
        text: declared,
        style: { ...PLAIN, italic: true, align: 'right' },
        left: page.left,
        space: 10,
      },
    ],
    page,
  );
}

/** The total in words, the footnotes, "./." where the content ends, and the signature where the header has one. */
export function linesBelow(table: FormTable, top: number, page: FirstPage): FurnitureCells {
  const notes = table.footnotes.map((note, at) => (at === 0 ? `Ghi chú: ${note}` : note));
  const content = [table.words, ...notes];
  const lines = content.map((text, at): Line => {
    const closes = at === content.length - 1;
    return {
      row: top + at,
      text: closes ? `${text.trimEnd().replace(/\.$/, '')}./.` : text,
      style: { ...PLAIN, bold: at === 0, italic: true },
      left: page.left,
      space: at === 0 ? 8 : 0,
    };
  });
  const signed = top + content.length + 1;
  const signature = table.signature.map(
    (text, at): Line => ({
      row: signed + at,
      text,
      style: { ...PLAIN, size: 13, bold: true, align: 'center' },
      left: signatureLeft(page),
      space: 0,
      // Empty lines leave room for the signature itself.
      blank: 13,
    }),
  );
  return placed([...lines, ...signature], page);
}

/** The signature stands in the right part of the page. */
function signatureLeft({ left, right, widths }: FirstPage): number {
  const total = widths.slice(left - 1, right).reduce((sum, width) => sum + width, 0);
  let passed = 0;
  for (let column = left; column < right; column++) {
    if (passed >= total * 0.55) return column;
    passed += widths[column - 1] ?? 0;
  }
  return right;
}

function placed(lines: readonly Line[], { right, widths }: FirstPage): FurnitureCells {
  const heights = new Map<number, number>();
  for (const { row, text, style, left, space, blank = EMPTY_SIZE } of lines) {
    const width = widths.slice(left - 1, right).reduce((sum, one) => sum + one, 0);
    const height = text === '' ? heightOfLines(1, blank) : textHeight(text, style, width);
    heights.set(row, height + space);
  }
  return {
    cells: lines.map(({ row, text, style, left }) => ({
      row,
      column: left,
      content: text === '' ? { kind: 'empty' } : { kind: 'text', text },
      style,
    })),
    merges: lines
      .filter(({ left }) => left < right)
      .map(({ row, left }) => ({ top: row, left, bottom: row, right })),
    heights,
  };
}
