import { type Dong, isInRange, ZERO } from '../../money/dong.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import type { RowId } from '../ids.ts';
import { isLeafAt, outlineOf } from '../outline.ts';
import { type Leaf, type LeafKey, leafKey, type Plan, type Row, type RowAmounts } from '../plan.ts';
import { findSource, isLeafSource } from '../sources.ts';
import type { AmountPlace, EditSteps, LeafAmount, PlanRefusalCode, SetAmounts } from './edit.ts';
import { leafKeysOf, sharePlaces } from './leaf-keys.ts';

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

/** What a whole edit asks of a place, found once a place and not once an amount. */
interface PlaceAnswer {
  readonly refusal: PlanRefusal | null;
  readonly funded: boolean;
}

function setAmountsRefusal(plan: Plan, edit: SetAmounts): PlanRefusal | null {
  const outline = outlineOf(plan.rows);
  const keys = leafKeysOf(edit.amounts);
  const answers = new Map<LeafKey, PlaceAnswer>();
  let row: Row | undefined;
  for (let index = 0; index < edit.amounts.length; index++) {
    const leaf = edit.amounts[index];
    const key = keys[index];
    if (!leaf || key === undefined) continue;
    // Amounts come row by row: a row is looked up when it is another than before.
    if (row?.id !== leaf.row) {
      const at = outline.index.get(leaf.row);
      row = at === undefined ? undefined : plan.rows[at];
      if (at === undefined || !row) return refuse('plan.unknownRow', { row: leaf.row }).refusal;
      if (!isLeafAt(outline, at)) {
        return refuse('plan.parentHoldsNoAmount', { code: row.code, name: row.name }).refusal;
      }
    }
    if (!isInRange(leaf.amount)) {
      return refuse('plan.amountOutOfRange', { amount: `${leaf.amount}`, code: row.code }).refusal;
    }
    let answer = answers.get(key);
    if (!answer) {
      answer = { refusal: placeRefusal(plan, leaf), funded: isFunded(plan, leaf) };
      answers.set(key, answer);
    }
    if (answer.refusal) return answer.refusal;
    if (edit.unfunded === 'refuse' && !answer.funded && leaf.amount !== 0n) {
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
  const keys = leafKeysOf(edit.amounts);
  let current: RowId | null = null;
  let held: RowAmounts | undefined;
  const amounts = edit.amounts.map(({ row, year, source, capital }, index): LeafAmount => {
    if (row !== current) {
      current = row;
      held = plan.amounts.get(row);
    }
    const key = keys[index];
    const amount = key === undefined ? undefined : held?.get(key);
    return { row, year, source, capital, amount: amount ?? ZERO };
  });
  sharePlaces(amounts, edit.amounts);
  return { kind: 'setAmounts', amounts, unfunded: 'keep' };
}

/** A new map with these amounts; a zero leaves the map, so equal plans have equal maps. */
export function withAmounts(
  before: ReadonlyMap<RowId, RowAmounts>,
  amounts: readonly LeafAmount[],
): ReadonlyMap<RowId, RowAmounts> {
  const after = new Map(before);
  const opened = new Map<RowId, Map<LeafKey, Dong>>();
  const keys = leafKeysOf(amounts);
  let current: RowId | null = null;
  let row = new Map<LeafKey, Dong>();
  amounts.forEach((leaf, index) => {
    const key = keys[index];
    if (key === undefined) return;
    // Amounts come row by row: a row is looked up when it is another than before.
    if (leaf.row !== current) {
      current = leaf.row;
      row = opened.get(leaf.row) ?? new Map(before.get(leaf.row));
      opened.set(leaf.row, row);
    }
    if (leaf.amount === 0n) row.delete(key);
    else row.set(key, leaf.amount);
  });
  for (const [id, own] of opened) {
    if (own.size === 0) after.delete(id);
    else after.set(id, own);
  }
  return after;
}

export const setAmountsSteps: EditSteps<SetAmounts> = {
  refusal: setAmountsRefusal,
  apply: (plan, edit) => ({ ...plan, amounts: withAmounts(plan.amounts, edit.amounts) }),
  inverse: setAmountsInverse,
};
