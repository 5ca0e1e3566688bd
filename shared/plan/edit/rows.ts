import { isInRange } from '../../money/dong.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import type { RowId } from '../ids.ts';
import { childrenAt, isLeafAt, type Outline, outlineOf } from '../outline.ts';
import { leafKey, type Plan, parseLeafKey, type Row, type RowAmounts } from '../plan.ts';
import { placeRefusal } from './amounts.ts';
import type {
  EditSteps,
  InsertRows,
  MoveRow,
  PlanRefusalCode,
  RemoveRows,
  RowSeed,
  SeedAmount,
  UpdateRow,
} from './edit.ts';
import { formerValues } from './patch.ts';

type PlanRefusal = Refusal<PlanRefusalCode>;

const unknownRow = (row: RowId): PlanRefusal => refuse('plan.unknownRow', { row }).refusal;

/** Index of a parent, −1 for the top, undefined when there is no such row. */
function parentIndex(outline: Outline, parent: RowId | null): number | undefined {
  return parent === null ? -1 : outline.index.get(parent);
}

/** Where the `index`-th child of `parent` stands or would stand in printed order. */
function placeOf(outline: Outline, parent: number, index: number): number {
  const children = childrenAt(outline, parent);
  const before = children[index - 1];
  if (before === undefined) return parent + 1;
  return outline.end[before] ?? before + 1;
}

function siblingIndex(outline: Outline, at: number): number {
  return childrenAt(outline, outline.parent[at] ?? -1).indexOf(at);
}

function badPlace(outline: Outline, parent: number, index: number, without = -1): PlanRefusal | null {
  const count = childrenAt(outline, parent).filter((child) => child !== without).length;
  const fits = Number.isInteger(index) && index >= 0 && index <= count;
  return fits ? null : refuse('plan.badPlace', { index, count }).refusal;
}

function hasAmounts(plan: Plan, id: RowId): boolean {
  return (plan.amounts.get(id)?.size ?? 0) > 0;
}

function leafHasAmounts(plan: Plan, at: number): PlanRefusal | null {
  const row = plan.rows[at];
  if (!row || !hasAmounts(plan, row.id)) return null;
  return refuse('plan.leafHasAmounts', { row: row.id, code: row.code, name: row.name }).refusal;
}

// --- insert ---------------------------------------------------------------------------------------------------

function insertRowsRefusal(plan: Plan, edit: InsertRows): PlanRefusal | null {
  const outline = outlineOf(plan.rows);
  const parent = parentIndex(outline, edit.parent);
  if (parent === undefined) return unknownRow(edit.parent ?? ('' as RowId));
  return (
    badPlace(outline, parent, edit.index) ??
    seedRefusal(plan, outline, edit) ??
    (edit.takesParentAmounts === null && parent >= 0 ? leafHasAmounts(plan, parent) : null)
  );
}

function seedRefusal(plan: Plan, outline: Outline, edit: InsertRows): PlanRefusal | null {
  const badSubtree = refuse('plan.badSubtree').refusal;
  const codes = new Set(plan.rows.map((row) => row.code));
  const path: (RowId | null)[] = [edit.parent];
  const parents = new Set(edit.rows.map((seed) => seed.row.parent));
  const ids = new Set<RowId>();
  for (const { row, amounts } of edit.rows) {
    if (outline.index.has(row.id) || ids.has(row.id))
      return refuse('plan.duplicateRow', { row: row.id }).refusal;
    if (codes.has(row.code)) return refuse('plan.duplicateCode', { code: row.code }).refusal;
    ids.add(row.id);
    codes.add(row.code);
    while (path.length > 1 && path.at(-1) !== row.parent) path.pop();
    const isRoot = ids.size === 1;
    if (path.at(-1) !== row.parent || (row.parent === edit.parent) !== isRoot) return badSubtree;
    path.push(row.id);
    const givesAway = row.id === edit.takesParentAmounts;
    if (amounts.length > 0 && (parents.has(row.id) || givesAway)) return badSubtree;
    for (const amount of amounts) {
      const refusal = placeRefusal(plan, amount);
      if (refusal) return refusal;
      if (!isInRange(amount.amount)) {
        return refuse('plan.amountOutOfRange', { amount: `${amount.amount}`, code: row.code }).refusal;
      }
    }
  }
  const taker = edit.takesParentAmounts;
  // Only a parent that is a leaf until now has amounts to hand over, and only then can they be handed back.
  const parent = parentIndex(outline, edit.parent) ?? -1;
  const takerFits =
    taker === null || (parent >= 0 && isLeafAt(outline, parent) && ids.has(taker) && !parents.has(taker));
  return edit.rows.length > 0 && takerFits ? null : badSubtree;
}

