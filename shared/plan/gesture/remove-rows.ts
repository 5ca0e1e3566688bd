import { type Dong, dong } from '../../money/dong.ts';
import type { Change, LeafAmount } from '../edit/edit.ts';
import type { RowId } from '../ids.ts';
import { type LeafKey, type Plan, parseLeafKey } from '../plan.ts';
import { Draft } from './draft.ts';
import { holdsMoney } from './rows.ts';
import {
  childRows,
  rowsLabel,
  type SiblingGroup,
  siblingGroups,
  subtreeRows,
  topmostRows,
} from './selected-rows.ts';

/** What the officer is asked about before rows with money are removed. */
export interface RemovedMoney {
  /** All years, sources and kinds together, in whole đồng. */
  readonly sum: Dong;
  /** How many rows hold it. */
  readonly rows: number;
  /** The rows that would be left without children and can take the money of those over. */
  readonly takers: readonly RowId[];
}

export function removedMoney(plan: Plan, ids: Iterable<RowId>): RemovedMoney {
  const groups = siblingGroups(plan, ids);
  const holders = groups.flatMap((group) => holdersOf(plan, group));
  let sum = 0n;
  for (const id of holders) for (const amount of plan.amounts.get(id)?.values() ?? []) sum += amount;
  const takers = groups.flatMap((group) => takerOf(plan, group) ?? []);
  return { sum: dong(sum), rows: holders.length, takers };
}

/**
 * Removes rows and what is below them. `handUp` gives the money of rows that are all the children of a parent to that
 * parent, place by place, so that its total stays; other money goes with its rows.
 */
export function removeRows(plan: Plan, ids: Iterable<RowId>, handUp = false): Change | null {
  const rows = topmostRows(plan, ids);
  const draft = new Draft(plan);
  for (const group of siblingGroups(plan, rows)) {
    const taker = handUp ? takerOf(plan, group) : null;
    const amounts = taker === null ? [] : summed(plan, taker, holdersOf(plan, group));
    for (const row of group.rows) draft.make({ kind: 'removeRows', row, givesParentAmounts: null });
    if (amounts.length > 0) draft.make({ kind: 'setAmounts', amounts, unfunded: 'keep' });
  }
  return draft.change(rowsLabel(plan, rows, { one: 'change.removeRow', several: 'change.removeRows' }));
}

function holdersOf(plan: Plan, { rows }: SiblingGroup): RowId[] {
  return rows.flatMap((id) => subtreeRows(plan, id)).filter((id) => holdsMoney(plan, id));
}

function takerOf(plan: Plan, group: SiblingGroup): RowId | null {
  const { parent, rows } = group;
  if (parent === null || rows.length < childRows(plan, parent).length) return null;
  return holdersOf(plan, group).length > 0 ? parent : null;
}

function summed(plan: Plan, row: RowId, holders: readonly RowId[]): LeafAmount[] {
  const sums = new Map<LeafKey, bigint>();
  for (const id of holders) {
    for (const [key, amount] of plan.amounts.get(id) ?? []) sums.set(key, (sums.get(key) ?? 0n) + amount);
  }
  return [...sums].map(([key, amount]) => ({ row, ...parseLeafKey(key), amount: dong(amount) }));
}
