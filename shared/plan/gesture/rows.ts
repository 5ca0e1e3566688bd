import type { Change, ChangeLabel, InsertRows, MoveRow, PlanEdit } from '../edit/edit.ts';
import type { RowId } from '../ids.ts';
import { ordinalsOf } from '../ordinals.ts';
import { childrenAt, isLeafAt, outlineOf } from '../outline.ts';
import type { Plan, Row } from '../plan.ts';
import { nextCode } from './row-code.ts';

/**
 * What an officer does with rows, each as one `Change`. A gesture that has no meaning where it was made (the first
 * row cannot move up) is null. New ids come from the caller: there is no randomness here.
 */

/** "2.1 Hỗ trợ phát triển sản xuất…", as history and questions name a row. */
export function rowTitle(plan: Plan, id: RowId): string {
  const at = outlineOf(plan.rows).index.get(id) ?? -1;
  const ordinal = ordinalsOf(plan.rows, plan.programme.levels)[at] ?? '';
  return `${ordinal} ${plan.rows[at]?.name ?? ''}`.trim();
}

export function holdsMoney(plan: Plan, id: RowId): boolean {
  return (plan.amounts.get(id)?.size ?? 0) > 0;
}

/** A new sibling after a row's subtree; the last top row where there is no row to stand on. */
export function insertBelow(plan: Plan, after: RowId | null, id: RowId, name: string): Change {
  const outline = outlineOf(plan.rows);
  const at = after === null ? -1 : (outline.index.get(after) ?? -1);
  const parentAt = outline.parent[at] ?? -1;
  const siblings = childrenAt(outline, parentAt);
  const index = at < 0 ? siblings.length : siblings.indexOf(at) + 1;
  const parent = plan.rows[parentAt]?.id ?? null;
  return inserted(newRow(plan, parent, id, name), index, null);
}

/** A new last child. The first child of a row that holds money takes that money over: ask before. */
export function insertChild(plan: Plan, parent: RowId, id: RowId, name: string): Change {
  const outline = outlineOf(plan.rows);
  const index = childrenAt(outline, outline.index.get(parent) ?? -1).length;
  return inserted(newRow(plan, parent, id, name), index, holdsMoney(plan, parent) ? id : null);
}

function inserted(row: Row, index: number, takesParentAmounts: RowId | null): Change {
  return {
    label: label('change.insertRow', `${row.code} ${row.name}`),
    edits: [insertedRow(row, index, takesParentAmounts)],
  };
}

/** The edit of one new row without money of its own. */
export function insertedRow(row: Row, index: number, takesParentAmounts: RowId | null): InsertRows {
  const { parent } = row;
  return { kind: 'insertRows', parent, index, rows: [{ row, amounts: [] }], takesParentAmounts };
}

/** A row that an officer adds: its code is free, its number follows from its place, its name is theirs. */
export function newRow(plan: Plan, parent: RowId | null, id: RowId, name: string): Row {
  const above = plan.rows.find((row) => row.id === parent);
  return {
    id,
    parent,
    code: nextCode(plan, parent),
    ordinal: null,
    name,
    investment: above?.investment ?? 'yes',
    leadAgency: '',
    note: '',
    confirmed: true,
  };
}

/** Removes a row and what is below it. `keepAmounts` hands an only child's money up to its parent. */
export function removeRow(plan: Plan, id: RowId, keepAmounts = false): Change {
  return {
    label: label('change.removeRow', rowTitle(plan, id)),
    edits: [{ kind: 'removeRows', row: id, givesParentAmounts: keepAmounts ? id : null }],
  };
}

/** Whether removing a row could hand its money up instead of dropping it. */
export function canGiveUp(plan: Plan, id: RowId): boolean {
  const outline = outlineOf(plan.rows);
  const at = outline.index.get(id) ?? -1;
  const parent = outline.parent[at] ?? -1;
  return (
    isLeafAt(outline, at) && parent >= 0 && childrenAt(outline, parent).length === 1 && holdsMoney(plan, id)
  );
}

