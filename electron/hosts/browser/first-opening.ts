import type { Result } from '../../../shared/refusal.ts';
import type { OpenPlanner } from '../open-planner.ts';

/** The planner of a host whose window is there before its library can be opened: tried at once, and again until it works. */
export class FirstOpening {
  readonly #open: () => Result<OpenPlanner>;
  #last: Result<OpenPlanner>;

  constructor(open: () => Result<OpenPlanner>) {
    this.#open = open;
    this.#last = open();
  }

  /** What came of the last attempt. */
  get last(): Result<OpenPlanner> {
    return this.#last;
  }

  /** Another attempt, where none has worked yet. */
  again(): Result<OpenPlanner> {
    if (!this.#last.ok) this.#last = this.#open();
    return this.#last;
  }
}
