import type { Change, RowSeed } from '../edit/edit.ts';
import { seedAmounts } from '../edit/rows.ts';
import type { RowId } from '../ids.ts';
import { outlineOf } from '../outline.ts';
import type { Plan, Row } from '../plan.ts';
import { Draft } from './draft.ts';
import { nextCode } from './row-code.ts';
import type { NewRowId } from './row-place.ts';
import { childRows, rowsLabel, runsOf, siblingGroups, topmostRows } from './selected-rows.ts';

/**
 * Copies rows with all below them and their money: the copies of rows of one parent stand together after the last of
 * those. Names stay; codes are new ones of the same levels, and printed numbers follow from the place.
 */
export function duplicateRows(plan: Plan, ids: Iterable<RowId>, newId: NewRowId): Change | null {
  const selected = topmostRows(plan, ids);
  const draft = new Draft(plan);
  for (const { parent, rows } of siblingGroups(plan, selected)) {
    const last = runsOf(childRows(plan, parent), rows).at(-1)?.last ?? -1;
    rows.forEach((id, place) => {
      draft.make({
        kind: 'insertRows',
        parent,
        index: last + 1 + place,
        rows: copied(draft.plan, id, newId),
        takesParentAmounts: null,
      });
    });
  }
  return draft.change(
    rowsLabel(plan, selected, { one: 'change.duplicateRow', several: 'change.duplicateRows' }),
  );
}

function copied(plan: Plan, id: RowId, newId: NewRowId): RowSeed[] {
  const outline = outlineOf(plan.rows);
  const at = outline.index.get(id) ?? -1;
  const copies = new Map<RowId, RowId>();
  const made: Row[] = [];
  return plan.rows.slice(at, outline.end[at]).map((row): RowSeed => {
    const parent = row.parent === null ? null : (copies.get(row.parent) ?? row.parent);
    // The copies so far stand at the end, where their codes are taken and their levels known.
    const code = nextCode({ ...plan, rows: [...plan.rows, ...made] }, parent);
    const copy: Row = { ...row, id: newId(), parent, code, ordinal: null };
    copies.set(row.id, copy.id);
    made.push(copy);
    return { row: copy, amounts: seedAmounts(plan.amounts.get(row.id)) };
  });
}
