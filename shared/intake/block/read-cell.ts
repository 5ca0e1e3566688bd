import { trimBlanks } from '../../money/blank.ts';
import type { Dong } from '../../money/dong.ts';
import type { Numbers } from '../../money/numbers.ts';
import { readAmount, TEXT_LIMIT } from '../../money/read.ts';
import type { AmountRefusalCode } from '../../money/refusals.ts';
import type { Unit } from '../../money/unit.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { type ForeignCode, foreignRefusal } from './foreign.ts';

export type BlockCellCode = AmountRefusalCode | ForeignCode;

export type BlockCell =
  | { readonly kind: 'blank' }
  /** `currency`: the cell says by a sign (₫, đ, VND) that it is in đồng, which is to be confirmed. */
  | { readonly kind: 'amount'; readonly amount: Dong; readonly currency: boolean }
  | { readonly kind: 'refused'; readonly refusal: Refusal<BlockCellCode> };

const BLANK: BlockCell = { kind: 'blank' };

/** Marks of direction and of width nothing, which pages and e-mails leave in their text; and spaces of other widths. */
const UNSEEN = /[\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g;
const OTHER_SPACES = /[\u2000-\u200a\u205f\u3000]/g;

const BARE = /^[-−(]?[0-9.,]+\)?$/;

/** đồng by its sign or its code. `đồng` itself is a unit word that `readAmount` knows. */
const CURRENCY = /(?<![\p{L}\p{M}])(?:₫|vn[dđ]|đ)(?![\p{L}\p{M}])/giu;

/**
 * A cell of another program read as an amount, more strictly than what an officer types: no arithmetic, for a formula
 * of another sheet says nothing here; nothing that a program shows instead of a number. A number is in `unit` unless a
 * unit word or a sign of the đồng stands beside it.
 */
export function readBlockCell(text: string, unit: Unit, numbers: Numbers): BlockCell {
  const shown = trimBlanks(text.normalize('NFC').replaceAll(UNSEEN, '').replaceAll(OTHER_SPACES, ' '));
  // Excel's mark of a number kept as text.
  const bare = shown.startsWith("'") ? trimBlanks(shown.slice(1)) : shown;
  if (bare === '') return BLANK;
  if (bare.length > TEXT_LIMIT) return refused(refuse('amount.tooLong', { limit: TEXT_LIMIT }).refusal);
  if (BARE.test(bare)) {
    const read = readAmount(bare, unit, numbers);
    if (read.ok) return { kind: 'amount', amount: read.value, currency: false };
  }
  const foreign = foreignRefusal(bare);
  if (foreign) return refused(foreign);
  const signs = bare.match(CURRENCY)?.length ?? 0;
  if (signs !== 1) return amountOf(bare, unit, numbers, false);
  // "-₫1.500" and "₫ (1.500)": the sign may stand between the minus and the number.
  const unsigned = trimBlanks(bare.replace(CURRENCY, ' ')).replace(/^([-−])\s+(?=[\d(])/u, '$1');
  return amountOf(unsigned, 'dong', numbers, true);
}

function amountOf(text: string, unit: Unit, numbers: Numbers, currency: boolean): BlockCell {
  const read = readAmount(text, unit, numbers);
  return read.ok ? { kind: 'amount', amount: read.value, currency } : refused(read.refusal);
}

function refused(refusal: Refusal<BlockCellCode>): BlockCell {
  return { kind: 'refused', refusal };
}
