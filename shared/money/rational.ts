import { roundedQuotient } from './round.ts';

/** An exact quotient, so that `10/3*3` is 10. The denominator is positive; not reduced, for a cell's arithmetic is short. */
export interface Rational {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

export function add(a: Rational, b: Rational): Rational {
  return {
    numerator: a.numerator * b.denominator + b.numerator * a.denominator,
    denominator: a.denominator * b.denominator,
  };
}

export function negate(a: Rational): Rational {
  return { numerator: -a.numerator, denominator: a.denominator };
}

export function multiply(a: Rational, b: Rational): Rational {
  return { numerator: a.numerator * b.numerator, denominator: a.denominator * b.denominator };
}

/** Undefined where `b` is zero. */
export function divide(a: Rational, b: Rational): Rational | undefined {
  if (b.numerator === 0n) return undefined;
  const sign = b.numerator < 0n ? -1n : 1n;
  return { numerator: a.numerator * b.denominator * sign, denominator: a.denominator * b.numerator * sign };
}

/** The nearest whole number, half away from zero. */
export function nearestWhole(a: Rational): bigint {
  return roundedQuotient(a.numerator, a.denominator);
}
