import type { FormTable } from '../forms/table.ts';
import {
  type HeadingSpan,
  headerDepth,
  headingDepth,
  headingHeights,
  headingSpans,
  numberSpans,
  spansWithin,
} from './heading-spans.ts';
import type { PageFit } from './page-fit.ts';
import { heightOfLines, textHeight } from './text-height.ts';

/** Columns that one page holds: TT, Nội dung, some of the form's amount columns, and Ghi chú on the last part. */
export interface PagePart {
  /** Amount columns from `from` to before `to`. */
  readonly from: number;
  readonly to: number;
  readonly notes: boolean;
  /** Of all its columns, in points. */
  readonly widths: readonly number[];
  /** Header rows and this part's columns from 0: TT is column 0. */
  readonly headings: readonly HeadingSpan[];
  /** By header row, in points; alike in all parts, so that rows begin at one height on pages side by side. */
  readonly headingHeights: readonly number[];
}

/** TT and Nội dung. */
export const LABEL_COLUMNS = 2;

/** A table that is nearly as wide as its page is made as wide: the lines around it end where it ends. */
const NEARLY = 0.92;

/** The parts that a form is printed in side by side, on pages of `room` points; one where it is one page wide. */
export function pageParts(table: FormTable, fit: PageFit, room: number): PagePart[] {
  const depth = headingDepth(table.headings);
  const rows = headerDepth(table);
  const spans = headingSpans(table.headings);
  let from = 0;
  const parts = fit.pages.map((count): PagePart => {
    const to = from + count;
    const notes = fit.note !== null && to === table.columns.length;
    const own = [...fit.amounts.slice(from, to), ...(notes ? [fit.note ?? 0] : [])];
    const widths = stretched([fit.ordinal, fit.name], own, room);
    const whole = (title: string, column: number): HeadingSpan => {
      return { title, top: 0, bottom: depth - 1, left: column, right: column };
    };
    const numbers = numberSpans(table);
    const labelled = numbers.slice(0, LABEL_COLUMNS);
    const numbered = numbers
      .slice(LABEL_COLUMNS + from, LABEL_COLUMNS + to + (notes ? 1 : 0))
      .map((span, at) => ({ ...span, left: LABEL_COLUMNS + at, right: LABEL_COLUMNS + at }));
    const headings = [
      whole('TT', 0),
      whole('Nội dung', 1),
      ...spansWithin(spans, from, to).map((span) => ({
        ...span,
        left: span.left + LABEL_COLUMNS,
        right: span.right + LABEL_COLUMNS,
      })),
      ...(notes ? [whole('Ghi chú', widths.length - 1)] : []),
      ...labelled,
      ...numbered,
    ];
    const heights = headingHeights(headings, rows, heightOfLines(1, fit.size), ({ title, left, right }) => {
      const width = widths.slice(left, right + 1).reduce((sum, one) => sum + one, 0);
      return textHeight(title, { size: fit.size, bold: true, indent: 0 }, width);
    });
    const part = { from, to, notes, widths, headings, headingHeights: heights };
    from = to;
    return part;
  });
  const tallest = Array.from({ length: rows }, (_, row) =>
    Math.max(...parts.map((part) => part.headingHeights[row] ?? 0)),
  );
  return parts.map((part) => ({ ...part, headingHeights: tallest }));
}

/** TT and Nội dung are as wide in every part, so that its rows are as high. */
function stretched(labels: readonly number[], own: readonly number[], room: number): number[] {
  const wide = [...labels, ...own].reduce((sum, one) => sum + one, 0);
  const more = wide >= room * NEARLY && wide <= room ? (room - wide) / own.length : 0;
  return [...labels, ...own.map((width) => width + more)];
}
