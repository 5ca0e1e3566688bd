import { z } from 'zod';
import { NUMBERS } from '../money/numbers.ts';
import { UNITS } from '../money/unit.ts';
import { yearSchema } from '../plan/atoms-schema.ts';

const years = z.strictObject({ first: yearSchema, last: yearSchema });

/** What an officer answered or corrected where a foreign workbook itself does not tell, or was not understood. */
export const answersSchema = z.strictObject({
  unit: z.enum(UNITS).optional(),
  numbers: z.enum(NUMBERS).optional(),
  /** Which of several tables: its sheet and the first cell of its heading, as the question offers it. */
  table: z.string().max(200).optional(),
  period: years.optional(),
  /** Of columns whose headings name no year: one year's amounts, every funded year alike, or the period's. */
  years: z.enum(['oneYear', 'period']).optional(),
  /** The years that a source funds, by its id. */
  funded: z.record(z.string().max(80), years).optional(),
  /** By a column's letters: the id of a form's column, or `ordinal`, `name`, `code`, `note`, `none`. */
  columns: z.record(z.string().regex(/^[A-Z]{1,3}$/), z.string().max(120)).optional(),
  /** By a row's number on the sheet: the code of a programme's row, `own` for a row of no programme, `none` to leave it out. */
  rows: z.record(z.string().regex(/^\d{1,7}$/), z.string().max(120)).optional(),
  /** The programme that the rows are of. */
  programme: z.string().max(80).optional(),
});

export type Answers = z.output<typeof answersSchema>;

/** Answers to `rows` that name no row of a programme. */
export const OWN_ROW = 'own';
export const NO_ROW = 'none';
