import type { PlanEdit } from '../plan/edit/edit.ts';
import { nextCode } from '../plan/gesture/row-code.ts';
import type { RowId } from '../plan/ids.ts';
import { ordinalsOf, printOrdinal } from '../plan/ordinals.ts';
import { childrenAt, outlineOf } from '../plan/outline.ts';
import type { Plan, Row } from '../plan/plan.ts';

/** What a pasted block says of a row that is yet to be added. */
export interface NewRow {
  readonly id: RowId;
  readonly name: string;
  readonly ordinal: string;
  readonly note: string;
}

/** The edits that add siblings after a row's subtree, in order; at the top of a plan that has no rows. */
export function addSiblings(plan: Plan, after: RowId | null, rows: readonly NewRow[]): PlanEdit[] {
  const outline = outlineOf(plan.rows);
  const at = after === null ? -1 : (outline.index.get(after) ?? -1);
  const parentAt = outline.parent[at] ?? -1;
  const parent = plan.rows[parentAt] ?? null;
  const siblings = childrenAt(outline, parentAt);
  const first = at < 0 ? siblings.length : siblings.indexOf(at) + 1;
  const code = freeCodes(plan, parent?.id ?? null);
  const automatic = automaticOrdinal(plan, parentAt);
  return rows.map((row, place): PlanEdit => {
    const index = first + place;
    const ordinal = row.ordinal === '' || row.ordinal === automatic(index) ? null : row.ordinal;
    const added: Row = {
      id: row.id,
      parent: parent?.id ?? null,
      code: code(),
      ordinal,
      name: row.name,
      investment: parent?.investment ?? 'yes',
      leadAgency: '',
      note: row.note,
      confirmed: true,
    };
    const rowsAdded = [{ row: added, amounts: [] }];
    return { kind: 'insertRows', parent: added.parent, index, rows: rowsAdded, takesParentAmounts: null };
  });
}

/** The next free code under a parent, again and again: each one more than the one before. */
function freeCodes(plan: Plan, parent: RowId | null): () => string {
  const taken = new Set(plan.rows.map((row) => row.code));
  let next = nextCode(plan, parent);
  return () => {
    while (taken.has(next)) next = following(next);
    taken.add(next);
    return next;
  };
}

function following(code: string): string {
  const digits = /\d+$/.exec(code)?.[0] ?? '';
  const number = `${BigInt(digits === '' ? '1' : digits) + 1n}`;
  return code.slice(0, code.length - digits.length) + number.padStart(digits.length, '0');
}

/** What the place alone would print, so that a pasted number that says just this is not kept as the officer's own. */
function automaticOrdinal(plan: Plan, parentAt: number): (index: number) => string {
  const { levels } = plan.programme;
  const outline = outlineOf(plan.rows);
  const depth = parentAt < 0 ? 0 : (outline.level[parentAt] ?? 0);
  const style = levels[Math.min(depth, levels.length - 1)]?.ordinal ?? 'number';
  const above = parentAt < 0 ? '' : (ordinalsOf(plan.rows, levels)[parentAt] ?? '');
  return (index) => printOrdinal(style, index + 1, above);
}
