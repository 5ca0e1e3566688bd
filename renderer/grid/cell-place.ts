import type { FormLayout, LaidColumn, Line } from '../../shared/forms/layout.ts';

/** A column of the grid: the three texts of a row, or one of the form's amount columns. */
export type GridColumn =
  | { readonly kind: 'ordinal' | 'name' | 'note' }
  | { readonly kind: 'amount'; readonly column: LaidColumn };

/** A cell of the grid as the gestures know it. */
export interface CellPlace {
  readonly line: Line;
  readonly column: GridColumn;
}

/** Why nothing can be typed into a cell, as a key of the interface's words; null where it can. */
export function lockedBecause({
  line,
  column,
}: CellPlace): 'cell.refusedRow' | 'cell.refusedTotal' | 'cell.refusedBlank' | null {
  if (column.kind !== 'amount') return line.kind === 'row' ? null : 'cell.refusedRow';
  if (line.rule?.blank.includes(column.column.block)) return 'cell.refusedBlank';
  if (!line.leaf || column.column.leaf === null) return 'cell.refusedTotal';
  // A year that its source does not fund may be typed into: the question whether to fund it comes then.
  return column.column.typedYears.length === 0 ? 'cell.refusedBlank' : null;
}

export function gridColumn(layout: FormLayout, id: string): GridColumn | null {
  if (id === 'ordinal' || id === 'name' || id === 'note') return { kind: id };
  const column = layout.columns.find((one) => one.id === id);
  return column ? { kind: 'amount', column } : null;
}
