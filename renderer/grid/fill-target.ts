import type { Rect } from '../../shared/sheet/sheet.ts';

/** A drag of the fill handle: what is repeated, and over which cells, the repeated ones included. */
export interface FillDrag {
  readonly source: Rect;
  readonly target: Rect;
  /** Held with Ctrl: continues a series instead of repeating. */
  readonly series: boolean;
}

/** From the cell that the handle was dragged to; the longer way decides between down or up and right or left. */
export function fillTarget(source: Rect, line: number, column: number, series: boolean): FillDrag | null {
  const down = line > source.bottom ? line - source.bottom : line < source.top ? line - source.top : 0;
  const across =
    column > source.right ? column - source.right : column < source.left ? column - source.left : 0;
  if (down === 0 && across === 0) return null;
  const target =
    Math.abs(down) >= Math.abs(across)
      ? { ...source, top: Math.min(source.top, line), bottom: Math.max(source.bottom, line) }
      : { ...source, left: Math.min(source.left, column), right: Math.max(source.right, column) };
  return { source, target, series };
}
