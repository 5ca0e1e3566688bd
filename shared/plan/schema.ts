import { z } from 'zod';
import { type Dong, dong, isInRange } from '../money/dong.ts';
import { UNITS } from '../money/unit.ts';
import type { Change, PlanEdit, RowSeed } from './edit/edit.ts';
import { type PlanId, planId, type RowId, rowId, type SourceId, sourceId, type Year, year } from './ids.ts';
import {
  CAPITALS,
  type Header,
  type LeafKey,
  leafKey,
  ORDINAL_STYLES,
  type Period,
  type Plan,
  type PlanProgramme,
  parseLeafKey,
  type Row,
  type RowAmounts,
  SOURCE_GROUPS,
  type Source,
} from './plan.ts';

/**
 * The JSON of plans and edits, checked both ways: `z.decode` for what comes in over a border, `z.encode` for what
 * goes out. Amounts are decimal strings of whole đồng. This file is where raw text becomes a branded thing.
 */

const LONGEST_TEXT = 32_767;
const text = z.string().max(LONGEST_TEXT);
const identifier = z
  .string()
  .min(1)
  .max(80)
  .regex(/^[\p{L}\p{N}._:-]+$/u);

const branded = <Name extends string>(brand: (raw: string) => Name) =>
  z.codec(identifier, z.custom<Name>(), { decode: brand, encode: (name): string => name });

export const planIdSchema = branded<PlanId>(planId);
export const rowIdSchema = branded<RowId>(rowId);
export const sourceIdSchema = branded<SourceId>(sourceId);
export const yearSchema = z.codec(z.int().min(1900).max(2999), z.custom<Year>(), {
  decode: year,
  encode: (value): number => value,
});

export const dongSchema = z.codec(
  z
    .string()
    // What is no whole number must not get as far as `BigInt`, which throws.
    .regex(/^(0|-?[1-9]\d{0,18})$/, { abort: true })
    .refine((digits) => isInRange(BigInt(digits))),
  z.custom<Dong>((value) => typeof value === 'bigint'),
  { decode: (digits) => dong(BigInt(digits)), encode: (amount) => amount.toString() },
);

const capital = z.enum(CAPITALS);

const capitalLabel = z.strictObject({ short: text, long: text });
const level = z.strictObject({
  name: text,
  ordinal: z.enum(ORDINAL_STYLES),
  codePrefix: text,
  codeDigits: z.int().min(0).max(6),
});

const programme = {
  id: text,
  title: text,
  investment: capitalLabel,
  recurrent: capitalLabel,
  levels: z.array(level).min(1).max(12),
};

const wordsOptions = z.strictObject({
  hundredsZero: z.enum(['lẻ', 'linh']),
  thousand: z.enum(['nghìn', 'ngàn']),
  four: z.enum(['tư', 'bốn']),
});

const header = {
  title: text,
  decision: text,
  locality: text,
  unit: z.enum(UNITS),
  footnotes: z.array(text).max(100),
  signature: z.array(text).max(100),
  words: wordsOptions,
};

export const headerSchema = z.strictObject(header) satisfies z.ZodType<Header>;
export const programmeSchema = z.strictObject(programme) satisfies z.ZodType<PlanProgramme>;
export const periodSchema = z.strictObject({
  first: yearSchema,
  last: yearSchema,
}) satisfies z.ZodType<Period>;

const sourcePatch = {
  name: text,
  short: text,
  years: z.array(yearSchema).max(100),
  capitals: z.array(capital).min(1).max(3),
  origin: z.enum(['own', 'integrated', 'carriedOver']),
};

export const sourceSchema = z.strictObject({
  id: sourceIdSchema,
  parent: sourceIdSchema.nullable(),
  group: z.enum(SOURCE_GROUPS),
  ...sourcePatch,
}) satisfies z.ZodType<Source>;

const rowPatch = {
  code: z.string().min(1).max(80),
  ordinal: z.string().max(80).nullable(),
  name: text,
  investment: z.enum(['yes', 'warn', 'no']),
  leadAgency: text,
  note: text,
  confirmed: z.boolean(),
};

