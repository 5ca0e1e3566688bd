import type { FormLayout, Line } from '../../shared/forms/layout.ts';
import { columnId, lineId, type SheetColumn, sheetColumns } from '../../shared/sheet/cell-place.ts';

/** The lines and columns of a form that are shown at the moment, and where each stands. */
export interface VisibleSheet {
  readonly layout: FormLayout;
  /** Rows that are neither collapsed nor filtered away, then the total rows. */
  readonly lines: readonly Line[];
  /** How many of `lines` are rows; the total rows after them are pinned. */
  readonly rows: number;
  readonly columns: readonly SheetColumn[];
  readonly lineAt: ReadonlyMap<string, number>;
  readonly columnAt: ReadonlyMap<string, number>;
}

/** `collapsed`: row ids whose rows below are hidden. `kept`: by line index, the rows that a filter leaves; null for all. */
export function visibleSheet(
  layout: FormLayout,
  collapsed: ReadonlySet<string>,
  kept: ReadonlySet<number> | null,
): VisibleSheet {
  const lines = shownLines(layout.lines, collapsed, kept);
  const columns = sheetColumns(layout);
  return {
    layout,
    lines,
    rows: lines.findLastIndex((line) => line.kind === 'row') + 1,
    columns,
    lineAt: new Map(lines.map((line, at) => [lineId(line), at])),
    columnAt: new Map(columns.map((column, at) => [columnId(column), at])),
  };
}

function shownLines(
  lines: readonly Line[],
  collapsed: ReadonlySet<string>,
  kept: ReadonlySet<number> | null,
): readonly Line[] {
  if (collapsed.size === 0 && !kept) return lines;
  let hiddenBelow = Number.POSITIVE_INFINITY;
  return lines.filter((line, at) => {
    if (line.kind === 'total') return true;
    if (line.level <= hiddenBelow) hiddenBelow = Number.POSITIVE_INFINITY;
    else return false;
    if (line.id !== null && collapsed.has(line.id)) hiddenBelow = line.level;
    return kept === null || kept.has(at);
  });
}
