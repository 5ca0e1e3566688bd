import { z } from 'zod';

/** Something found wrong, as a code and its parameters: worded by `shared/messages`. */
export const problemSchema = z.strictObject({
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});

/** What became of one plan of a damaged library. */
export const recoveredPlanSchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  /** Changes of its history that are there again, the first one counted. */
  steps: z.int().min(0),
  /** The changes that are not: numbers of the history, both included. */
  lost: z.strictObject({ first: z.int(), last: z.int() }).nullable(),
  /**
   * `whole`: nothing is missing. `amounts`: the plan is as it was last, only steps of its history are missing.
   * `earlier`: it is as it was before the steps that are missing. `gone`: not even its beginning was found.
   */
  state: z.enum(['whole', 'amounts', 'earlier', 'gone']),
});

/** What else was found missing: a revision, a wording, a form of the office's own, by the words that name it. */
export const lostRecordSchema = z.strictObject({ table: z.string(), name: z.string() });

/** How a damaged library was put together again. */
export const recoverySchema = z.strictObject({
  at: z.iso.datetime(),
  /** Where the damaged files are kept: a folder in the library's. */
  kept: z.string(),
  problems: z.array(problemSchema),
  /** Backups that something was taken from, by their file names. */
  backups: z.array(z.string()),
  plans: z.array(recoveredPlanSchema),
  lost: z.array(lostRecordSchema),
});

export type RecoveredPlan = z.output<typeof recoveredPlanSchema>;
export type LostRecord = z.output<typeof lostRecordSchema>;
export type Recovery = z.output<typeof recoverySchema>;
