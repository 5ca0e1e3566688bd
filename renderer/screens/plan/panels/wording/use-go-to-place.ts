import { useCallback } from 'react';
import { placeShowing } from '../../../../../shared/forms/place-showing.ts';
import type { Stated } from '../../../../../shared/reconcile/wording/statement.ts';
import { usePlanContext } from '../../actions/use-action-state.ts';

/** Leads to the cell that shows a stated place; to the row's name where the form that is open shows none. */
export function useGoToPlace(): (place: Stated) => void {
  const context = usePlanContext();
  return useCallback(
    (place) => {
      const layout = context.layout();
      const shown = placeShowing(layout, place);
      const line = shown?.line ?? layout.lines.find(({ id }) => id === place.row);
      if (line) context.hands().goToCell(line, shown?.column.id ?? 'name');
    },
    [context],
  );
}
