import type { Shape } from '../../shared/engine/shape.ts';

/**
 * The yardstick: the engine's loops over a Float64Array instead of a BigInt64Array. The same additions in the same
 * order, written under the same compiler rules, without exactness, without a guard and without a list of changes.
 */
export class FloatKernel {
  readonly shape: Shape;
  readonly parent: Int32Array;
  readonly isLeaf: Uint8Array;
  readonly planes: number;
  readonly totals: Float64Array;
  readonly mixed: Int32Array;

  constructor(shape: Shape, parent: Int32Array, isLeaf: Uint8Array) {
    this.shape = shape;
    this.parent = parent;
    this.isLeaf = isLeaf;
    this.planes = shape.years.length + 2;
    this.totals = new Float64Array(parent.length * this.planes * shape.slots);
    this.mixed = new Int32Array(parent.length * shape.slots);
  }

  load(node: number, plane: number, leaf: number, amount: number): void {
    this.totals[(node * this.planes + plane) * this.shape.slots + leaf] = amount;
  }

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
        totals.fill(0, start, start + block);
        continue;
      }
      for (let plane = 0; plane < years; plane++) {
        totals.fill(0, start + plane * slots + leaves, start + (plane + 1) * slots);
      }
      totals.fill(0, start + years * slots, start + block);
      this.#sumLeafRow(node);
    }
    for (let node = parent.length - 1; node > 0; node--) {
      const own = node * block;
      const above = (parent[node] ?? 0) * block;
      for (let i = 0; i < block; i++) totals[above + i] = (totals[above + i] ?? 0) + (totals[own + i] ?? 0);
      const ownMixed = node * slots;
      const aboveMixed = (parent[node] ?? 0) * slots;
      for (let i = 0; i < slots; i++)
        mixed[aboveMixed + i] = (mixed[aboveMixed + i] ?? 0) + (mixed[ownMixed + i] ?? 0);
    }
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
        totals[target] = (totals[target] ?? 0) + (totals[base + (from[i] ?? 0)] ?? 0);
      }
      for (let slot = 0; slot < slots; slot++) {
        totals[period + slot] = (totals[period + slot] ?? 0) + (totals[base + slot] ?? 0);
      }
    }
    const one = period + slots;
    const mixedBase = node * slots;
    for (let leaf = 0; leaf < leaves; leaf++) {
      const source = this.#oneYearIndex(first, leaf);
      if (source >= 0) totals[one + leaf] = totals[source] ?? 0;
      else if (source === MIXED) mixed[mixedBase + leaf] = 1;
    }
    for (let i = 0; i < from.length; i++) {
      const source = from[i] ?? 0;
      const target = to[i] ?? 0;
      totals[one + target] = (totals[one + target] ?? 0) + (totals[one + source] ?? 0);
      mixed[mixedBase + target] = (mixed[mixedBase + target] ?? 0) + (mixed[mixedBase + source] ?? 0);
    }
  }

  #oneYearIndex(rowStart: number, leaf: number): number {
    const { slots, funded } = this.shape;
    const years = this.planes - 2;
    const { totals } = this;
    let first = NO_YEARS;
    for (let plane = 0; plane < years; plane++) {
      const index = rowStart + plane * slots + leaf;
      if (funded[leaf * years + plane] === 0) {
        if (totals[index] !== 0) return MIXED;
      } else if (first < 0) {
        first = index;
      } else if (totals[first] !== totals[index]) {
        return MIXED;
      }
    }
    return first;
  }

  update(node: number, yearPlane: number, leaf: number, amount: number): void {
    const { totals, mixed, planes, parent } = this;
    const { slots, closure, closureStart } = this.shape;
    const index = (node * planes + yearPlane) * slots + leaf;
    let delta = amount - (totals[index] ?? 0);
    const begin = closureStart[leaf] ?? 0;
    const end = closureStart[leaf + 1] ?? 0;
    const toPeriod = (planes - 2 - yearPlane) * slots;
    for (let at = node; at >= 0; at = parent[at] ?? -1) {
      const year = (at * planes + yearPlane) * slots;
      for (let i = begin; i < end; i++) {
        const target = year + (closure[i] ?? 0);
        totals[target] = (totals[target] ?? 0) + delta;
        totals[target + toPeriod] = (totals[target + toPeriod] ?? 0) + delta;
      }
    }
    const one = (node * planes + planes - 1) * slots + leaf;
    const source = this.#oneYearIndex(node * planes * slots, leaf);
    delta = (source >= 0 ? (totals[source] ?? 0) : 0) - (totals[one] ?? 0);
    const mixedChange = (source === MIXED ? 1 : 0) - (mixed[node * slots + leaf] ?? 0);
    if (mixedChange === 0 && delta === 0) return;
    for (let at = node; at >= 0; at = parent[at] ?? -1) {
      const base = (at * planes + planes - 1) * slots;
      for (let i = begin; i < end; i++) {
        const slot = closure[i] ?? 0;
        totals[base + slot] = (totals[base + slot] ?? 0) + delta;
        mixed[at * slots + slot] = (mixed[at * slots + slot] ?? 0) + mixedChange;
      }
    }
  }
}

const MIXED = -2;
const NO_YEARS = -1;
