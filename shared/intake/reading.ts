import { z } from 'zod';
import { answersSchema } from './answers.ts';
import { draftSchema } from './draft.ts';

const params = z.record(z.string(), z.union([z.string(), z.number()]));

/**
 * What a file leaves open: nothing is made of it before this is answered (`Answers`). `id` is the answer's place:
 * `unit`, `numbers`, `table`, `period`, `funded.<source>`, `columns.<letters>`.
 */
export const questionSchema = z.strictObject({
  id: z.string(),
  /** The message that asks. */
  code: z.string(),
  params,
  /** The answers to choose from; empty where years are asked for. */
  options: z.array(z.string()),
});

/** A sheet as it came, for looking at beside what was understood of it: texts by row, from column A. */
export const excerptSchema = z.strictObject({
  sheet: z.string(),
  rows: z.array(z.strictObject({ ref: z.int(), cells: z.array(z.string()) })),
  /** The rows that the table's heading takes; null where no table was found. */
  heading: z.strictObject({ top: z.int(), bottom: z.int() }).nullable(),
  /** Rows of the sheet that are not in `rows`. */
  more: z.int(),
});

/** A workbook as far as it was understood: a draft, or the questions that stand before it. */
export const readingSchema = z.strictObject({
  source: excerptSchema,
  /** What each column was taken for; also while questions are open. */
  columns: draftSchema.shape.columns,
  /** Of the headings: files with the same headings are read alike. */
  header: z.string(),
  /** What an officer corrected in an earlier file with the same headings, where it was applied; else null. */
  remembered: answersSchema.shape.columns.unwrap().nullable(),
  questions: z.array(questionSchema),
  /** Null while a question is open. */
  draft: draftSchema.nullable(),
});

export type Question = z.output<typeof questionSchema>;
export type SheetExcerpt = z.output<typeof excerptSchema>;
export type Reading = z.output<typeof readingSchema>;
