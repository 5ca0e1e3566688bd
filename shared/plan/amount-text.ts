import { type Dong, dong, isInRange } from '../money/dong.ts';

/** So many digits are exact as a JavaScript number, which is cheaper to gather than a bigint. */
const SAFE_DIGITS = 15;
const ZERO_CODE = 48;
const MINUS_CODE = 45;
const LARGE = /^-?[1-9]\d{15,18}$/;

/**
 * The amount of whole đồng that a stretch of a text is, written in its one way (no leading zeros, no `-0`) and in
 * range; null where it is anything else. For texts of many amounts: no part of the text is cut out.
 */
export function amountWithin(text: string, from: number, to: number): Dong | null {
  const negative = text.charCodeAt(from) === MINUS_CODE;
  const start = negative ? from + 1 : from;
  if (to - start > SAFE_DIGITS) {
    const large = text.slice(from, to);
    // What is no whole number must not get as far as `BigInt`, which throws.
    if (!LARGE.test(large)) return null;
    const amount = BigInt(large);
    return isInRange(amount) ? dong(amount) : null;
  }
  const magnitude = wholeWithin(text, start, to);
  if (magnitude === null || (negative && magnitude === 0)) return null;
  return dong(BigInt(negative ? -magnitude : magnitude));
}

/** The whole number that a stretch of a text is, without leading zeros; null where it is none or too long. */
export function wholeWithin(text: string, from: number, to: number): number | null {
  const length = to - from;
  if (length < 1 || length > SAFE_DIGITS) return null;
  if (length > 1 && text.charCodeAt(from) === ZERO_CODE) return null;
  let value = 0;
  for (let at = from; at < to; at++) {
    const digit = text.charCodeAt(at) - ZERO_CODE;
    if (digit < 0 || digit > 9) return null;
    value = value * 10 + digit;
  }
  return value;
}

/** Calls `visit` with both ends of every part between single spaces until it answers false; answers the last answer. */
export function everyPart(text: string, visit: (from: number, to: number) => boolean): boolean {
  let from = 0;
  for (;;) {
    const space = text.indexOf(' ', from);
    const to = space < 0 ? text.length : space;
    if (!visit(from, to)) return false;
    if (space < 0) return true;
    from = to + 1;
  }
}
