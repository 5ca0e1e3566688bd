import type { FormTable, Heading } from '../../../shared/forms/table.ts';
import { headingDepth } from '../../../shared/intake/own-block.ts';
import { heightOfLines, PLAIN, textHeight } from './cell-style.ts';
import type { CellRange, CellStyle, PlacedCell } from './sheet-model.ts';

export interface HeadingCells {
  readonly cells: readonly PlacedCell[];
  readonly merges: readonly CellRange[];
  /** By header row, in points. */
  readonly heights: readonly number[];
}

interface Span extends CellRange {
  readonly title: string;
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
  const bottom = top + depth - 1;
  const last = 2 + table.columns.length;
  const spans: Span[] = [
    { title: 'TT', top, left: 1, bottom, right: 1 },
    { title: 'Nội dung', top, left: 2, bottom, right: 2 },
    ...spansOf(table.headings, top, 3, bottom),
    ...(table.notes ? [{ title: 'Ghi chú', top, left: last + 1, bottom, right: last + 1 }] : []),
  ];
  const style: CellStyle = { ...PLAIN, size, bold: true, align: 'center', border: 'thin' };
  return {
    cells: spans.flatMap((span) => cellsOf(span, style)),
    merges: spans.filter((span) => span.top < span.bottom || span.left < span.right),
    heights: heightsOf(spans, top, depth, widths, style),
  };
}

function spansOf(headings: readonly Heading[], top: number, left: number, bottom: number): Span[] {
  let at = left;
  return headings.flatMap((heading): Span[] => {
    const from = at;
    at += leavesOf(heading);
    const right = at - 1;
    if (!('children' in heading)) return [{ title: heading.title, top, left: from, bottom, right }];
    const own: Span = { title: heading.title, top, left: from, bottom: top, right };
    return [own, ...spansOf(heading.children, top + 1, from, bottom)];
  });
}

function leavesOf(heading: Heading): number {
  return 'children' in heading ? heading.children.reduce((sum, child) => sum + leavesOf(child), 0) : 1;
}

/** Every cell of a merged range carries the style, so that its borders are drawn all around. */
function cellsOf(span: Span, style: CellStyle): PlacedCell[] {
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

/** Rows as tall as their own headings need; one that reaches down gets what it still lacks from the last row. */
function heightsOf(
  spans: readonly Span[],
  top: number,
  depth: number,
  widths: readonly number[],
  style: CellStyle,
): number[] {
  const heights = new Array<number>(depth).fill(heightOfLines(1, style.size));
  const needed = (span: Span): number => {
    const width = widths.slice(span.left - 1, span.right).reduce((sum, one) => sum + one, 0);
    return textHeight(span.title, style, width);
  };
  for (const span of spans) {
    if (span.top !== span.bottom) continue;
    heights[span.top - top] = Math.max(heights[span.top - top] ?? 0, needed(span));
  }
  for (const span of spans) {
    const own = heights.slice(span.top - top).reduce((sum, one) => sum + one, 0);
    const lacking = needed(span) - own;
    if (span.top < span.bottom && lacking > 0) heights[depth - 1] = (heights[depth - 1] ?? 0) + lacking;
  }
  return heights;
}
