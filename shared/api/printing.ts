import { z } from 'zod';
import { FORM_IDS } from '../forms/form.ts';
import { PAPERS, ZEROS } from '../forms/print-options.ts';
import { UNITS } from '../money/unit.ts';
import { yearSchema } from '../plan/atoms-schema.ts';

const years = z.union([z.literal('period'), yearSchema]);

export const ownFormSchema = z.strictObject({
  id: z.string().min(1).max(80),
  name: z.string().trim().min(1).max(60),
  base: z.enum(FORM_IDS),
  columns: z.array(z.string().max(120)).max(2_000).readonly(),
  hiddenYears: z.array(z.int()).max(40).readonly(),
  subSources: z.boolean(),
});

const choiceSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('form'), form: z.enum(FORM_IDS) }),
  z.strictObject({ kind: z.literal('own'), form: ownFormSchema }),
  z.strictObject({ kind: z.literal('F3'), local: z.enum(['kinds', 'levels']) }),
  z.strictObject({ kind: z.literal('F4'), years, nested: z.boolean() }),
  z.strictObject({ kind: z.literal('F5'), years, changes: z.enum(['each', 'total']) }),
  z.strictObject({ kind: z.literal('F6'), year: yearSchema }),
]);

export const printOptionsSchema = z.strictObject({
  totals: z.enum(['first', 'last']),
  numbers: z.boolean(),
  unit: z.enum(UNITS).nullable(),
  decimals: z.int().min(0).max(6).nullable(),
  zero: z.enum(ZEROS),
  paper: z.enum(PAPERS).nullable(),
  words: z.boolean(),
  footnotes: z.boolean(),
  signature: z.boolean(),
  valuesOnly: z.boolean(),
});

/** What is printed at once, as an officer set it up (`PrintSet`). */
export const printSetSchema = z.strictObject({
  choices: z.array(choiceSchema).min(1).max(20).readonly(),
  options: printOptionsSchema,
  against: z.string().max(500).nullable(),
});
