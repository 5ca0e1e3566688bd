import { z } from 'zod';
import { UNITS } from '../money/unit.ts';
import {
  capitalSchema,
  planIdSchema,
  rowIdSchema,
  sourceIdSchema,
  textSchema,
  yearSchema,
} from './atoms-schema.ts';
import {
  type Header,
  ORDINAL_STYLES,
  type Period,
  type Plan,
  type PlanProgramme,
  type Row,
  SOURCE_GROUPS,
  type Source,
} from './plan.ts';
import { reviewSchema } from './review-schema.ts';
import { rowAmountsSchema } from './row-amounts-json.ts';

/**
 * The JSON of plans, checked both ways: `z.decode` for what comes in over a border, `z.encode` for what goes out.
 * The JSON of edits is in `edit/schema.ts`.
 */

const capitalLabel = z.strictObject({ short: textSchema, long: textSchema });
const level = z.strictObject({
  name: textSchema,
  ordinal: z.enum(ORDINAL_STYLES),
  codePrefix: textSchema,
  codeDigits: z.int().min(0).max(6),
});

export const programmeShape = {
  id: textSchema,
  title: textSchema,
  investment: capitalLabel,
  recurrent: capitalLabel,
  levels: z.array(level).min(1).max(12),
};

const wordsOptions = z.strictObject({
  hundredsZero: z.enum(['lẻ', 'linh']),
  thousand: z.enum(['nghìn', 'ngàn']),
  four: z.enum(['tư', 'bốn']),
});

export const headerShape = {
  title: textSchema,
  decision: textSchema,
  locality: textSchema,
  unit: z.enum(UNITS),
  footnotes: z.array(textSchema).max(100),
  signature: z.array(textSchema).max(100),
  words: wordsOptions,
};

export const headerSchema = z.strictObject(headerShape) satisfies z.ZodType<Header>;
export const programmeSchema = z.strictObject(programmeShape) satisfies z.ZodType<PlanProgramme>;
export const periodSchema = z.strictObject({
  first: yearSchema,
  last: yearSchema,
}) satisfies z.ZodType<Period>;

export const sourcePatchShape = {
  name: textSchema,
  short: textSchema,
  years: z.array(yearSchema).max(100),
  capitals: z.array(capitalSchema).min(1).max(3),
  origin: z.enum(['own', 'integrated', 'carriedOver']),
};

export const sourceSchema = z.strictObject({
  id: sourceIdSchema,
  parent: sourceIdSchema.nullable(),
  group: z.enum(SOURCE_GROUPS),
  ...sourcePatchShape,
}) satisfies z.ZodType<Source>;

export const rowPatchShape = {
  code: textSchema.min(1).max(80),
  ordinal: textSchema.max(80).nullable(),
  name: textSchema,
  investment: z.enum(['yes', 'warn', 'no']),
  leadAgency: textSchema,
  note: textSchema,
  confirmed: z.boolean(),
};

export const rowSchema = z.strictObject({
  id: rowIdSchema,
  parent: rowIdSchema.nullable(),
  ...rowPatchShape,
}) satisfies z.ZodType<Row>;

const structure = z.strictObject({
  id: planIdSchema,
  header: headerSchema,
  programme: programmeSchema,
  period: periodSchema,
  sources: z.array(sourceSchema).max(200),
  rows: z.array(rowSchema).max(100_000),
  review: reviewSchema,
});

/** All of a plan but its amounts, which are stored beside it, a record a row. */
export const planStructureSchema: z.ZodType<Omit<Plan, 'amounts'>> = structure;

export const planSchema: z.ZodType<Plan> = z.strictObject({
  ...structure.shape,
  amounts: z.codec(z.array(z.tuple([rowIdSchema, rowAmountsSchema])), z.custom<Plan['amounts']>(), {
    decode: (pairs): Plan['amounts'] => new Map(pairs),
    encode: (amounts) => [...amounts],
  }),
});
