import { z } from 'zod';
import { type Dong, dong } from '../money/dong.ts';
import { capitalSchema, dongSchema, rowIdSchema, sourceIdSchema, yearSchema } from '../plan/atoms-schema.ts';

/** What two plans do not have alike, before and after. Differences are after minus before, in whole đồng. */

const count = z.int().min(0);

/** A row as one of the plans has it; the total row has no id. */
const planRowSchema = z.strictObject({
  id: rowIdSchema.nullable(),
  /** Its place in printed order, from 0; −1 for the total row. */
  at: z.int().min(-1),
  code: z.string(),
  ordinal: z.string(),
  name: z.string(),
  level: count,
  leaf: z.boolean(),
});

/** A row in both plans; null where one does not have it. */
const comparedRowSchema = z.strictObject({
  before: planRowSchema.nullable(),
  after: planRowSchema.nullable(),
});

/** Where a row stands: under which row (null at the top), as which of its rows, from 1. */
const placeSchema = z.strictObject({ parent: planRowSchema.nullable(), place: z.int().min(1) });

/** Two amounts may lie twice as far apart as the largest amount. */
const differenceSchema = z.codec(
  z.string().regex(/^(0|-?[1-9]\d{0,19})$/),
  z.custom<Dong>((value) => typeof value === 'bigint'),
  { decode: (digits) => dong(BigInt(digits)), encode: (amount) => amount.toString() },
);

/** A column of F2 that holds a difference. */
const comparedColumnSchema = z.strictObject({
  id: z.string(),
  path: z.array(z.string()).readonly(),
  years: z.union([yearSchema, z.literal('period')]),
  source: z.union([sourceIdSchema, z.literal('all')]),
  capital: z.union([capitalSchema, z.literal('all')]),
  leaf: z.boolean(),
});

const changedCellSchema = z.strictObject({
  column: z.string(),
  /** Null where the plan has no such row, year or source. */
  before: dongSchema.nullable(),
  after: dongSchema.nullable(),
  difference: differenceSchema,
});

export const comparisonSchema = z.strictObject({
  /** Around the amounts: header, period, sources; worded by `shared/messages`. */
  frame: z.array(
    z.strictObject({
      code: z.string(),
      params: z.record(z.string(), z.union([z.string(), z.number()])),
    }),
  ),
  added: z.array(planRowSchema),
  removed: z.array(planRowSchema),
  moved: z.array(z.strictObject({ row: comparedRowSchema, from: placeSchema, to: placeSchema })),
  /** Rows with another name or code. */
  renamed: z.array(comparedRowSchema),
  columns: z.array(comparedColumnSchema),
  /** By row, in the order of the plan after; removed rows after them, the total last. Added and removed rows have theirs too. */
  changed: z.array(z.strictObject({ row: comparedRowSchema, cells: z.array(changedCellSchema) })),
  /** Amounts that differ, those that `changed` was cut short of included. */
  cells: count,
});

export type Comparison = z.output<typeof comparisonSchema>;
export type PlanRow = z.output<typeof planRowSchema>;
export type ComparedRow = z.output<typeof comparedRowSchema>;
export type ComparedColumn = z.output<typeof comparedColumnSchema>;
export type ChangedCell = z.output<typeof changedCellSchema>;
export type ChangedRow = Comparison['changed'][number];
export type MovedRow = Comparison['moved'][number];

/** Whether two plans are the same in all that a comparison looks at. */
export function isAlike({ frame, added, removed, moved, renamed, cells }: Comparison): boolean {
  return cells === 0 && [frame, added, removed, moved, renamed].every(({ length }) => length === 0);
}
