import { type Dong, dong, isInRange } from '../money/dong.ts';
import type { LeafAmount, PlanEdit } from '../plan/edit/edit.ts';
import { leafKeysOf } from '../plan/edit/leaf-keys.ts';
import { isLeafAt, type Outline, outlineOf } from '../plan/outline.ts';
import { type LeafKey, leafKey, type Plan } from '../plan/plan.ts';
import { ok, type Result, refuse } from '../refusal.ts';
import { Kernel } from './kernel.ts';
import type { Selector } from './selector.ts';
import { type Address, addressOf, type Shape, shapeOf } from './shape.ts';

/** The row index that stands for the sum of all rows. */
export const GRAND_TOTAL = -1;

export type TotalsResult<Value> = Result<Value, 'plan.totalOutOfRange'>;

/** Fewer leaves than this are always followed one by one: whoever draws the totals then learns which changed. */
const MANY_LEAVES = 1000;
/** Carrying one leaf up and naming what changed costs about as much as adding up so many totals. */
const UPDATE_COST = 64;

/** One stored total that an update changed. */
export interface ChangedTotal {
  /** Index into `plan.rows`, or `GRAND_TOTAL`. */
  readonly row: number;
  readonly plane: number;
  readonly slot: number;
}

/**
 * Every total of a plan, exact. Changed in place by `update`: whoever shows totals watches what it returns.
 * A total outside ±9·10^18 đồng is refused, never wrapped.
 */
export class Totals {
  readonly shape: Shape;
  readonly #kernel: Kernel;
  readonly #outline: Outline;
  readonly #leafSlots: ReadonlyMap<LeafKey, { plane: number; leaf: number }>;

  private constructor(plan: Plan) {
    this.shape = shapeOf(plan.period, plan.sources);
    this.#outline = outlineOf(plan.rows);
    const parent = new Int32Array(plan.rows.length + 1);
    const isLeaf = new Uint8Array(plan.rows.length + 1);
    parent[0] = -1;
    plan.rows.forEach((_, at) => {
      parent[at + 1] = (this.#outline.parent[at] ?? -1) + 1;
      isLeaf[at + 1] = isLeafAt(this.#outline, at) ? 1 : 0;
    });
    this.#kernel = new Kernel(this.shape, parent, isLeaf);
    const leafSlots = new Map<LeafKey, { plane: number; leaf: number }>();
    this.shape.years.forEach((year, plane) => {
      this.shape.leaves.forEach((slot, leaf) => {
        leafSlots.set(leafKey(year, slot.source, slot.capital), { plane, leaf });
      });
    });
    this.#leafSlots = leafSlots;
  }

  /** Full computation. */
  static of(plan: Plan): TotalsResult<Totals> {
    const totals = new Totals(plan);
    totals.#load(plan);
    totals.#kernel.computeAll();
    return totals.#inRange() ? ok(totals) : refuse('plan.totalOutOfRange');
  }

  #load(plan: Plan): void {
    for (const [id, amounts] of plan.amounts) {
      const row = this.#outline.index.get(id);
      if (row === undefined) throw new Error(`amounts of a row that the plan does not have: ${id}`);
      for (const [key, amount] of amounts) {
        const slot = this.#leafSlots.get(key);
        if (!slot) throw new Error(`amount in a place that the plan does not have: ${key}`);
        this.#kernel.load(row + 1, slot.plane, slot.leaf, amount);
      }
    }
  }

  /**
   * Brings the totals up to an edited plan. Amounts are followed leaf by leaf (very many of them are put in their
   * places and all is added up again), everything that changes the shape is computed anew, and what touches no money
   * keeps the totals as they are. A refusal leaves these totals as they were.
   */
  follow(
    plan: Plan,
    edits: readonly PlanEdit[],
  ): TotalsResult<{ totals: Totals; changed: ChangedTotal[] | 'all' }> {
    if (edits.every((edit) => edit.kind === 'setAmounts')) {
      const [first] = edits;
      const amounts = edits.length === 1 && first ? first.amounts : edits.flatMap((edit) => edit.amounts);
      const result = this.#isLarge(amounts) ? this.#replace(amounts) : this.update(amounts);
      return result.ok ? ok({ totals: this, changed: result.value }) : result;
    }
    if (edits.every(touchesNoMoney)) return ok({ totals: this, changed: [] });
    const fresh = Totals.of(plan);
    return fresh.ok ? ok({ totals: fresh.value, changed: 'all' }) : fresh;
  }

  /** Sets leaves and updates only the totals above them. Returns every total that was touched. */
  update(amounts: readonly LeafAmount[]): TotalsResult<ChangedTotal[]> {
    const kernel = this.#kernel;
    const former: bigint[] = [];
    const update = (node: number, plane: number, leaf: number, amount: bigint): void => {
      former.push(kernel.totals[kernel.at(node, plane, leaf)] ?? 0n);
      kernel.update(node, plane, leaf, amount);
    };
    this.#each(amounts, update);
    const count = kernel.takeChanged();
    const changed = Array.from(kernel.changed.subarray(0, count), (index) => this.#describe(index));
    if (this.#inRange()) return ok(changed);
    this.#each(withFormer(amounts, former), (...leaf) => kernel.update(...leaf));
    kernel.takeChanged();
    return refuse('plan.totalOutOfRange');
  }

  /** Whether so many leaves are sooner added up with everything else than each carried up to the grand total. */
  #isLarge(amounts: readonly LeafAmount[]): boolean {
    return amounts.length >= MANY_LEAVES && amounts.length * UPDATE_COST > this.#kernel.totals.length;
  }

  /** As `update`, for very many leaves: naming every total that changed would cost more than looking at all. */
  #replace(amounts: readonly LeafAmount[]): TotalsResult<'all'> {
    const kernel = this.#kernel;
    const former: bigint[] = [];
    this.#each(amounts, (node, plane, leaf, amount) => {
      former.push(kernel.totals[kernel.at(node, plane, leaf)] ?? 0n);
      kernel.load(node, plane, leaf, amount);
    });
    kernel.computeAll();
    if (this.#inRange()) return ok('all');
    this.#each(withFormer(amounts, former), (...leaf) => kernel.load(...leaf));
    kernel.computeAll();
    return refuse('plan.totalOutOfRange');
  }

