import { decimalOf } from './decimal.ts';
import type { Dong } from './dong.ts';
import type { Numbers } from './numbers.ts';

/**
 * The share that `part` is of `whole`, in per cent, as text without the sign %: `3,15`.
 * Rounded half away from zero to `decimals` places, for display only: a rule compares the amounts, never this text.
 * Undefined where `whole` is zero, for then there is no share.
 */
export function percentText(
  part: Dong,
  whole: Dong,
  numbers: Numbers = 'vi',
  decimals = 2,
): string | undefined {
  if (whole === 0n) return undefined;
  const share = decimalOf(part * 100n)
    .div(decimalOf(whole))
    .toDecimalPlaces(decimals);
  const text = share.isZero() ? '0' : share.toString();
  return numbers === 'vi' ? text.replace('.', ',') : text;
}
