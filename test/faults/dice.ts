import { createHash } from 'node:crypto';

/** Numbers that look random and are the same in every run, so that a failure can be looked at again. */
export class Dice {
  readonly #seed: string;
  #thrown = 0;

  constructor(seed: string) {
    this.#seed = seed;
  }

  /** A whole number of at least 0 and less than `sides`. */
  below(sides: number): number {
    const text = `${this.#seed} ${this.#thrown++}`;
    return createHash('sha256').update(text).digest().readUInt32LE(0) % Math.max(1, sides);
  }
}
