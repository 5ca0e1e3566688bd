import { ok, type Refusal, type Result, refuse } from '../refusal.ts';
import { skipBlanks } from './blank.ts';
import { scanLiteral } from './literal.ts';
import { explainLiteral, explainRest } from './literal-refusal.ts';
import type { Numbers } from './numbers.ts';
import { add, divide, multiply, negate, type Rational } from './rational.ts';
import type { AmountRefusalCode } from './refusals.ts';
import { unitOfWord } from './unit-word.ts';

type Answer = Result<Rational, AmountRefusalCode>;

/** Parentheses and signs may nest so deep; a cell needs three or four, and the stack is never at risk. */
export const DEPTH_LIMIT = 32;

/**
 * The exact value of what stands after `=`: numbers as in a cell, `+ - × ÷` (also `* / −`), parentheses, `%` after a number
 * or a parenthesis (10% is 0,1). × and ÷ bind tighter than + and −, from the left. Nothing is rounded here.
 */
export function evaluate(text: string, numbers: Numbers): Answer {
  const reader = new Reader(text, numbers);
  const value = reader.sum(0);
  if (!value.ok) return value;
  return reader.rest() ?? value;
}

/** A recursive descent over the text: each method reads one kind of expression and leaves `at` behind it. */
class Reader {
  private at = 0;
  private readonly text: string;
  private readonly numbers: Numbers;

  constructor(text: string, numbers: Numbers) {
    this.text = text;
    this.numbers = numbers;
  }

  sum(depth: number): Answer {
    let left = this.product(depth);
    while (left.ok) {
      const sign = this.take('+-−');
      if (sign === undefined) break;
      const right = this.product(depth);
      if (!right.ok) return right;
      left = ok(add(left.value, sign === '+' ? right.value : negate(right.value)));
    }
    return left;
  }

  /** The refusal of what is left over, if anything is. */
  rest(): { readonly ok: false; readonly refusal: Refusal<AmountRefusalCode> } | undefined {
    const from = skipBlanks(this.text, this.at);
    if (from === this.text.length) return undefined;
    const rest = this.text.slice(from);
    if (rest.startsWith(')')) return refuse('amount.parenthesis', { text: this.text });
    if (/^[0-9.,]/.test(rest)) return refuse('amount.spaceInside', { text: this.text });
    if (/^[eE][+-]?[0-9]/.test(rest)) return refuse('amount.scientific', { text: this.text });
    const word = /^\p{L}+/u.exec(rest)?.[0] ?? '';
    if (unitOfWord(word) !== undefined) return refuse('amount.unitInArithmetic', { word });
    return explainRest(rest);
  }

  private product(depth: number): Answer {
    let left = this.signed(depth);
    while (left.ok) {
      const sign = this.take('*×/÷');
      if (sign === undefined) break;
      const right = this.signed(depth);
      if (!right.ok) return right;
      const value =
        sign === '*' || sign === '×' ? multiply(left.value, right.value) : divide(left.value, right.value);
      if (value === undefined) return refuse('amount.divisionByZero');
      left = ok(value);
    }
    return left;
  }

  private signed(depth: number): Answer {
    if (depth > DEPTH_LIMIT) return refuse('amount.tooDeep', { limit: DEPTH_LIMIT });
    if (this.take('-−') === undefined) return this.percent(depth);
    const value = this.signed(depth + 1);
    return value.ok ? ok(negate(value.value)) : value;
  }

  private percent(depth: number): Answer {
    const value = this.operand(depth);
    if (!value.ok || this.take('%') === undefined) return value;
    return ok({ numerator: value.value.numerator, denominator: value.value.denominator * 100n });
  }

  private operand(depth: number): Answer {
    if (this.take('(') !== undefined) {
      const value = this.sum(depth + 1);
      if (!value.ok) return value;
      return this.take(')') === undefined ? this.restInside() : value;
    }
    this.at = skipBlanks(this.text, this.at);
    if (this.at === this.text.length) return refuse('amount.unfinished', { text: this.text });
    const literal = scanLiteral(this.text, this.at, this.numbers);
    if (literal === undefined) return explainLiteral(this.text, this.at, this.numbers);
    this.at = literal.end;
    return ok({ numerator: literal.mantissa, denominator: 10n ** BigInt(literal.decimals) });
  }

  /** Inside an open parenthesis: what is left over says more than that the parenthesis is not closed. */
  private restInside(): Answer {
    return this.rest() ?? refuse('amount.parenthesis', { text: this.text });
  }

  private take(signs: string): string | undefined {
    this.at = skipBlanks(this.text, this.at);
    const sign = this.text.charAt(this.at);
    if (sign === '' || !signs.includes(sign)) return undefined;
    this.at += 1;
    return sign;
  }
}
