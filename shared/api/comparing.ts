import { z } from 'zod';
import { answersSchema } from '../intake/answers.ts';
import { UNITS } from '../money/unit.ts';
import { planIdSchema } from '../plan/atoms-schema.ts';
import { comparisonSchema } from '../reconcile/comparison.ts';
import { bytesSchema } from './bytes.ts';

/** What may be held against what: a plan as it is now or as it was at a revision, or a file from elsewhere. */
export const comparedSideSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('plan'),
    plan: planIdSchema,
    /** A revision's label; null for the plan as it is now. */
    revision: z.string().max(500).nullable(),
  }),
  /** A plan as it was after a row of its history. */
  z.strictObject({ kind: z.literal('point'), plan: planIdSchema, sequence: z.int().min(0) }),
  z.strictObject({
    kind: z.literal('file'),
    name: z.string().max(500),
    bytes: bytesSchema,
    answers: answersSchema.optional(),
  }),
]);

export const comparedSidesSchema = z.strictObject({
  before: comparedSideSchema,
  after: comparedSideSchema,
});

/** What a side is called, worded by `shared/messages`. */
const sideNameSchema = z.strictObject({ code: z.string(), params: z.record(z.string(), z.string()) });

export const comparedSchema = z.strictObject({
  before: sideNameSchema,
  after: sideNameSchema,
  /** The unit that the plan after is shown in. */
  unit: z.enum(UNITS),
  comparison: comparisonSchema,
});

export type ComparedSide = z.output<typeof comparedSideSchema>;
export type ComparedSides = z.output<typeof comparedSidesSchema>;
export type Compared = z.output<typeof comparedSchema>;