export const rowSchema = z.strictObject({
  id: rowIdSchema,
  parent: rowIdSchema.nullable(),
  ...rowPatch,
}) satisfies z.ZodType<Row>;

const place = { year: yearSchema, source: sourceIdSchema, capital, amount: dongSchema };
const leafAmount = z.strictObject({ row: rowIdSchema, ...place });

const rowSeed = z.strictObject({
  row: rowSchema,
  amounts: z.array(z.strictObject(place)),
}) satisfies z.ZodType<RowSeed>;

/** A patch: any of the fields, none of them undefined. */
const patchOf = <Shape extends z.ZodRawShape>(shape: Shape) => {
  const optional = Object.fromEntries(
    Object.entries(shape).map(([name, schema]) => [name, z.exactOptional(schema as z.ZodType)]),
  );
  return z.strictObject(optional as { [Name in keyof Shape]: z.ZodExactOptional<Shape[Name] & z.ZodType> });
};

export const planEditSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('setAmounts'),
    amounts: z.array(leafAmount),
    unfunded: z.enum(['refuse', 'keep']),
  }),
  z.strictObject({
    kind: z.literal('insertRows'),
    parent: rowIdSchema.nullable(),
    index: z.int().min(0),
    rows: z.array(rowSeed).min(1),
    takesParentAmounts: rowIdSchema.nullable(),
  }),
  z.strictObject({
    kind: z.literal('removeRows'),
    row: rowIdSchema,
    givesParentAmounts: rowIdSchema.nullable(),
  }),
  z.strictObject({
    kind: z.literal('moveRow'),
    row: rowIdSchema,
    parent: rowIdSchema.nullable(),
    index: z.int().min(0),
  }),
  z.strictObject({ kind: z.literal('updateRow'), row: rowIdSchema, patch: patchOf(rowPatch) }),
  z.strictObject({
    kind: z.literal('addSource'),
    source: sourceSchema,
    index: z.int().min(0),
    amounts: z.array(z.strictObject({ row: rowIdSchema, year: yearSchema, capital, amount: dongSchema })),
    takesParentAmounts: z.boolean(),
  }),
  z.strictObject({
    kind: z.literal('removeSource'),
    source: sourceIdSchema,
    givesParentAmounts: z.boolean(),
  }),
  z.strictObject({ kind: z.literal('updateSource'), source: sourceIdSchema, patch: patchOf(sourcePatch) }),
  z.strictObject({ kind: z.literal('setHeader'), patch: patchOf(header) }),
  z.strictObject({ kind: z.literal('setPeriod'), period: periodSchema }),
  z.strictObject({ kind: z.literal('setProgramme'), patch: patchOf(programme) }),
]) satisfies z.ZodType<PlanEdit>;

export const planEditsSchema: z.ZodType<readonly PlanEdit[]> = z.array(planEditSchema).min(1);

export const changeLabelSchema = z.strictObject({
  code: z.string().min(1).max(80),
  params: z.record(z.string(), z.union([text, z.number()])),
});

export const changeSchema: z.ZodType<Change> = z.strictObject({
  label: changeLabelSchema,
  edits: planEditsSchema,
});

/** A row's amounts as [year, source, capital, amount], in a fixed order: equal amounts are equal text. */
const amountTuple = z.tuple([yearSchema, sourceIdSchema, capital, dongSchema]);
export const rowAmountsSchema = z.codec(z.array(amountTuple), z.custom<RowAmounts>(), {
  decode: (tuples): RowAmounts =>
    new Map(tuples.map(([at, source, kind, amount]): [LeafKey, Dong] => [leafKey(at, source, kind), amount])),
  encode: (amounts) =>
    [...amounts]
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, amount]): [Year, SourceId, (typeof CAPITALS)[number], Dong] => {
        const { year: at, source, capital: kind } = parseLeafKey(key);
        return [at, source, kind, amount];
      }),
});

const structure = z.strictObject({
  id: planIdSchema,
  header: headerSchema,
  programme: programmeSchema,
  period: periodSchema,
  sources: z.array(sourceSchema).max(200),
  rows: z.array(rowSchema).max(100_000),
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
