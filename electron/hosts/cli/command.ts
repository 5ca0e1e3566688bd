import type { Planner } from '../../../shared/api/planner.ts';
import type { Result } from '../../../shared/refusal.ts';
import type { Given } from './given.ts';

/** One word of the terminal contract (docs: cli.md). */
export interface Command {
  readonly name: string;
  /** What must follow the name, in order, as usage names it: `PLAN`, `FILE`. */
  readonly operands: readonly string[];
  /** Options that take the next argument as their value, verbatim. Without the two dashes. */
  readonly options: readonly string[];
  readonly flags: readonly string[];
  /** Relative files stand in `folder`. */
  run(given: Given, planner: Planner, folder: string): Promise<Result<Answer>>;
}

/** What a command answers: one JSON document for programs, and lines for a person. */
export interface Answer {
  readonly json: unknown;
  readonly text: string;
  /** Nothing was done: the answer says what is missing first (exit 2). */
  readonly refused?: true;
}