function insertRows(plan: Plan, edit: InsertRows): Plan {
  const outline = outlineOf(plan.rows);
  const place = placeOf(outline, parentIndex(outline, edit.parent) ?? -1, edit.index);
  const rows = plan.rows.toSpliced(place, 0, ...edit.rows.map((seed) => seed.row));
  const amounts = new Map(plan.amounts);
  for (const seed of edit.rows) {
    const own = amountsOfSeed(seed.amounts);
    if (own.size > 0) amounts.set(seed.row.id, own);
  }
  if (edit.takesParentAmounts !== null && edit.parent !== null) {
    moveAmounts(amounts, edit.parent, edit.takesParentAmounts);
  }
  return { ...plan, rows, amounts };
}

function insertRowsInverse(_plan: Plan, edit: InsertRows): RemoveRows {
  const root = edit.rows[0];
  if (!root) throw new Error('insertRows without rows was not refused');
  return { kind: 'removeRows', row: root.row.id, givesParentAmounts: edit.takesParentAmounts };
}

function amountsOfSeed(amounts: readonly SeedAmount[]): RowAmounts {
  return new Map(
    amounts
      .filter((one) => one.amount !== 0n)
      .map((one) => [leafKey(one.year, one.source, one.capital), one.amount]),
  );
}

function moveAmounts(amounts: Map<RowId, RowAmounts>, from: RowId, to: RowId): void {
  const moved = amounts.get(from);
  if (!moved) return;
  amounts.delete(from);
  amounts.set(to, moved);
}

/** A row's amounts as a seed holds them, in a fixed order, so that equal plans make equal edits. */
export function seedAmounts(amounts: RowAmounts | undefined): SeedAmount[] {
  return [...(amounts ?? [])].map(([key, amount]) => ({ ...parseLeafKey(key), amount }));
}

// --- remove ---------------------------------------------------------------------------------------------------

function removeRowsRefusal(plan: Plan, edit: RemoveRows): PlanRefusal | null {
  const outline = outlineOf(plan.rows);
  const at = outline.index.get(edit.row);
  if (at === undefined) return unknownRow(edit.row);
  if (edit.givesParentAmounts === null) return null;
  const giver = outline.index.get(edit.givesParentAmounts);
  const parent = outline.parent[at] ?? -1;
  const inside =
    giver !== undefined && giver >= at && giver < (outline.end[at] ?? at) && isLeafAt(outline, giver);
  const onlyChild = parent >= 0 && childrenAt(outline, parent).length === 1;
  return inside && onlyChild ? null : refuse('plan.badSubtree').refusal;
}

function removeRows(plan: Plan, edit: RemoveRows): Plan {
  const outline = outlineOf(plan.rows);
  const at = outline.index.get(edit.row) ?? -1;
  const end = outline.end[at] ?? at;
  const parent = plan.rows[at]?.parent ?? null;
  const amounts = new Map(plan.amounts);
  if (edit.givesParentAmounts !== null && parent !== null)
    moveAmounts(amounts, edit.givesParentAmounts, parent);
  for (const row of plan.rows.slice(at, end)) amounts.delete(row.id);
  return { ...plan, rows: plan.rows.toSpliced(at, end - at), amounts };
}

