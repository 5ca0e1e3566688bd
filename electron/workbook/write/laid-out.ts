import type { PlacedCell, SheetRow } from './sheet-model.ts';

/** Cells in any order as rows from the top, their cells from the left. Heights in points, by row. */
export function laidOut(
  cells: readonly PlacedCell[],
  heights: ReadonlyMap<number, number> = new Map(),
): SheetRow[] {
  const byRow = new Map<number, PlacedCell[]>();
  for (const cell of cells) {
    const row = byRow.get(cell.row);
    if (row) row.push(cell);
    else byRow.set(cell.row, [cell]);
  }
  return [...byRow]
    .sort(([one], [other]) => one - other)
    .map(([row, own]) => ({
      row,
      height: heights.get(row) ?? null,
      cells: own.sort((one, other) => one.column - other.column),
    }));
}
