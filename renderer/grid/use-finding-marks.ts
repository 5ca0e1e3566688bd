import type { GridApi } from 'ag-grid-community';
import { type RefObject, useEffect } from 'react';
import type { FormLayout, Line } from '../../shared/forms/layout.ts';
import { lineId } from '../../shared/sheet/cell-place.ts';
import type { FoundCells, Reviews } from '../session/reviews.ts';
import type { GridView } from './column-defs.ts';

/** Keeps the marks of what is to be looked at up to the checks, and redraws just the cells whose mark changed. */
export function useFindingMarks(
  reviews: Reviews,
  layout: FormLayout,
  view: GridView,
  api: RefObject<GridApi<Line> | null>,
): void {
  view.found = reviews.store.getState().cells;
  useEffect(() => {
    const totalRows = layout.lines.filter(({ kind }) => kind === 'total').map(lineId);
    return reviews.store.subscribe(({ cells }, { cells: before }) => {
      view.found = cells;
      const grid = api.current;
      if (!grid || grid.isDestroyed()) return;
      for (const [line, columns] of changedMarks(before, cells)) {
        const total = totalRows.indexOf(line);
        const node = total < 0 ? grid.getRowNode(line) : grid.getPinnedBottomRow(total);
        if (node) grid.refreshCells({ rowNodes: [node], columns: [...columns], force: true });
      }
    });
  }, [reviews, layout, view, api]);
}

/** The cells whose mark is another one than before, by line. */
function changedMarks(before: FoundCells, after: FoundCells): Map<string, Set<string>> {
  const changed = new Map<string, Set<string>>();
  const compare = (one: FoundCells, other: FoundCells): void => {
    for (const [line, columns] of one) {
      for (const [column, { severity }] of columns) {
        if (other.get(line)?.get(column)?.severity === severity) continue;
        const list = changed.get(line) ?? new Set<string>();
        changed.set(line, list.add(column));
      }
    }
  };
  compare(before, after);
  compare(after, before);
  return changed;
}