function removeRowsInverse(plan: Plan, edit: RemoveRows): InsertRows {
  const outline = outlineOf(plan.rows);
  const at = outline.index.get(edit.row) ?? -1;
  const rows = plan.rows.slice(at, outline.end[at]).map((row): RowSeed => {
    const gives = row.id === edit.givesParentAmounts;
    return { row, amounts: gives ? [] : seedAmounts(plan.amounts.get(row.id)) };
  });
  return {
    kind: 'insertRows',
    parent: plan.rows[at]?.parent ?? null,
    index: siblingIndex(outline, at),
    rows,
    takesParentAmounts: edit.givesParentAmounts,
  };
}

// --- move -----------------------------------------------------------------------------------------------------

function moveRowRefusal(plan: Plan, edit: MoveRow): PlanRefusal | null {
  const outline = outlineOf(plan.rows);
  const at = outline.index.get(edit.row);
  if (at === undefined) return unknownRow(edit.row);
  const parent = parentIndex(outline, edit.parent);
  if (parent === undefined) return unknownRow(edit.parent ?? ('' as RowId));
  if (parent >= at && parent < (outline.end[at] ?? at)) return refuse('plan.moveIntoItself').refusal;
  return badPlace(outline, parent, edit.index, at) ?? (parent >= 0 ? leafHasAmounts(plan, parent) : null);
}

function moveRow(plan: Plan, edit: MoveRow): Plan {
  const outline = outlineOf(plan.rows);
  const at = outline.index.get(edit.row) ?? -1;
  const end = outline.end[at] ?? at;
  const [root, ...below] = plan.rows.slice(at, end);
  if (!root) throw new Error('moveRow of an unknown row was not refused');
  const rest = plan.rows.toSpliced(at, end - at);
  const restOutline = outlineOf(rest);
  const place = placeOf(restOutline, parentIndex(restOutline, edit.parent) ?? -1, edit.index);
  const moved: Row[] = [{ ...root, parent: edit.parent }, ...below];
  return { ...plan, rows: rest.toSpliced(place, 0, ...moved) };
}

function moveRowInverse(plan: Plan, edit: MoveRow): MoveRow {
  const outline = outlineOf(plan.rows);
  const at = outline.index.get(edit.row) ?? -1;
  const parent = plan.rows[at]?.parent ?? null;
  return { kind: 'moveRow', row: edit.row, parent, index: siblingIndex(outline, at) };
}

// --- update ---------------------------------------------------------------------------------------------------

function updateRowRefusal(plan: Plan, edit: UpdateRow): PlanRefusal | null {
  if (!outlineOf(plan.rows).index.has(edit.row)) return unknownRow(edit.row);
  const { code } = edit.patch;
  const taken = code !== undefined && plan.rows.some((row) => row.code === code && row.id !== edit.row);
  return taken ? refuse('plan.duplicateCode', { code }).refusal : null;
}

function updateRow(plan: Plan, edit: UpdateRow): Plan {
  const rows = plan.rows.map((row) => (row.id === edit.row ? { ...row, ...edit.patch } : row));
  return { ...plan, rows };
}

function updateRowInverse(plan: Plan, edit: UpdateRow): UpdateRow {
  const row = plan.rows[outlineOf(plan.rows).index.get(edit.row) ?? -1];
  if (!row) throw new Error('updateRow of an unknown row was not refused');
  return { kind: 'updateRow', row: edit.row, patch: formerValues(row, edit.patch) };
}

export const insertRowsSteps: EditSteps<InsertRows> = {
  refusal: insertRowsRefusal,
  apply: insertRows,
  inverse: insertRowsInverse,
};
export const removeRowsSteps: EditSteps<RemoveRows> = {
  refusal: removeRowsRefusal,
  apply: removeRows,
  inverse: removeRowsInverse,
};
export const moveRowSteps: EditSteps<MoveRow> = {
  refusal: moveRowRefusal,
  apply: moveRow,
  inverse: moveRowInverse,
};
export const updateRowSteps: EditSteps<UpdateRow> = {
  refusal: updateRowRefusal,
  apply: updateRow,
  inverse: updateRowInverse,
};
