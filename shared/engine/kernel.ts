import type { Shape } from './shape.ts';

/** Beyond this sum of magnitudes (a float, so with room to spare below ±9·10^18) totals are verified one by one. */
const SURELY_IN_RANGE = 8e18;

/**
 * The totals of a tree of rows in one flat array: `((node × planes) + plane) × slots + slot`, whole đồng.
 * Node 0 is the grand total. Planes are the years, then the period, then one year. All sums are made in place
 * inside the array: a bigint variable in a hot loop would cost several times as much (measurements.md).
 *
 * Sums wrap modulo 2^64 without a sound, which does no harm as long as the true total fits; `mayOverflow` says
 * when that has to be proved.
 */
export class Kernel {
  readonly shape: Shape;
  readonly parent: Int32Array;
  readonly isLeaf: Uint8Array;
  readonly planes: number;
  readonly totals: BigInt64Array;
  /** How many leaves below have funded years that differ, by node and slot: their one-year amount has no value. */
  readonly mixed: Int32Array;
  /** The same bytes as `totals`, two words each: comparing words makes no bigint. */
  readonly #words: Int32Array;
  /** What an update adds, kept in an array for the same reason as the totals. */
  readonly #delta = new BigInt64Array(1);
  readonly #deltaWords = new Int32Array(this.#delta.buffer);
  /** See `takeChanged`. */
  changed: Int32Array = new Int32Array(256);
  #changedCount = 0;
  #updates = 0;
  /** Sum of |leaf| over the whole tree, as a float: the bound of every total. */
  #magnitude = 0;

  /** `parent[node]` is smaller than `node`; node 0 is the root. Leaf nodes hold amounts. */
  constructor(shape: Shape, parent: Int32Array, isLeaf: Uint8Array) {
    this.shape = shape;
    this.parent = parent;
    this.isLeaf = isLeaf;
    this.planes = shape.years.length + 2;
    const size = parent.length * this.planes * shape.slots;
    this.totals = new BigInt64Array(size);
    this.mixed = new Int32Array(parent.length * shape.slots);
    this.#words = new Int32Array(this.totals.buffer);
  }

  get bytes(): number {
    return this.totals.byteLength + this.mixed.byteLength + this.parent.byteLength;
  }

  get mayOverflow(): boolean {
    return this.#magnitude > SURELY_IN_RANGE;
  }

  at(node: number, plane: number, slot: number): number {
    return (node * this.planes + plane) * this.shape.slots + slot;
  }

  /** Puts a leaf amount in its place before `computeAll`; totals do not follow yet. */
  load(node: number, yearPlane: number, leaf: number, amount: bigint): void {
    const index = this.at(node, yearPlane, leaf);
    this.#magnitude -= this.#magnitudeAt(index);
    this.totals[index] = amount;
    this.#magnitude += this.#magnitudeAt(index);
  }

  /** Computes every total from the leaves. */
  computeAll(): void {
    const { parent, isLeaf, totals, mixed, planes } = this;
    const { slots } = this.shape;
    const leaves = this.shape.leaves.length;
    const years = planes - 2;
    const block = planes * slots;
    mixed.fill(0);
    for (let node = 0; node < parent.length; node++) {
      const start = node * block;
      if (isLeaf[node] === 0) {
        this.#clear(start, start + block);
        continue;
      }
      for (let plane = 0; plane < years; plane++) {
        this.#clear(start + plane * slots + leaves, start + (plane + 1) * slots);
      }
      this.#clear(start + years * slots, start + block);
      this.#sumLeafRow(node);
    }
    for (let node = parent.length - 1; node > 0; node--) {
      const own = node * block;
      const above = (parent[node] ?? 0) * block;
      for (let i = 0; i < block; i++) totals[above + i] = (totals[above + i] ?? 0n) + (totals[own + i] ?? 0n);
      const ownMixed = node * slots;
      const aboveMixed = (parent[node] ?? 0) * slots;
      for (let i = 0; i < slots; i++)
        mixed[aboveMixed + i] = (mixed[aboveMixed + i] ?? 0) + (mixed[ownMixed + i] ?? 0);
    }
  }

