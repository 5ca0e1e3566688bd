import { ok, type Result, refuse } from '../refusal.ts';
import { evaluate } from './arithmetic.ts';
import { skipBlanks, trimBlanks } from './blank.ts';
import { type Dong, dong, isInRange, ZERO } from './dong.ts';
import { type Literal, scanLiteral } from './literal.ts';
import { explainLiteral, explainRest } from './literal-refusal.ts';
import type { Numbers } from './numbers.ts';
import { multiply, nearestWhole } from './rational.ts';
import type { AmountRefusalCode } from './refusals.ts';
import { UNIT_EXPONENT, UNIT_SIZE, type Unit } from './unit.ts';
import { unitOfWord } from './unit-word.ts';

type Answer = Result<Dong, AmountRefusalCode>;

/** No amount is so long; what is longer was pasted by mistake. In UTF-16 units. */
export const TEXT_LIMIT = 200;

/**
 * The amount that an officer typed in a cell, in whole đồng (domain.md, "Numbers and words").
 *
 * A number in the given convention, in `unit` unless a unit word follows; `-` alone is zero; a leading minus or parentheses
 * make it negative; `=` opens exact arithmetic, whose result alone is rounded (half away from zero) to the đồng. Everything
 * else, a number finer than one đồng and an amount beyond ±9·10^18 are refused with the reason.
 */
export function readAmount(text: string, unit: Unit, numbers: Numbers = 'vi'): Answer {
  if (text.length > TEXT_LIMIT) return refuse('amount.tooLong', { limit: TEXT_LIMIT });
  // The common cell is a bare number: one pass, nothing copied.
  const literal = scanLiteral(text, 0, numbers);
  if (literal !== undefined && literal.end === text.length) return inDong(literal, false, unit, text);
  return readMarked(trimBlanks(text.normalize('NFC')), unit, numbers);
}

function readMarked(text: string, unit: Unit, numbers: Numbers): Answer {
  if (text === '') return refuse('amount.empty');
  if (text.startsWith('=')) return readArithmetic(text, unit, numbers);
  if (isDash(text)) return ok(ZERO);

  const minus = isMinus(text.charAt(0));
  const opening = skipBlanks(text, minus ? 1 : 0);
  const enclosed = text.charAt(opening) === '(';
  const start = enclosed ? skipBlanks(text, opening + 1) : opening;
  if (isMinus(text.charAt(start)) || (minus && enclosed)) return refuse('amount.twoSigns', { text });

  const literal = scanLiteral(text, start, numbers);
  if (literal === undefined) return explainLiteral(text, start, numbers);
  const word = enclosed ? unclosed(text, literal.end) : text.slice(literal.end);
  if (word === undefined) return refuse('amount.parenthesis', { text });
  const named = trimBlanks(word);
  const ownUnit = named === '' ? unit : unitOfWord(named);
  if (ownUnit === undefined) return explainTail(text, named);
  return inDong(literal, minus || enclosed, ownUnit, text);
}

function readArithmetic(text: string, unit: Unit, numbers: Numbers): Answer {
  const value = evaluate(text.slice(1), numbers);
  if (!value.ok) return value;
  const amount = nearestWhole(multiply(value.value, { numerator: UNIT_SIZE[unit], denominator: 1n }));
  return isInRange(amount) ? ok(dong(amount)) : refuse('amount.outOfRange', { text });
}

/** Money in forms prints `-` for zero; Word turns it into an en or em dash. */
function isDash(text: string): boolean {
  return text === '-' || text === '–' || text === '—' || text === '−';
}

function isMinus(char: string): boolean {
  return char === '-' || char === '−';
}

/** What stands after the number, without the one parenthesis that must close it; undefined where none or several do. */
function unclosed(text: string, from: number): string | undefined {
  const parts = text.slice(from).split(')');
  return parts.length === 2 ? parts.join(' ') : undefined;
}

function explainTail(text: string, tail: string): Answer {
  if (/^[0-9.,]/.test(tail)) return refuse('amount.spaceInside', { text });
  if (/^[eE][+-]?[0-9]/.test(tail)) return refuse('amount.scientific', { text });
  if (/^[-−+*×/÷]/.test(tail)) return refuse('amount.equalsMissing', { text });
  if (tail.startsWith(')')) return refuse('amount.parenthesis', { text });
  if (/^[\p{L}\p{M}\s]+$/u.test(tail)) return refuse('amount.unknownUnit', { word: tail });
  return explainRest(tail);
}

function inDong(literal: Literal, negative: boolean, unit: Unit, text: string): Answer {
  const shift = UNIT_EXPONENT[unit] - literal.decimals;
  let amount = literal.mantissa;
  if (shift >= 0) amount *= POWERS_OF_TEN[shift] ?? 1n;
  else {
    const finer = 10n ** BigInt(-shift);
    if (amount % finer !== 0n) return refuse('amount.finerThanDong', { text });
    amount /= finer;
  }
  if (!isInRange(amount)) return refuse('amount.outOfRange', { text });
  return ok(dong(negative ? -amount : amount));
}

const POWERS_OF_TEN: readonly bigint[] = Array.from({ length: 10 }, (_, exponent) => 10n ** BigInt(exponent));
