import { z } from 'zod';
import {
  capitalSchema,
  dongSchema,
  rowIdSchema,
  sourceIdSchema,
  textSchema,
  yearSchema,
} from './atoms-schema.ts';
import { controlKey, type Review } from './review.ts';

/** The JSON of what a plan is reviewed by, checked both ways. A plan from before there was any has none. */

/** A reason is a sentence or two. */
const reasonSchema = textSchema.trim().min(1).max(2000);
const keySchema = z.string().min(1).max(500);
const MOST_SETS = 50;
const MOST_AMOUNTS = 200_000;

export const hundredthsSchema = z.int().min(1).max(1_000_000);

export const acceptanceShape = { says: z.string().max(5000), reason: reasonSchema };

export const controlPlaceShape = {
  row: rowIdSchema.nullable(),
  year: yearSchema.nullable(),
  source: sourceIdSchema.nullable(),
  capital: capitalSchema.nullable(),
};

/** Whether members stand in the order of their keys, each once: then taking an edit back gives the same list. */
const inOrder =
  <Member>(keyOf: (member: Member) => string) =>
  (members: readonly Member[]): boolean => {
    const keys = members.map(keyOf);
    return keys.every((key, at) => at === 0 || (keys[at - 1] ?? '') < key);
  };

export const controlSetSchema = z.strictObject({
  id: keySchema,
  name: textSchema,
  amounts: z
    .array(z.strictObject({ ...controlPlaceShape, amount: dongSchema }))
    .max(MOST_AMOUNTS)
    .refine(inOrder(controlKey)),
});

export const findingKeySchema = keySchema;
export const controlSetIdSchema = keySchema;

export const reviewSchema = z
  .strictObject({
    counterpart: z
      .array(z.strictObject({ year: yearSchema, hundredths: hundredthsSchema }))
      .refine(inOrder(({ year }: { readonly year: number }) => `${year}`)),
    accepted: z
      .array(z.strictObject({ finding: findingKeySchema, ...acceptanceShape }))
      .refine(inOrder(({ finding }: { readonly finding: string }) => finding)),
    controls: z.array(controlSetSchema).max(MOST_SETS),
  })
  .default(() => ({ counterpart: [], accepted: [], controls: [] })) satisfies z.ZodType<Review>;
