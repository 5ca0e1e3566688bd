import { z } from 'zod';
import { amountWithin, everyPart, wholeWithin } from '../amount-text.ts';
import { capitalSchema, dongSchema, rowIdSchema, sourceIdSchema, yearSchema } from '../atoms-schema.ts';
import { eitherForm } from '../either-form.ts';
import type { RowId, SourceId, Year } from '../ids.ts';
import type { Capital, LeafKey } from '../plan.ts';
import type { AmountPlace, LeafAmount } from './edit.ts';
import { leafKeysOf } from './leaf-keys.ts';

/**
 * The JSON of an edit's amounts. A paste of 40 000 is one gesture, so they are packed: every place once, and every row
 * as one text, "0:6250000000 3:-5", of the numbers of its places with their whole đồng. Rows stand in the order of
 * their first amount; within a row the order is kept, so of two amounts for one leaf the later one still holds.
 *
 * Version 1 wrote an object an amount, which is still read.
 */
export interface PackedAmounts {
  readonly places: readonly (readonly [Year, SourceId, Capital])[];
  readonly rows: readonly (readonly [RowId, string])[];
}

const packedSchema = z
  .strictObject({
    places: z.array(z.tuple([yearSchema, sourceIdSchema, capitalSchema])),
    rows: z.array(z.tuple([rowIdSchema, z.string()])),
  })
  .transform(unpack);
const listedSchema = z.array(
  z.strictObject({
    row: rowIdSchema,
    year: yearSchema,
    source: sourceIdSchema,
    capital: capitalSchema,
    amount: dongSchema,
  }),
);

export const leafAmountsSchema: z.ZodType<readonly LeafAmount[]> = eitherForm<readonly LeafAmount[]>(
  (raw) => (Array.isArray(raw) ? listedSchema : packedSchema),
  packLeafAmounts,
);

/** What amounts were read from or written as: a host writes into its history what came over the wire. */
const known = new WeakMap<readonly LeafAmount[], PackedAmounts>();

/** The JSON of amounts that were checked when they came in. */
export function packLeafAmounts(amounts: readonly LeafAmount[]): PackedAmounts {
  const before = known.get(amounts);
  if (before) return before;
  const numbers = new Map<LeafKey, number>();
  const places: [Year, SourceId, Capital][] = [];
  const rows = new Map<RowId, string>();
  const keys = leafKeysOf(amounts);
  let row: RowId | null = null;
  let text = '';
  amounts.forEach((leaf, index) => {
    const key = keys[index];
    if (key === undefined) return;
    let number = numbers.get(key);
    if (number === undefined) {
      number = places.push([leaf.year, leaf.source, leaf.capital]) - 1;
      numbers.set(key, number);
    }
    if (leaf.row !== row) {
      if (row !== null) rows.set(row, text);
      row = leaf.row;
      text = rows.get(row) ?? '';
    }
    text += text === '' ? `${number}:${leaf.amount}` : ` ${number}:${leaf.amount}`;
  });
  if (row !== null) rows.set(row, text);
  const packed: PackedAmounts = { places, rows: [...rows] };
  known.set(amounts, packed);
  return packed;
}

function unpack(packed: PackedAmounts, context: z.RefinementCtx): readonly LeafAmount[] {
  const { places, rows } = packed;
  const refuse = (path: PropertyKey[], message: string): void => {
    context.issues.push({ code: 'custom', path, message, input: packed });
  };
  const ofNumber = places.map(([year, source, capital]): AmountPlace => ({ year, source, capital }));
  if (new Set(leafKeysOf(ofNumber)).size < places.length) refuse(['places'], 'a place twice');
  if (new Set(rows.map(([row]) => row)).size < rows.length) refuse(['rows'], 'a row twice');
  const amounts: LeafAmount[] = [];
  rows.forEach(([row, text], at) => {
    const whole = everyPart(text, (from, to) => {
      const colon = text.indexOf(':', from);
      const number = wholeWithin(text, from, colon);
      const place = number === null ? undefined : ofNumber[number];
      const amount = amountWithin(text, colon + 1, to);
      if (!place || amount === null) return false;
      const { year, source, capital } = place;
      amounts.push({ row, year, source, capital, amount });
      return true;
    });
    if (!whole) refuse(['rows', at, 1], 'no amounts of these places');
  });
  known.set(amounts, packed);
  return amounts;
}
