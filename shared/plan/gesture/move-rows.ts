import type { Change } from '../edit/edit.ts';
import type { RowId } from '../ids.ts';
import type { Plan } from '../plan.ts';
import { Draft } from './draft.ts';
import { isRowPlace, type NewRowId, type RowPlace } from './row-place.ts';
import { holdsMoney, indent, outdent, restOf } from './rows.ts';
import { childRows, rowsLabel, runsOf, siblingGroups, subtreeRows, topmostRows } from './selected-rows.ts';

const LABELS = { one: 'change.moveRow', several: 'change.moveRows' } as const;

/**
 * One place up or down among their siblings, keeping their order. Rows of different parents move each within its own;
 * what has nothing beyond it stays. Null where all of them stay.
 */
export function moveRows(plan: Plan, ids: Iterable<RowId>, by: -1 | 1): Change | null {
  const selected = topmostRows(plan, ids);
  const draft = new Draft(plan);
  for (const { parent, rows } of siblingGroups(plan, selected)) {
    const siblings = childRows(plan, parent);
    for (const { first, last } of runsOf(siblings, rows)) {
      // The neighbour goes to the other side of the rows: one move, however many they are.
      const neighbour = siblings[by < 0 ? first - 1 : last + 1];
      if (neighbour === undefined) continue;
      draft.make({ kind: 'moveRow', row: neighbour, parent, index: by < 0 ? last : first });
    }
  }
  return draft.change(rowsLabel(plan, selected, LABELS));
}

/** Rows that stand together, and the row above them that an indent puts them under. */
interface Indented {
  readonly target: RowId;
  readonly rows: readonly RowId[];
}

function indentedRows(plan: Plan, ids: Iterable<RowId>): Indented[] {
  return siblingGroups(plan, ids).flatMap(({ parent, rows }) => {
    const siblings = childRows(plan, parent);
    return runsOf(siblings, rows).flatMap(({ first, last }): Indented[] => {
      const target = siblings[first - 1];
      return target === undefined ? [] : [{ target, rows: siblings.slice(first, last + 1) }];
    });
  });
}

/**
 * Under the row above them, as its last children in their order. Where that row is a leaf with money, a new first
 * child of the same name takes the money over: ask before (`leavesOpenedByIndent`). Null where none has a row above.
 */
export function indentRows(plan: Plan, ids: Iterable<RowId>, newId: NewRowId): Change | null {
  const draft = new Draft(plan);
  for (const { target, rows } of indentedRows(plan, ids)) {
    for (const id of rows) {
      // Only a leaf with money needs the id of a row that takes the money over.
      const restId = holdsMoney(draft.plan, target) ? newId() : id;
      draft.make(...(indent(draft.plan, id, restId)?.edits ?? []));
    }
  }
  return draft.change(rowsLabel(plan, topmostRows(plan, ids), LABELS));
}

/** Leaf rows with money that an indent would give rows below: their money goes to a new first child. */
export function leavesOpenedByIndent(plan: Plan, ids: Iterable<RowId>): RowId[] {
  return indentedRows(plan, ids)
    .map(({ target }) => target)
    .filter((target) => holdsMoney(plan, target));
}

/** Out of their parent, directly after it, in their order. Null where all of them are top rows. */
export function outdentRows(plan: Plan, ids: Iterable<RowId>): Change | null {
  const selected = topmostRows(plan, ids);
  const draft = new Draft(plan);
  for (const { rows } of siblingGroups(plan, selected)) {
    // Each goes directly after the parent, so the last one goes first.
    for (const id of rows.toReversed()) draft.make(...(outdent(draft.plan, id)?.edits ?? []));
  }
  return draft.change(rowsLabel(plan, selected, LABELS));
}

/**
 * To a place, together and in printed order, as dragging does. A leaf with money there is opened as by an indent: ask
 * before (`leafOpenedAt`). Null where the place is within a moved row, is none, or leaves everything where it stands.
 */
export function moveRowsTo(
  plan: Plan,
  ids: Iterable<RowId>,
  target: RowPlace,
  newId: NewRowId,
): Change | null {
  const selected = topmostRows(plan, ids);
  const { parent, index } = target;
  if (selected.length === 0 || !isRowPlace(plan, target)) return null;
  if (parent !== null && selected.some((id) => subtreeRows(plan, id).includes(parent))) return null;
  const moving = new Set(selected);
  const draft = new Draft(plan);
  if (parent !== null && holdsMoney(plan, parent)) draft.make(...restOf(plan, parent, newId()));
  // From the last one on, each goes directly before the one that was placed last.
  let before = childRows(plan, parent)
    .slice(index)
    .find((id) => !moving.has(id));
  for (const id of selected.toReversed()) {
    const siblings = childRows(draft.plan, parent);
    const rest = siblings.filter((sibling) => sibling !== id);
    const place = before === undefined ? rest.length : rest.indexOf(before);
    if (siblings.indexOf(id) !== place) draft.make({ kind: 'moveRow', row: id, parent, index: place });
    before = id;
  }
  return draft.change(rowsLabel(plan, selected, LABELS));
}

/** The leaf row with money that rows put at a place would make a parent of; null where no money has to go anywhere. */
export function leafOpenedAt(plan: Plan, { parent }: RowPlace): RowId | null {
  return parent !== null && holdsMoney(plan, parent) ? parent : null;
}
