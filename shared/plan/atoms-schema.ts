import { z } from 'zod';
import { type Dong, dong, isInRange } from '../money/dong.ts';
import { withoutHiddenMarks } from '../text/hidden-marks.ts';
import { type PlanId, planId, type RowId, rowId, type SourceId, sourceId, type Year, year } from './ids.ts';
import { CAPITALS } from './plan.ts';

/**
 * The smallest parts of a plan's JSON, checked both ways: this file is where raw text becomes a branded thing. An
 * amount is a decimal string of whole đồng.
 */

const LONGEST_TEXT = 32_767;
/** A text of a plan, by whichever way it comes: only what can be seen of it stays. */
export const textSchema = z.string().overwrite(withoutHiddenMarks).max(LONGEST_TEXT);
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

export const capitalSchema = z.enum(CAPITALS);