  #clear(from: number, to: number): void {
    this.#words.fill(0, 2 * from, 2 * to);
  }

  #sumLeafRow(node: number): void {
    const { totals, mixed, planes } = this;
    const { slots, from, to } = this.shape;
    const leaves = this.shape.leaves.length;
    const years = planes - 2;
    const first = node * planes * slots;
    const period = first + years * slots;
    for (let plane = 0; plane < years; plane++) {
      const base = first + plane * slots;
      for (let i = 0; i < from.length; i++) {
        const target = base + (to[i] ?? 0);
        totals[target] = (totals[target] ?? 0n) + (totals[base + (from[i] ?? 0)] ?? 0n);
      }
      for (let slot = 0; slot < slots; slot++) {
        totals[period + slot] = (totals[period + slot] ?? 0n) + (totals[base + slot] ?? 0n);
      }
    }
    const one = period + slots;
    const mixedBase = node * slots;
    for (let leaf = 0; leaf < leaves; leaf++) {
      const source = this.#oneYearIndex(first, leaf);
      if (source >= 0) totals[one + leaf] = totals[source] ?? 0n;
      else if (source === MIXED) mixed[mixedBase + leaf] = 1;
    }
    for (let i = 0; i < from.length; i++) {
      const source = from[i] ?? 0;
      const target = to[i] ?? 0;
      totals[one + target] = (totals[one + target] ?? 0n) + (totals[one + source] ?? 0n);
      mixed[mixedBase + target] = (mixed[mixedBase + target] ?? 0) + (mixed[mixedBase + source] ?? 0);
    }
  }

  /**
   * Where the common amount of a leaf's funded years stands: the index of its first funded year, `MIXED` where the
   * years differ or an unfunded year holds money, `NO_YEARS` where the source funds none.
   */
  #oneYearIndex(rowStart: number, leaf: number): number {
    const { slots, funded } = this.shape;
    const years = this.planes - 2;
    const words = this.#words;
    let first = NO_YEARS;
    let firstLow = 0;
    let firstHigh = 0;
    for (let plane = 0; plane < years; plane++) {
      const index = rowStart + plane * slots + leaf;
      const low = words[2 * index] ?? 0;
      const high = words[2 * index + 1] ?? 0;
      if (funded[leaf * years + plane] === 0) {
        if ((low | high) !== 0) return MIXED;
      } else if (first < 0) {
        first = index;
        firstLow = low;
        firstHigh = high;
      } else if (firstLow !== low || firstHigh !== high) {
        return MIXED;
      }
    }
    return first;
  }

  /** Changes one leaf and every total above it. `takeChanged` then lists what changed since it was last asked. */
  update(node: number, yearPlane: number, leaf: number, amount: bigint): void {
    const { totals, planes, parent } = this;
    const { slots, closure, closureStart } = this.shape;
    const delta = this.#delta;
    const periodPlane = planes - 2;
    const index = this.at(node, yearPlane, leaf);
    this.#magnitude -= this.#magnitudeAt(index);
    delta[0] = amount;
    delta[0] = (delta[0] ?? 0n) - (totals[index] ?? 0n);
    const begin = closureStart[leaf] ?? 0;
    const end = closureStart[leaf + 1] ?? 0;
    this.#updates += 1;
    for (let at = node; at >= 0; at = parent[at] ?? -1) {
      const year = (at * planes + yearPlane) * slots;
      const toPeriod = (periodPlane - yearPlane) * slots;
      const changed = this.#roomFor(2 * (end - begin));
      let count = this.#changedCount;
      for (let i = begin; i < end; i++) {
        const target = year + (closure[i] ?? 0);
        totals[target] = (totals[target] ?? 0n) + (delta[0] ?? 0n);
        totals[target + toPeriod] = (totals[target + toPeriod] ?? 0n) + (delta[0] ?? 0n);
        changed[count] = target;
        changed[count + 1] = target + toPeriod;
        count += 2;
      }
      this.#changedCount = count;
    }
    this.#magnitude += this.#magnitudeAt(index);
    this.#updateOneYear(node, leaf, begin, end);
  }

  #updateOneYear(node: number, leaf: number, begin: number, end: number): void {
    const { totals, mixed, planes, parent } = this;
    const { slots, closure } = this.shape;
    const delta = this.#delta;
    const one = this.at(node, planes - 1, leaf);
    const source = this.#oneYearIndex(node * planes * slots, leaf);
    if (source >= 0) delta[0] = (totals[source] ?? 0n) - (totals[one] ?? 0n);
    else delta[0] = -(totals[one] ?? 0n);
    const mixedChange = (source === MIXED ? 1 : 0) - (mixed[node * slots + leaf] ?? 0);
    if (mixedChange === 0 && this.#deltaWords[0] === 0 && this.#deltaWords[1] === 0) return;
    for (let at = node; at >= 0; at = parent[at] ?? -1) {
      const base = (at * planes + planes - 1) * slots;
      const changed = this.#roomFor(end - begin);
      let count = this.#changedCount;
      for (let i = begin; i < end; i++) {
        const slot = closure[i] ?? 0;
        totals[base + slot] = (totals[base + slot] ?? 0n) + (delta[0] ?? 0n);
        mixed[at * slots + slot] = (mixed[at * slots + slot] ?? 0) + mixedChange;
        changed[count] = base + slot;
        count += 1;
      }
      this.#changedCount = count;
    }
  }

  /**
   * How many totals `update` has touched since the last call; their indices, each once, then begin `changed`. They
   * stand until the next update. (A view of just these would cost as much as the update of one leaf.)
   */
  takeChanged(): number {
    let count = this.#changedCount;
    if (this.#updates > 1) {
      const distinct = Int32Array.from(new Set(this.changed.subarray(0, count)));
      this.changed.set(distinct);
      count = distinct.length;
    }
    this.#changedCount = 0;
    this.#updates = 0;
    return count;
  }

  #roomFor(more: number): Int32Array {
    const needed = this.#changedCount + more;
    if (needed > this.changed.length) {
      const larger = new Int32Array(2 * needed);
      larger.set(this.changed);
      this.changed = larger;
    }
    return this.changed;
  }

  #magnitudeAt(index: number): number {
    const low = this.#words[2 * index] ?? 0;
    const high = this.#words[2 * index + 1] ?? 0;
    return Math.abs(high * 0x1_0000_0000 + (low >>> 0));
  }
}

const MIXED = -2;
const NO_YEARS = -1;
