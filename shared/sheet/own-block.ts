import { z } from 'zod';
import { CELL_LIMIT, CHARACTER_LIMIT } from '../intake/block/read-text.ts';
import { LONGEST_CELL_TEXT } from '../intake/sheet-text.ts';
import { type Dong, dong, isInRange } from '../money/dong.ts';
import { ok, type Result, refuse } from '../refusal.ts';

/** Our own flavour of the clipboard: exact amounts in đồng, whatever unit the text beside it was written in. */
export const OWN_TYPE = 'application/x-phu-luc-kinh-phi+json';

export type OwnCell =
  | { readonly kind: 'amount'; readonly amount: Dong }
  | { readonly kind: 'text'; readonly text: string }
  /** A one-year amount that the years do not share. */
  | { readonly kind: 'mixed' }
  /** Not applicable. */
  | { readonly kind: 'blank' };

export interface OwnBlock {
  readonly rows: readonly (readonly OwnCell[])[];
  readonly width: number;
  /** Names the cut that made it; null for a copy. */
  readonly cut: string | null;
}

export type OwnBlockCode = 'block.notOwn' | 'block.tooManyCells' | 'block.tooLong';

const VERSION = 1;
/** A cell is one short text, told apart by its first letter: a block of 40 000 cells is written and checked at once. */
const AMOUNT = '=';
const TEXT = "'";
const MIXED = '≠';
const BLANK = '';
const WHOLE_DONG = /^(0|-?[1-9]\d{0,18})$/;

const cell = z.string().max(LONGEST_CELL_TEXT + 1);
const written = z.strictObject({
  version: z.literal(VERSION),
  cut: z.string().min(1).max(80).nullable(),
  rows: z.array(z.array(cell).min(1)).min(1),
});

export function writeOwn({ rows, cut }: OwnBlock): string {
  const cells = rows.map((row) => row.map(writeCell));
  return JSON.stringify({ version: VERSION, cut, rows: cells } satisfies z.input<typeof written>);
}

/** What another window, or anyone at all, put there under our name: checked like any input. */
export function readOwn(json: string): Result<OwnBlock, OwnBlockCode> {
  if (json.length > CHARACTER_LIMIT) return refuse('block.tooLong', { limit: CHARACTER_LIMIT });
  const parsed = written.safeParse(parsedJson(json));
  if (!parsed.success) return refuse('block.notOwn');
  const { rows, cut } = parsed.data;
  const width = rows[0]?.length ?? 0;
  if (rows.length * width > CELL_LIMIT) return refuse('block.tooManyCells', { limit: CELL_LIMIT });
  const read: OwnCell[][] = [];
  for (const row of rows) {
    const cells = row.map(readCell).filter((one) => one !== null);
    if (cells.length !== width) return refuse('block.notOwn');
    read.push(cells);
  }
  return ok({ rows: read, width, cut });
}

function writeCell(own: OwnCell): string {
  switch (own.kind) {
    case 'amount':
      return `${AMOUNT}${own.amount}`;
    case 'text':
      return `${TEXT}${own.text}`;
    case 'mixed':
      return MIXED;
    case 'blank':
      return BLANK;
    default:
      return own satisfies never;
  }
}

function readCell(text: string): OwnCell | null {
  if (text === BLANK) return { kind: 'blank' };
  if (text === MIXED) return { kind: 'mixed' };
  if (text.startsWith(TEXT)) return { kind: 'text', text: text.slice(1) };
  if (!text.startsWith(AMOUNT)) return null;
  const digits = text.slice(1);
  // What is no whole number must not get as far as `BigInt`, which throws.
  const amount = WHOLE_DONG.test(digits) ? dong(BigInt(digits)) : null;
  return amount !== null && isInRange(amount) ? { kind: 'amount', amount } : null;
}

function parsedJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
