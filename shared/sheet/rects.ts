import type { Rect } from './sheet.ts';

/** The columns that any of the rectangles covers on a line, ascending, each once. */
export function coveredColumns(rects: readonly Rect[], line: number, columns: number): number[] {
  const across = rects.filter((rect) => rect.top <= line && line <= rect.bottom);
  const [only, second] = across;
  if (!only) return [];
  if (!second) return range(Math.max(0, only.left), Math.min(columns - 1, only.right));
  return range(0, columns - 1).filter((at) => across.some((rect) => rect.left <= at && at <= rect.right));
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, step) => from + step);
}
