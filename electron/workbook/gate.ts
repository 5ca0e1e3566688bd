const OPEN = 0;
const PASSED = 1;
const SHUT = 2;

/**
 * Between a piece of work and whoever may cancel it, in one thread or two: either the work passes and keeps its result,
 * or it is shut out and keeps nothing.
 */
export class Gate {
  readonly shared: SharedArrayBuffer;
  readonly #state: Int32Array;

  constructor(shared: SharedArrayBuffer = new SharedArrayBuffer(4)) {
    this.shared = shared;
    this.#state = new Int32Array(shared);
  }

  /** Whether the work may keep its result. From then on it cannot be cancelled. */
  pass(): boolean {
    return Atomics.compareExchange(this.#state, 0, OPEN, PASSED) === OPEN;
  }

  /** Whether the work was cancelled in time. */
  shut(): boolean {
    return Atomics.compareExchange(this.#state, 0, OPEN, SHUT) === OPEN;
  }
}
