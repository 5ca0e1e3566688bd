import { z } from 'zod';
import { FORM_IDS } from '../forms/form.ts';
import { UNITS } from '../money/unit.ts';
import { dongSchema } from '../plan/atoms-schema.ts';
import { planSchema } from '../plan/schema.ts';

/** A finding about a file: where, what, and by how much (ours minus stated). */
const findingSchema = z.strictObject({
  code: z.string(),
  severity: z.enum(['error', 'warning', 'information']),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  sheet: z.string(),
  /** A1 address, or empty for the whole sheet. */
  cell: z.string(),
  difference: dongSchema.nullable(),
});

/** A finding, and where it is a cause, the totals that it breaks. */
export const issueSchema = z.strictObject({
  ...findingSchema.shape,
  breaks: z.array(findingSchema).optional(),
});

/** What was understood of a workbook. Never a plan yet: `plan` is what accepting it would make. */
export const draftSchema = z.strictObject({
  form: z.enum(FORM_IDS).nullable(),
  unit: z.enum(UNITS),
  columns: z.array(
    z.strictObject({ ref: z.string(), id: z.string().nullable(), header: z.array(z.string()) }),
  ),
  rows: z.array(
    z.strictObject({
      ref: z.int(),
      ordinal: z.string(),
      code: z.string(),
      name: z.string(),
      /** 1 is certain. */
      matched: z.number().min(0).max(1),
      /** By column id. */
      cells: z.record(z.string(), dongSchema.nullable()),
    }),
  ),
  issues: z.array(issueSchema),
  plan: planSchema,
});

export type Draft = z.output<typeof draftSchema>;
export type Finding = z.output<typeof findingSchema>;
export type Issue = z.output<typeof issueSchema>;
