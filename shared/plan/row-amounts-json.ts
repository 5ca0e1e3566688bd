import { z } from 'zod';
import type { Dong } from '../money/dong.ts';
import { amountWithin, everyPart } from './amount-text.ts';
import { capitalSchema, dongSchema, sourceIdSchema, yearSchema } from './atoms-schema.ts';
import { eitherForm } from './either-form.ts';
import { type SourceId, type Year, year } from './ids.ts';
import { type Capital, type LeafKey, leafKey, parseLeafKey, type RowAmounts } from './plan.ts';

/**
 * The JSON of a row's amounts: a tuple a source and kind, its first year with money, and the amounts of that year and
 * the following ones as one text, "6250000000 0 500": 0 where a year in between has none. In a fixed order, so that
 * equal amounts are equal text. A row of 40 amounts stays below a kilobyte, which is what SQLite keeps on its page.
 *
 * Version 1 wrote [year, source, capital, amount] an amount, which is still read.
 */
type Packed = readonly [SourceId, Capital, Year, string];
type Listed = readonly [Year, SourceId, Capital, Dong];

const packedSchema = z
  .array(z.tuple([sourceIdSchema, capitalSchema, yearSchema, z.string()]))
  .transform(unpack);
const listedSchema = z
  .array(z.tuple([yearSchema, sourceIdSchema, capitalSchema, dongSchema]))
  .transform(mapOf);

export const rowAmountsSchema: z.ZodType<RowAmounts> = eitherForm<RowAmounts>(
  (raw) => (isListed(raw) ? listedSchema : packedSchema),
  packRowAmounts,
);

function isListed(raw: unknown): boolean {
  return Array.isArray(raw) && Array.isArray(raw[0]) && typeof raw[0][0] === 'number';
}

function mapOf(listed: readonly Listed[]): RowAmounts {
  return new Map(
    listed.map(([at, source, capital, amount]): [LeafKey, Dong] => [leafKey(at, source, capital), amount]),
  );
}

function unpack(packed: readonly Packed[], context: z.RefinementCtx): RowAmounts {
  const amounts = new Map<LeafKey, Dong>();
  packed.forEach(([source, capital, first, text], index) => {
    let at: number = first;
    let ends = 0n;
    const whole = everyPart(text, (from, to) => {
      const amount = amountWithin(text, from, to);
      if (amount === null) return false;
      // Both ends hold money, and every source and kind stands once: there is one way to write a row.
      if (at === first && amount === 0n) return false;
      ends = amount;
      if (amount !== 0n) {
        const key = leafKey(year(at), source, capital);
        if (amounts.has(key)) return false;
        amounts.set(key, amount);
      }
      at += 1;
      return yearSchema.safeParse(at - 1).success;
    });
    if (!whole || ends === 0n) {
      context.issues.push({ code: 'custom', path: [index, 3], message: 'no amounts', input: text });
    }
  });
  return amounts;
}

/** Where in a row's list of amounts the ones of every tuple are, year by year. */
interface Layout {
  readonly keys: readonly LeafKey[];
  readonly columns: readonly Column[];
}

interface Column {
  readonly source: SourceId;
  readonly capital: Capital;
  readonly first: Year;
  /** An index a year; undefined where the year has no money. */
  readonly places: readonly (number | undefined)[];
}

/** Rows of one plan mostly hold money in the same places, and a paste writes a thousand of them. */
let last: Layout = { keys: [], columns: [] };

/** The JSON of amounts that were checked when they came in. */
export function packRowAmounts(amounts: RowAmounts): unknown[] {
  if (!fits(last, amounts)) last = layoutOf([...amounts.keys()]);
  const values = [...amounts.values()];
  return last.columns.map(({ source, capital, first, places }): Packed => {
    const texts = places.map((place) => (place === undefined ? '0' : `${values[place]}`));
    return [source, capital, first, texts.join(' ')];
  });
}

function fits({ keys }: Layout, amounts: RowAmounts): boolean {
  if (keys.length !== amounts.size) return false;
  let at = 0;
  for (const key of amounts.keys()) if (keys[at++] !== key) return false;
  return true;
}

function layoutOf(keys: readonly LeafKey[]): Layout {
  const places = keys.map((key, at) => ({ ...parseLeafKey(key), at }));
  places.sort(
    (one, other) =>
      compare(one.source, other.source) || compare(one.capital, other.capital) || one.year - other.year,
  );
  const columns: { source: SourceId; capital: Capital; first: Year; places: (number | undefined)[] }[] = [];
  for (const { source, capital, year: when, at } of places) {
    let column = columns.at(-1);
    if (column?.source !== source || column.capital !== capital) {
      column = { source, capital, first: when, places: [] };
      columns.push(column);
    }
    while (column.places.length < when - column.first) column.places.push(undefined);
    column.places.push(at);
  }
  return { keys, columns };
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
