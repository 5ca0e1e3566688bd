import type { RowSeed } from '../edit/edit.ts';
import type { RowId } from '../ids.ts';
import { childrenAt, outlineOf } from '../outline.ts';
import type { Plan, Row } from '../plan.ts';
import { type DraftOfEdits, patchTo } from './draft-of-edits.ts';
import { keptInOrder } from './kept-in-order.ts';

const PATCHED = ['code', 'ordinal', 'name', 'investment', 'leadAgency', 'note', 'confirmed'] as const;

/**
 * Makes the rows those of another plan. No amount stands in a row that has rows below it there. Codes are free before
 * they are taken: rows go first, then rows get their new codes, then rows come.
 */
export function rowsTo(draft: DraftOfEdits, to: Plan): void {
  removeRows(draft, to);
  updateRows(draft, to);
  placeRows(draft, to);
}

function removeRows(draft: DraftOfEdits, to: Plan): void {
  const staying = new Set(to.rows.map((row) => row.id));
  const parentOf = new Map(draft.plan.rows.map((row) => [row.id, row.parent]));
  // What stays is taken out from under what goes: to the end of the top, until it gets its place.
  for (const { id, parent } of draft.plan.rows) {
    if (!staying.has(id) || parent === null || staying.has(parent)) continue;
    const top = draft.plan.rows.filter((row) => row.parent === null).length;
    draft.make({ kind: 'moveRow', row: id, parent: null, index: top });
  }
  for (const [id, parent] of parentOf) {
    const isRoot = parent === null || staying.has(parent);
    if (!staying.has(id) && isRoot) draft.make({ kind: 'removeRows', row: id, givesParentAmounts: null });
  }
}

function updateRows(draft: DraftOfEdits, to: Plan): void {
  const now = new Map(draft.plan.rows.map((row) => [row.id, row]));
  const codes = new Set(draft.plan.rows.map((row) => row.code));
  let waiting: { readonly row: Row; readonly patch: Partial<Omit<Row, 'id' | 'parent'>> }[] = [];
  for (const row of to.rows) {
    const before = now.get(row.id);
    const patch = before ? patchTo<Omit<Row, 'id' | 'parent'>>(before, row, PATCHED) : null;
    if (before && patch) waiting.push({ row: before, patch });
  }
  while (waiting.length > 0) {
    const blocked = waiting.filter(({ row, patch }) => {
      if (patch.code !== undefined && codes.has(patch.code)) return true;
      draft.make({ kind: 'updateRow', row: row.id, patch });
      if (patch.code !== undefined) codes.delete(row.code);
      if (patch.code !== undefined) codes.add(patch.code);
      return false;
    });
    const [first, ...others] = blocked;
    if (first && blocked.length === waiting.length) {
      // Rows that exchanged their codes: one steps aside for the others.
      const row = { ...first.row, code: freeCode(first.row.code, codes) };
      draft.make({ kind: 'updateRow', row: row.id, patch: { code: row.code } });
      codes.delete(first.row.code);
      codes.add(row.code);
      waiting = [...others, { row, patch: first.patch }];
    } else waiting = blocked;
  }
}

function freeCode(code: string, codes: ReadonlySet<string>): string {
  let free = `${code}~`;
  while (codes.has(free)) free += '~';
  return free;
}

/** In printed order, parents first: whatever stands above a row has its place already. */
function placeRows(draft: DraftOfEdits, to: Plan): void {
  const known = new Set(draft.plan.rows.map((row) => row.id));
  const stay = new Set<RowId>();
  for (const parent of [null, ...to.rows.map((row) => row.id)]) {
    for (const id of keptInOrder(childrenOf(draft.plan, parent), childrenOf(to, parent))) stay.add(id);
  }
  const { end } = outlineOf(to.rows);
  const lastChild = new Map<RowId | null, RowId>();
  to.rows.forEach(({ id, parent }, at) => {
    const before = lastChild.get(parent);
    lastChild.set(parent, id);
    if (stay.has(id)) return;
    const siblings = childrenOf(draft.plan, parent).filter((one) => one !== id);
    const index = before === undefined ? 0 : siblings.indexOf(before) + 1;
    if (known.has(id)) {
      draft.make({ kind: 'moveRow', row: id, parent, index });
      return;
    }
    const rows = newSubtree(to.rows.slice(at, end[at]), known);
    draft.make({ kind: 'insertRows', parent, index, rows, takesParentAmounts: null });
    for (const { row } of rows) {
      known.add(row.id);
      stay.add(row.id);
    }
  });
}

/** A new row with the rows below it that are new themselves, down to the first that was there. */
function newSubtree(subtree: readonly Row[], known: ReadonlySet<RowId>): RowSeed[] {
  const seeds: RowSeed[] = [];
  const inside = new Set<RowId | null>();
  for (const row of subtree) {
    const isRoot = seeds.length === 0;
    if (known.has(row.id) || !(isRoot || inside.has(row.parent))) continue;
    inside.add(row.id);
    seeds.push({ row, amounts: [] });
  }
  return seeds;
}

function childrenOf({ rows }: Plan, parent: RowId | null): RowId[] {
  const outline = outlineOf(rows);
  const at = parent === null ? -1 : outline.index.get(parent);
  return at === undefined ? [] : childrenAt(outline, at).flatMap((child) => rows[child]?.id ?? []);
}
