import { type Dong, isInRange, ZERO } from '../../money/dong.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import type { RowId } from '../ids.ts';
import { isLeafAt, outlineOf } from '../outline.ts';
import { type Leaf, type LeafKey, leafKey, type Plan, type RowAmounts } from '../plan.ts';
import { findSource, isLeafSource } from '../sources.ts';
import type { AmountPlace, EditSteps, LeafAmount, PlanRefusalCode, SetAmounts } from './edit.ts';

type PlanRefusal = Refusal<PlanRefusalCode>;

export function amountAt(plan: Plan, leaf: Leaf): Dong {
  return plan.amounts.get(leaf.row)?.get(leafKey(leaf.year, leaf.source, leaf.capital)) ?? ZERO;
}

/** Why money of this (year, source, capital) has no place in the plan, or null. */
export function placeRefusal(plan: Plan, place: AmountPlace): PlanRefusal | null {
  const source = findSource(plan.sources, place.source);
  if (!source) return refuse('plan.unknownSource', { source: place.source }).refusal;
  if (!isLeafSource(plan.sources, place.source)) {
    return refuse('plan.sourceIsOpened', { source: source.name }).refusal;
  }
  if (!source.capitals.includes(place.capital)) {
    return refuse('plan.capitalNotHeld', { source: source.name, capital: place.capital }).refusal;
  }
  if (!(place.year >= plan.period.first && place.year <= plan.period.last)) {
    const { first, last } = plan.period;
    return refuse('plan.yearOutsidePeriod', { year: place.year, first, last }).refusal;
  }
  return null;
}

function setAmountsRefusal(plan: Plan, edit: SetAmounts): PlanRefusal | null {
  const outline = outlineOf(plan.rows);
  const placesSeen = new Map<LeafKey, PlanRefusal | null>();
  for (const leaf of edit.amounts) {
    const at = outline.index.get(leaf.row);
    const row = at === undefined ? undefined : plan.rows[at];
    if (at === undefined || !row) return refuse('plan.unknownRow', { row: leaf.row }).refusal;
    if (!isLeafAt(outline, at)) {
      return refuse('plan.parentHoldsNoAmount', { code: row.code, name: row.name }).refusal;
    }
    if (!isInRange(leaf.amount)) {
      return refuse('plan.amountOutOfRange', { amount: `${leaf.amount}`, code: row.code }).refusal;
    }
    const key = leafKey(leaf.year, leaf.source, leaf.capital);
    let refusal = placesSeen.get(key);
    if (refusal === undefined) {
      refusal = placeRefusal(plan, leaf);
      placesSeen.set(key, refusal);
    }
    if (refusal) return refusal;
    if (edit.unfunded === 'refuse' && leaf.amount !== 0n && !isFunded(plan, leaf)) {
      const source = findSource(plan.sources, leaf.source);
      return refuse('plan.yearNotFunded', {
        source: source?.name ?? leaf.source,
        sourceId: leaf.source,
        year: leaf.year,
      }).refusal;
    }
  }
  return null;
}

function isFunded(plan: Plan, leaf: Leaf): boolean {
  return findSource(plan.sources, leaf.source)?.years.includes(leaf.year) ?? false;
}

function setAmountsInverse(plan: Plan, edit: SetAmounts): SetAmounts {
  const amounts = edit.amounts.map((leaf) => ({ ...leaf, amount: amountAt(plan, leaf) }));
  return { kind: 'setAmounts', amounts, unfunded: 'keep' };
}

/** A new map with these amounts; a zero leaves the map, so equal plans have equal maps. */
export function withAmounts(
  before: ReadonlyMap<RowId, RowAmounts>,
  amounts: readonly LeafAmount[],
): ReadonlyMap<RowId, RowAmounts> {
  const after = new Map(before);
  const opened = new Map<RowId, Map<LeafKey, Dong>>();
  for (const leaf of amounts) {
    let row = opened.get(leaf.row);
    if (!row) {
      row = new Map(before.get(leaf.row));
      opened.set(leaf.row, row);
      after.set(leaf.row, row);
    }
    const key = leafKey(leaf.year, leaf.source, leaf.capital);
    if (leaf.amount === 0n) row.delete(key);
    else row.set(key, leaf.amount);
  }
  for (const [id, row] of opened) if (row.size === 0) after.delete(id);
  return after;
}

export const setAmountsSteps: EditSteps<SetAmounts> = {
  refusal: setAmountsRefusal,
  apply: (plan, edit) => ({ ...plan, amounts: withAmounts(plan.amounts, edit.amounts) }),
  inverse: setAmountsInverse,
};
