import { z } from 'zod';
import {
  capitalSchema,
  dongSchema,
  rowIdSchema,
  sourceIdSchema,
  textSchema,
  yearSchema,
} from '../atoms-schema.ts';
import {
  acceptanceShape,
  controlPlaceShape,
  controlSetIdSchema,
  controlSetSchema,
  findingKeySchema,
  hundredthsSchema,
} from '../review-schema.ts';
import {
  headerShape,
  periodSchema,
  programmeShape,
  rowPatchShape,
  rowSchema,
  sourcePatchShape,
  sourceSchema,
} from '../schema.ts';
import { leafAmountsSchema } from './amounts-json.ts';
import type { Change, PlanEdit, RowSeed } from './edit.ts';

/** The JSON of edits, the same over every border and in the stored history, checked both ways like that of plans. */

const place = { year: yearSchema, source: sourceIdSchema, capital: capitalSchema, amount: dongSchema };

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
    amounts: leafAmountsSchema,
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
  z.strictObject({ kind: z.literal('updateRow'), row: rowIdSchema, patch: patchOf(rowPatchShape) }),
  z.strictObject({
    kind: z.literal('addSource'),
    source: sourceSchema,
    index: z.int().min(0),
    amounts: z.array(
      z.strictObject({ row: rowIdSchema, year: yearSchema, capital: capitalSchema, amount: dongSchema }),
    ),
    takesParentAmounts: z.boolean(),
  }),
  z.strictObject({
    kind: z.literal('removeSource'),
    source: sourceIdSchema,
    givesParentAmounts: z.boolean(),
  }),
  z.strictObject({
    kind: z.literal('updateSource'),
    source: sourceIdSchema,
    patch: patchOf(sourcePatchShape),
  }),
  z.strictObject({ kind: z.literal('setHeader'), patch: patchOf(headerShape) }),
  z.strictObject({ kind: z.literal('setPeriod'), period: periodSchema }),
  z.strictObject({ kind: z.literal('setProgramme'), patch: patchOf(programmeShape) }),
  z.strictObject({
    kind: z.literal('setCounterpart'),
    shares: z.array(z.strictObject({ year: yearSchema, hundredths: hundredthsSchema.nullable() })).min(1),
  }),
  z.strictObject({
    kind: z.literal('setAcceptance'),
    finding: findingKeySchema,
    acceptance: z.strictObject(acceptanceShape).nullable(),
  }),
  z.strictObject({ kind: z.literal('addControlSet'), set: controlSetSchema, index: z.int().min(0) }),
  z.strictObject({ kind: z.literal('removeControlSet'), set: controlSetIdSchema }),
  z.strictObject({
    kind: z.literal('updateControlSet'),
    set: controlSetIdSchema,
    name: textSchema.nullable(),
    amounts: z.array(z.strictObject({ ...controlPlaceShape, amount: dongSchema.nullable() })),
  }),
]) satisfies z.ZodType<PlanEdit>;

export const planEditsSchema: z.ZodType<readonly PlanEdit[]> = z.array(planEditSchema).min(1);

export const changeLabelSchema = z.strictObject({
  code: z.string().min(1).max(80),
  params: z.record(z.string(), z.union([textSchema, z.number()])),
});

export const changeSchema: z.ZodType<Change> = z.strictObject({
  label: changeLabelSchema,
  edits: planEditsSchema,
});
