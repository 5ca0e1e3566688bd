import { useCallback } from 'react';
import { cellOf } from '../../../../../shared/checks/finding-cells.ts';
import type { Stated } from '../../../../../shared/reconcile/wording/statement.ts';
import { usePlanContext } from '../../actions/use-action-state.ts';

/** Leads to the cell that shows a stated place; to the row's name where the form that is open shows none. */
export function useGoToPlace(): (place: Stated) => void {
  const context = usePlanContext();
  return useCallback(
    (place) => {
      const layout = context.layout();
      const { row, ...selector } = place;
      const cell = cellOf(layout, { kind: 'amount', row, selector });
      const line = cell ? layout.lines[cell.line] : layout.lines.find(({ id }) => id === row);
      if (line) context.hands().goToCell(line, cell?.column ?? 'name');
    },
    [context],
  );
}
