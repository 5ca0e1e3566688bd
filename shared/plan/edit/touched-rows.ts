import type { RowId } from '../ids.ts';
import type { PlanEdit } from './edit.ts';

/**
 * The rows that edits name: those whose amounts they set, that they add, take away, move or rewrite. Of a subtree that
 * is removed its root; the others are named by what takes the edit back.
 */
export function touchedRows(edits: readonly PlanEdit[]): ReadonlySet<RowId> {
  return new Set(edits.flatMap(rowsOf));
}

function rowsOf(edit: PlanEdit): RowId[] {
  switch (edit.kind) {
    case 'setAmounts':
    case 'addSource':
      return edit.amounts.map(({ row }) => row);
    case 'insertRows':
      return edit.rows.map(({ row }) => row.id);
    case 'removeRows':
    case 'moveRow':
    case 'updateRow':
      return [edit.row];
    case 'removeSource':
    case 'updateSource':
    case 'setHeader':
    case 'setPeriod':
    case 'setProgramme':
    case 'setCounterpart':
    case 'setAcceptance':
    case 'addControlSet':
    case 'removeControlSet':
    case 'updateControlSet':
      return [];
    default:
      return edit satisfies never;
  }
}
