import type { PlanEdit } from '../edit/edit.ts';
import type { Plan } from '../plan.ts';
import { amountsTo, changeTo } from './change-to.ts';

/** How much differs between two plans, as an officer counts it before going from one to the other. */
export interface Extent {
  /** Leaf amounts, those of rows that come or go among them. */
  readonly amounts: number;
  readonly added: number;
  readonly removed: number;
  readonly moved: number;
  /** Rows whose name, number, code or note differs. */
  readonly rewritten: number;
  /** Whether the header, the sources, the period or what the plan is reviewed by differs. */
  readonly frame: boolean;
}

const OF_ROWS: ReadonlySet<PlanEdit['kind']> = new Set([
  'setAmounts',
  'insertRows',
  'removeRows',
  'moveRow',
  'updateRow',
]);

export function extentOf(from: Plan, to: Plan): Extent {
  const edits = changeTo(from, to);
  const [before, after] = [from, to].map(({ rows }) => new Set(rows.map(({ id }) => id)));
  const rowsOf = (kind: 'moveRow' | 'updateRow'): number =>
    new Set(edits.flatMap((edit) => (edit.kind === kind ? [edit.row] : []))).size;
  return {
    amounts: amountsTo(from, to).length,
    added: to.rows.filter(({ id }) => !before?.has(id)).length,
    removed: from.rows.filter(({ id }) => !after?.has(id)).length,
    moved: rowsOf('moveRow'),
    rewritten: rowsOf('updateRow'),
    frame: edits.some(({ kind }) => !OF_ROWS.has(kind)),
  };
}
