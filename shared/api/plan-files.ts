import { z } from 'zod';
import { dongSchema, planIdSchema } from '../plan/atoms-schema.ts';
import { bytesSchema } from './bytes.ts';

/** A password that can be guessed in an afternoon protects nothing. */
export const SHORTEST_PASSWORD = 8;

const passwordSchema = z.string().min(1).max(200);

/** A .plkp file, with its password where the officer gave one. */
const planFileSchema = z.strictObject({
  name: z.string().max(500),
  bytes: bytesSchema,
  password: passwordSchema.optional(),
});

/** What is in a .plkp file. */
export const planFileContentSchema = z.strictObject({
  title: z.string(),
  programme: z.string(),
  total: dongSchema,
  /** Who made the file, and when. */
  by: z.string(),
  at: z.iso.datetime(),
  /** Rows of the history that comes with it; null where none does. */
  steps: z.int().min(1).nullable(),
  revisions: z.int().min(0),
  /** Whether this library already has the plan: it then comes as a second one. */
  isHere: z.boolean(),
});

export const exportPlanFileSchemas = {
  input: z.strictObject({ plan: planIdSchema, history: z.boolean(), password: passwordSchema.optional() }),
  output: z.strictObject({ name: z.string(), bytes: bytesSchema }),
};

/** `content` is null where the file needs a password and none was given. */
export const readPlanFileSchemas = {
  input: planFileSchema,
  output: z.strictObject({ content: planFileContentSchema.nullable() }),
};

export const importPlanFileSchemas = {
  input: planFileSchema,
  output: z.strictObject({ plan: planIdSchema, title: z.string() }),
};

/** Files that the officer opened the program with; each is given once. */
export const takeOpenedFilesSchemas = {
  input: z.strictObject({}),
  output: z.array(z.strictObject({ name: z.string(), bytes: bytesSchema })),
};

export type PlanFileContent = z.output<typeof planFileContentSchema>;