  #each(
    amounts: readonly LeafAmount[],
    visit: (node: number, plane: number, leaf: number, amount: bigint) => void,
  ): void {
    const keys = leafKeysOf(amounts);
    amounts.forEach(({ row, amount }, at) => {
      const node = this.#outline.index.get(row);
      const key = keys[at];
      const slot = key === undefined ? undefined : this.#leafSlots.get(key);
      if (node === undefined || !slot) throw new Error('update of a leaf that the plan does not have');
      visit(node + 1, slot.plane, slot.leaf, amount);
    });
  }

  #describe(index: number): ChangedTotal {
    const { slots } = this.shape;
    const cell = Math.floor(index / slots);
    const row = Math.floor(cell / this.#kernel.planes) - 1;
    return { row, plane: cell % this.#kernel.planes, slot: index % slots };
  }

  address(selector: Selector): Address {
    return addressOf(this.shape, selector);
  }

  /** The exact total at an address; `row` is an index into `plan.rows` or `GRAND_TOTAL`. */
  read(row: number, address: Address): Dong {
    const kernel = this.#kernel;
    let sum = 0n;
    for (const slot of address.slots) sum += kernel.totals[kernel.at(row + 1, address.plane, slot)] ?? 0n;
    return dong(sum);
  }

  /** Whether a one-year address has no value because funded years differ somewhere below. */
  isMixed(row: number, address: Address): boolean {
    if (address.plane !== this.shape.years.length + 1) return false;
    const { mixed } = this.#kernel;
    return address.slots.some((slot) => (mixed[(row + 1) * this.shape.slots + slot] ?? 0) > 0);
  }

  get bytes(): number {
    return this.#kernel.bytes;
  }

  /** Totals are sums of leaves: while the leaves' magnitudes stay small no total can leave the range. */
  #inRange(): boolean {
    return !this.#kernel.mayOverflow || provedInRange(this.#kernel);
  }
}

/** The amounts that stood before, last first: a leaf that was set twice ends with what it had at the beginning. */
function withFormer(amounts: readonly LeafAmount[], former: readonly bigint[]): LeafAmount[] {
  return amounts.map((leaf, at) => ({ ...leaf, amount: dong(former[at] ?? 0n) })).toReversed();
}

const NO_MONEY: ReadonlySet<PlanEdit['kind']> = new Set([
  'updateRow',
  'setHeader',
  'setProgramme',
  'setCounterpart',
  'setAcceptance',
  'addControlSet',
  'removeControlSet',
  'updateControlSet',
]);

function touchesNoMoney(edit: PlanEdit): boolean {
  return NO_MONEY.has(edit.kind);
}

/** Adds everything up once more in unlimited integers. Reached only by sums near the limit, so it may be slow. */
function provedInRange(kernel: Kernel): boolean {
  const { shape, parent, isLeaf, planes, totals } = kernel;
  const years = planes - 2;
  const sums = new Map<number, bigint>();
  for (let node = 0; node < parent.length; node++) {
    if (isLeaf[node] === 0) continue;
    for (let plane = 0; plane < years; plane++) {
      for (let leaf = 0; leaf < shape.leaves.length; leaf++) {
        const amount = totals[kernel.at(node, plane, leaf)] ?? 0n;
        if (amount === 0n) continue;
        const closure = shape.closure.subarray(shape.closureStart[leaf], shape.closureStart[leaf + 1]);
        for (let at = node; at >= 0; at = parent[at] ?? -1) {
          for (const slot of closure) {
            for (const target of [kernel.at(at, plane, slot), kernel.at(at, years, slot)]) {
              sums.set(target, (sums.get(target) ?? 0n) + amount);
            }
          }
        }
      }
    }
  }
  return [...sums.values()].every(isInRange);
}
