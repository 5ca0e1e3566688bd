import { ZERO } from '../money/dong.ts';
import { amountAt } from '../plan/edit/amounts.ts';
import type { Change } from '../plan/edit/edit.ts';
import type { RowId } from '../plan/ids.ts';
import { type Plan, yearsOf } from '../plan/plan.ts';
import { blockLabel } from './block-label.ts';
import { EditList } from './edit-list.ts';
import { heldAmount, type LeafColumn, leafColumn } from './leaf-column.ts';
import { coveredColumns } from './rects.ts';
import type { Rect, Sheet } from './sheet.ts';

/** Delete over a selection: amounts become zero, notes empty. Totals and names stay. Null where nothing would change. */
export function clearCells(sheet: Sheet, rects: readonly Rect[]): Change | null {
  const list = new EditList();
  const columns = sheet.columns.map((column) => ({ column, leaf: leafColumn(column) }));
  let count = 0;
  let first: number | null = null;
  sheet.lines.forEach((line, at) => {
    if (line.id === null) return;
    const before = count;
    for (const place of coveredColumns(rects, at, columns.length)) {
      const { column, leaf } = columns[place] ?? {};
      if (column?.kind === 'note' && line.note !== '') {
        list.setText(line.id, 'note', '');
        count += 1;
      } else if (leaf && line.leaf) {
        const held = heldAmount(sheet.totals, line.at, leaf);
        if (held === 0n) continue;
        if (held === 'mixed') clearEveryYear(sheet.plan, line.id, leaf, list);
        else list.setAmount(line.id, leaf, ZERO);
        count += 1;
      }
    }
    if (count > before) first ??= at;
  });
  if (count === 0) return null;
  return { label: blockLabel('change.clear', count, sheet.lines[first ?? -1] ?? null), edits: list.edits() };
}

/** "≠" may come of money in a year that the source does not fund: a cell that was cleared must not go on to show it. */
function clearEveryYear(plan: Plan, row: RowId, { source, capital }: LeafColumn, list: EditList): void {
  for (const year of yearsOf(plan.period)) {
    const leaf = { row, year, source, capital };
    if (amountAt(plan, leaf) !== 0n) list.amounts.push({ ...leaf, amount: ZERO });
  }
}
