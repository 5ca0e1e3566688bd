import { z } from 'zod';
import { rowIdSchema } from '../plan/atoms-schema.ts';

/** A text of twelve million letters is more than any decision; the host refuses longer ones with a word. */
const MOST_TEXT = 12_000_000;

/** The wording of a decision as plain text, and what must be said of how it came there. */
export const wordingTextSchema = z.strictObject({
  text: z.string().max(MOST_TEXT),
  notices: z
    .array(
      z.strictObject({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) }),
    )
    .readonly(),
});

/** The wording that a plan is held against. */
export const keptWordingSchema = z.strictObject({
  /** The file's name; null for a text that was pasted or typed. */
  name: z.string().max(500).nullable(),
  ...wordingTextSchema.shape,
  /** What headings mean whose number and name contradict each other, by where they start in the text in NFC. */
  answers: z.array(z.strictObject({ start: z.int().min(0), row: rowIdSchema })).readonly(),
});

export type WordingText = z.output<typeof wordingTextSchema>;
export type KeptWording = z.output<typeof keptWordingSchema>;
