import type { FormLayout, LaidColumn, Line } from '../forms/layout.ts';

/** A column of a sheet: the three texts of a row, or one of the form's amount columns. */
export type SheetColumn =
  | { readonly kind: 'ordinal' | 'name' | 'note' }
  | { readonly kind: 'amount'; readonly column: LaidColumn };

/** A cell of a form as the officer's gestures know it. */
export interface CellPlace {
  readonly line: Line;
  readonly column: SheetColumn;
}

/** Why nothing can be written into a cell, as a code that `shared/messages` words. */
export type LockedCode = 'cell.refusedRow' | 'cell.refusedTotal' | 'cell.refusedBlank';

/** Null where the cell takes a value. A year that its source does not fund does: whether to fund it is asked then. */
export function lockedBecause({ line, column }: CellPlace): LockedCode | null {
  if (column.kind !== 'amount') return line.kind === 'row' ? null : 'cell.refusedRow';
  if (line.rule?.blank.includes(column.column.block)) return 'cell.refusedBlank';
  if (!line.leaf || column.column.leaf === null) return 'cell.refusedTotal';
  return column.column.typedYears.length === 0 ? 'cell.refusedBlank' : null;
}

/** All columns of a laid-out form from left to right: TT, Nội dung, the amounts, and notes where the form has them. */
export function sheetColumns({ columns, form }: FormLayout): SheetColumn[] {
  const amounts = columns.map((column): SheetColumn => ({ kind: 'amount', column }));
  return [
    { kind: 'ordinal' },
    { kind: 'name' },
    ...amounts,
    ...(form.notes ? [{ kind: 'note' } as const] : []),
  ];
}

/** The id of a column within its form: that of the amount column, or the text's own name. */
export function columnId(column: SheetColumn): string {
  return column.kind === 'amount' ? column.column.id : column.kind;
}

/** The line's id within its form: that of the row, or the total row's code. */
export function lineId(line: Line): string {
  return line.id ?? `total:${line.code}`;
}
