import type { FormTable } from '../../../shared/forms/table.ts';
import {
  type HeadingSpan,
  headerDepth,
  headingDepth,
  headingHeights,
  headingSpans,
  numberSpans,
} from '../../../shared/print/heading-spans.ts';
import { heightOfLines, PLAIN, textHeight } from './cell-style.ts';
import type { CellRange, CellStyle, PlacedCell } from './sheet-model.ts';

export interface HeadingCells {
  readonly cells: readonly PlacedCell[];
  readonly merges: readonly CellRange[];
  /** By header row, in points. */
  readonly heights: readonly number[];
}

/**
 * The header as merged cells: a heading spans its columns, and one without parts reaches down to the last header row.
 * TT and Nội dung stand before the form's columns (which begin at column 3), Ghi chú after them.
 */
export function headingCells(
  table: FormTable,
  top: number,
  widths: readonly number[],
  size: number,
): HeadingCells {
  const depth = headingDepth(table.headings);
  const whole = (title: string, column: number): HeadingSpan => {
    return { title, top: 0, bottom: depth - 1, left: column, right: column };
  };
  // Header rows from 0, columns as on the sheet.
  const spans: HeadingSpan[] = [
    whole('TT', 1),
    whole('Nội dung', 2),
    ...headingSpans(table.headings).map((span) => ({
      ...span,
      left: span.left + 3,
      right: span.right + 3,
    })),
    ...(table.notes ? [whole('Ghi chú', 3 + table.columns.length)] : []),
    ...numberSpans(table).map((span) => ({ ...span, left: span.left + 1, right: span.right + 1 })),
  ];
  const style: CellStyle = { ...PLAIN, size, bold: true, align: 'center', border: 'thin' };
  const heights = headingHeights(
    spans,
    headerDepth(table),
    heightOfLines(1, size),
    ({ title, left, right }) => {
      const width = widths.slice(left - 1, right).reduce((sum, one) => sum + one, 0);
      return textHeight(title, style, width);
    },
  );
  const placed = spans.map((span) => ({ ...span, top: top + span.top, bottom: top + span.bottom }));
  return {
    cells: placed.flatMap((span) => cellsOf(span, style)),
    merges: placed.filter((span) => span.top < span.bottom || span.left < span.right),
    heights,
  };
}

/** Every cell of a merged range carries the style, so that its borders are drawn all around. */
function cellsOf(span: HeadingSpan, style: CellStyle): PlacedCell[] {
  const cells: PlacedCell[] = [];
  for (let row = span.top; row <= span.bottom; row++) {
    for (let column = span.left; column <= span.right; column++) {
      const first = row === span.top && column === span.left;
      cells.push({
        row,
        column,
        content: first ? { kind: 'text', text: span.title } : { kind: 'empty' },
        style,
      });
    }
  }
  return cells;
}