/** One place up or down among its siblings. */
export function moveAmongSiblings(plan: Plan, id: RowId, by: -1 | 1): Change | null {
  const { at, parent, siblings, place } = whereIs(plan, id);
  const target = place + by;
  if (at < 0 || target < 0 || target >= siblings.length) return null;
  return moved(plan, id, [{ kind: 'moveRow', row: id, parent, index: target }]);
}

/** The row that an indented row would go under. */
export function indentTarget(plan: Plan, id: RowId): RowId | null {
  const { siblings, place } = whereIs(plan, id);
  return plan.rows[siblings[place - 1] ?? -1]?.id ?? null;
}

/**
 * Under the row above it, as its last child. Where that row is a leaf with money, a new first child of the same
 * name takes the money over: ask before.
 */
export function indent(plan: Plan, id: RowId, restId: RowId): Change | null {
  const target = indentTarget(plan, id);
  if (target === null) return null;
  const outline = outlineOf(plan.rows);
  const index = childrenAt(outline, outline.index.get(target) ?? -1).length;
  const move = (place: number): MoveRow => ({ kind: 'moveRow', row: id, parent: target, index: place });
  if (!holdsMoney(plan, target)) return moved(plan, id, [move(index)]);
  return moved(plan, id, [...restOf(plan, target, restId), move(index + 1)]);
}

/** A new first child of the same name that takes over the money of a leaf, which is about to have other children. */
export function restOf(plan: Plan, leaf: RowId, restId: RowId): readonly PlanEdit[] {
  const name = plan.rows.find((row) => row.id === leaf)?.name ?? '';
  return insertChild(plan, leaf, restId, name).edits;
}

/** Out of its parent, directly after it. */
export function outdent(plan: Plan, id: RowId): Change | null {
  const { parent } = whereIs(plan, id);
  if (parent === null) return null;
  const above = whereIs(plan, parent);
  return moved(plan, id, [{ kind: 'moveRow', row: id, parent: above.parent, index: above.place + 1 }]);
}

function moved(plan: Plan, id: RowId, edits: readonly PlanEdit[]): Change {
  return { label: label('change.moveRow', rowTitle(plan, id)), edits };
}

function whereIs(
  plan: Plan,
  id: RowId,
): { at: number; parent: RowId | null; siblings: number[]; place: number } {
  const outline = outlineOf(plan.rows);
  const at = outline.index.get(id) ?? -1;
  const siblings = childrenAt(outline, outline.parent[at] ?? -1);
  return { at, parent: plan.rows[at]?.parent ?? null, siblings, place: siblings.indexOf(at) };
}

export function renameRow(plan: Plan, id: RowId, name: string): Change {
  const at = outlineOf(plan.rows).index.get(id) ?? -1;
  const row = ordinalsOf(plan.rows, plan.programme.levels)[at] ?? '';
  const before = plan.rows[at]?.name ?? '';
  return {
    label: { code: 'change.renameRow', params: { row, before, after: name } },
    // A name that the officer wrote is theirs: it no longer waits to be confirmed.
    edits: [{ kind: 'updateRow', row: id, patch: { name, confirmed: true } }],
  };
}

/** Sets the printed number; an empty text lets it follow from the row's place again. */
export function renumberRow(plan: Plan, id: RowId, text: string): Change {
  const at = outlineOf(plan.rows).index.get(id) ?? -1;
  const before = ordinalsOf(plan.rows, plan.programme.levels)[at] ?? '';
  const row = plan.rows[at];
  return {
    label: {
      code: 'change.setOrdinal',
      params: { row: row?.name ?? '', before, after: text === '' ? '…' : text },
    },
    edits: [{ kind: 'updateRow', row: id, patch: { ordinal: text === '' ? null : text } }],
  };
}

export function setNote(plan: Plan, id: RowId, note: string): Change {
  return {
    label: label('change.setNote', rowTitle(plan, id)),
    edits: [{ kind: 'updateRow', row: id, patch: { note } }],
  };
}

function label(code: string, row: string): ChangeLabel {
  return { code, params: { row } };
}
