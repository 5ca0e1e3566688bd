import { MARKS, type Numbers } from '../../money/numbers.ts';
import { UNIT_EXPONENT, type Unit } from '../../money/unit.ts';

/** The bare number in a text, in đồng; NaN where a full look is needed. */
export type QuickAmount = (text: string) => number;

const ZERO = 48;
const POWERS = Array.from({ length: 16 }, (_, exponent) => 10 ** exponent);
const SAFE_DIGITS = 15;

/**
 * What nearly every cell of a large block is: digits in groups, at most fifteen of them, a whole number of đồng. One pass
 * that makes nothing but a number; whatever else stands in a cell is for `readBlockCell`, which agrees with this.
 */
export function quickAmount(unit: Unit, numbers: Numbers): QuickAmount {
  const thousands = MARKS[numbers].thousands.charCodeAt(0);
  const decimal = MARKS[numbers].decimal.charCodeAt(0);
  const exponent = UNIT_EXPONENT[unit];
  return (text) => {
    let gathered = 0;
    let digits = 0;
    let since = 0;
    let groups = 0;
    let fraction = false;
    for (let at = 0; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      const digit = code - ZERO;
      if (digit >= 0 && digit <= 9) {
        gathered = gathered * 10 + digit;
        digits += 1;
        since += 1;
        continue;
      }
      if (fraction || since === 0 || (groups > 0 && since !== 3)) return Number.NaN;
      if (code === thousands) {
        if (groups === 0 && (since > 3 || text.charCodeAt(0) === ZERO)) return Number.NaN;
        groups += 1;
      } else if (code === decimal) fraction = true;
      else return Number.NaN;
      since = 0;
    }
    if (since === 0 || (groups > 0 && !fraction && since !== 3)) return Number.NaN;
    const shift = fraction ? exponent - since : exponent;
    if (shift < 0 || digits > SAFE_DIGITS) return Number.NaN;
    const amount = gathered * (POWERS[shift] ?? Number.NaN);
    return Number.isSafeInteger(amount) ? amount : Number.NaN;
  };
}
