import { useCallback } from 'react';
import type { ComparedSides } from '../../../../../shared/api/comparing.ts';
import { cellOf } from '../../../../../shared/checks/finding-cells.ts';
import type { ComparedColumn, ComparedRow } from '../../../../../shared/reconcile/comparison.ts';
import { usePlanContext } from '../../actions/use-action-state.ts';

/** Where a row or one of its amounts stands in the sheet; null where the open plan does not have it. */
export type GoTo = (row: ComparedRow, column: ComparedColumn | null) => (() => void) | null;

/** Of the sides of a comparison, the one of the open plan leads to its cells. */
export function useGoTo({ before, after }: ComparedSides): GoTo {
  const context = usePlanContext();
  return useCallback(
    (row, column) => {
      const { plan } = context.session.store.getState();
      const isOpen = (side: ComparedSides['after']): boolean => side.kind !== 'file' && side.plan === plan.id;
      const own = isOpen(after)
        ? (row.after ?? (isOpen(before) ? row.before : null))
        : isOpen(before)
          ? row.before
          : null;
      if (!own || (own.id !== null && plan.rows.every(({ id }) => id !== own.id))) return null;
      const { id } = own;
      return () => {
        const layout = context.layout();
        const cell = column && cellOf(layout, { kind: 'amount', row: id, selector: column });
        const line = cell ? layout.lines[cell.line] : layout.lines.find((one) => one.id === id);
        if (line) context.hands().goToCell(line, cell?.column ?? 'name');
      };
    },
    [context, before, after],
  );
}
