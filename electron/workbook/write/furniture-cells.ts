import type { FormTable } from '../../../shared/forms/table.ts';
import * as print from '../../../shared/print/furniture.ts';
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
  const { heading, title, decision, unit } = print.linesAbove(table);
  const rows = [
    [1, heading],
    [TITLE_ROW, title],
    [DECISION_ROW, decision],
    [UNIT_ROW, unit],
  ] as const;
  return placed(
    rows.map(([row, line]) => lineAt(row, line, page.left)),
    page,
  );
}

/** The total in words, the footnotes, "./." where the content ends, and the signature where the header has one. */
export function linesBelow(table: FormTable, top: number, page: FirstPage): FurnitureCells {
  const { content, signature } = print.linesBelow(table);
  const signed = top + content.length + 1;
  return placed(
    [
      ...content.map((line, at) => lineAt(top + at, line, page.left)),
      ...signature.map((line, at) => ({
        ...lineAt(signed + at, line, signatureLeft(page)),
        // Empty lines leave room for the signature itself.
        blank: line.size,
      })),
    ],
    page,
  );
}

function lineAt(row: number, { text, space, ...look }: print.PrintedLine, left: number): Line {
  return { row, text, space, left, style: { ...PLAIN, ...look } };
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
