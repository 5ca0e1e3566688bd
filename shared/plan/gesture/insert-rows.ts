import type { Change } from '../edit/edit.ts';
import type { RowId } from '../ids.ts';
import type { Plan } from '../plan.ts';
import { Draft } from './draft.ts';
import { isRowPlace, type NewRowId, type RowPlace } from './row-place.ts';
import { holdsMoney, insertedRow, newRow } from './rows.ts';
import { rowsLabel } from './selected-rows.ts';

/**
 * So many new rows of one name at a place. The first one under a leaf with money takes that money over: ask before
 * (`leafOpenedAt`). Null where there is no such place, or nothing to insert.
 */
export function insertRowsAt(
  plan: Plan,
  place: RowPlace,
  count: number,
  newId: NewRowId,
  name: string,
): Change | null {
  if (!isRowPlace(plan, place)) return null;
  const { parent } = place;
  const draft = new Draft(plan);
  const made: RowId[] = [];
  for (let index = place.index; index < place.index + count; index++) {
    const row = newRow(draft.plan, parent, newId(), name);
    const takes = parent !== null && holdsMoney(draft.plan, parent) ? row.id : null;
    draft.make(insertedRow(row, index, takes));
    made.push(row.id);
  }
  return draft.change(rowsLabel(draft.plan, made, { one: 'change.insertRow', several: 'change.insertRows' }));
}
