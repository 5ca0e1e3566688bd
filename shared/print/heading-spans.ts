import type { FormTable, Heading } from '../forms/table.ts';

/** A heading over its columns: header rows and amount columns from 0, both ends included. */
export interface HeadingSpan {
  readonly title: string;
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** How many header rows a form's headings need. */
export function headingDepth(headings: readonly Heading[]): number {
  return Math.max(
    1,
    ...headings.map((heading) => ('children' in heading ? 1 + headingDepth(heading.children) : 1)),
  );
}

/** How many rows stand over a table: its headings, and the row that numbers its columns. */
export function headerDepth({ headings, numbers }: Pick<FormTable, 'headings' | 'numbers'>): number {
  return headingDepth(headings) + (numbers ? 1 : 0);
}

/** The row that numbers the columns, under the headings; columns from 0, TT the first. */
export function numberSpans({ headings, numbers }: Pick<FormTable, 'headings' | 'numbers'>): HeadingSpan[] {
  const row = headingDepth(headings);
  return (numbers ?? []).map((title, column) => ({
    title,
    top: row,
    bottom: row,
    left: column,
    right: column,
  }));
}

/** Headings as merged cells: one spans its columns, and one without parts reaches down to the last header row. */
export function headingSpans(headings: readonly Heading[]): HeadingSpan[] {
  return spansFrom(headings, 0, 0, headingDepth(headings) - 1);
}

function spansFrom(headings: readonly Heading[], top: number, first: number, last: number): HeadingSpan[] {
  let left = first;
  return headings.flatMap((heading): HeadingSpan[] => {
    const from = left;
    left += leavesOf(heading);
    const right = left - 1;
    if (!('children' in heading)) return [{ title: heading.title, top, bottom: last, left: from, right }];
    const own: HeadingSpan = { title: heading.title, top, bottom: top, left: from, right };
    return [own, ...spansFrom(heading.children, top + 1, from, last)];
  });
}

function leavesOf(heading: Heading): number {
  return 'children' in heading ? heading.children.reduce((sum, child) => sum + leavesOf(child), 0) : 1;
}

/** The spans over the columns from `from` to before `to`, counted anew from 0; a heading that is cut keeps its title. */
export function spansWithin(spans: readonly HeadingSpan[], from: number, to: number): HeadingSpan[] {
  return spans
    .filter(({ left, right }) => right >= from && left < to)
    .map((span) => ({
      ...span,
      left: Math.max(span.left, from) - from,
      right: Math.min(span.right, to - 1) - from,
    }));
}

/**
 * Header rows as tall as their own headings need; one that reaches down gets what it still lacks from the last row.
 * `needed` says how tall a heading stands, in points; no row is lower than `least`.
 */
export function headingHeights<Span extends HeadingSpan>(
  spans: readonly Span[],
  depth: number,
  least: number,
  needed: (span: Span) => number,
): number[] {
  const heights = new Array<number>(depth).fill(least);
  for (const span of spans) {
    if (span.top === span.bottom) heights[span.top] = Math.max(heights[span.top] ?? 0, needed(span));
  }
  for (const span of spans) {
    const own = heights.slice(span.top).reduce((sum, one) => sum + one, 0);
    const lacking = needed(span) - own;
    if (span.top < span.bottom && lacking > 0) heights[depth - 1] = (heights[depth - 1] ?? 0) + lacking;
  }
  return heights;
}
