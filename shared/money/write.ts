import type { Dong } from './dong.ts';
import { MARKS, type Numbers } from './numbers.ts';
import { roundedQuotient } from './round.ts';
import { UNIT_EXPONENT, type Unit } from './unit.ts';

export interface WriteOptions {
  readonly numbers?: Numbers;
  /** At most so many decimals, rounded half away from zero. Without it, as many as the amount has. */
  readonly decimals?: number;
  /** Forms print zero as `-`. */
  readonly zero?: '-' | '0';
}

/**
 * The amount as text in a unit: thousands grouped, trailing zeros of the decimals dropped, `-` before a negative.
 * Exact by default, so that `readAmount` gives the amount back. With `decimals` it is rounded, for display only; a non-zero
 * amount is never shown as zero: it then gets the decimals that its first digit needs (domain.md).
 */
export function writeAmount(amount: Dong, unit: Unit, options: WriteOptions = {}): string {
  if (amount === 0n) return options.zero ?? '0';
  const exponent = UNIT_EXPONENT[unit];
  const size = amount < 0n ? -amount : amount;
  const { mantissa, decimals } = rounded(size, exponent, options.decimals ?? exponent);
  const digits = mantissa.toString().padStart(decimals + 1, '0');
  const whole = digits.length - decimals;
  const { thousands, decimal } = MARKS[options.numbers ?? 'vi'];
  const fraction = withoutTrailingZeros(digits.slice(whole));
  const sign = amount < 0n ? '-' : '';
  return sign + grouped(digits.slice(0, whole), thousands) + (fraction === '' ? '' : decimal + fraction);
}

/** The first number of decimals from `decimals` on at which the amount is not zero, and its digits there. */
function rounded(size: bigint, exponent: number, decimals: number): { mantissa: bigint; decimals: number } {
  for (let kept = Math.max(0, decimals); kept < exponent; kept += 1) {
    const mantissa = roundedQuotient(size, 10n ** BigInt(exponent - kept));
    if (mantissa !== 0n) return { mantissa, decimals: kept };
  }
  return { mantissa: size, decimals: exponent };
}

function grouped(digits: string, mark: string): string {
  let text = digits.slice(0, digits.length % 3 || 3);
  for (let at = text.length; at < digits.length; at += 3) text += mark + digits.slice(at, at + 3);
  return text;
}

function withoutTrailingZeros(digits: string): string {
  let end = digits.length;
  while (end > 0 && digits.charAt(end - 1) === '0') end -= 1;
  return digits.slice(0, end);
}
