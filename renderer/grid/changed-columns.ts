import type { ChangedTotal } from '../../shared/engine/totals.ts';
import type { FormLayout } from '../../shared/forms/layout.ts';

export interface ChangedCells {
  /** Indices into `plan.rows`; the grand total as `GRAND_TOTAL`. */
  readonly rows: ReadonlySet<number>;
  readonly columns: readonly string[];
}

/** From the totals that an edit touched to the rows and columns of a form that show them. */
export function changedCellsOf(layout: FormLayout): (changed: readonly ChangedTotal[]) => ChangedCells {
  const { slots } = layout.shape;
  const showing = new Map<number, string[]>();
  for (const column of layout.columns) {
    for (const { plane, slots: shown } of [column.address, column.periodAddress]) {
      for (const slot of shown) {
        const key = plane * slots + slot;
        const list = showing.get(key) ?? [];
        list.push(column.id);
        showing.set(key, list);
      }
    }
  }
  return (changed) => {
    const rows = new Set<number>();
    const columns = new Set<string>();
    for (const { row, plane, slot } of changed) {
      rows.add(row);
      for (const id of showing.get(plane * slots + slot) ?? []) columns.add(id);
    }
    return { rows, columns: [...columns] };
  };
}
