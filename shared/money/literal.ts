import { MARKS, type Numbers } from './numbers.ts';

/** A number as written: `717.000,190` is mantissa 717000190 with 3 decimals. */
export interface Literal {
  readonly mantissa: bigint;
  readonly decimals: number;
  /** The index after its last character. */
  readonly end: number;
}

/** A mantissa of so many digits is exact as a JavaScript number, which is cheaper to gather than a bigint. */
const SAFE_DIGITS = 15;
const ZERO_CODE = 48;

/**
 * The unsigned number that starts at `start`, taken as far as digits and marks go: groups of exactly three after the first
 * thousands mark, digits on both sides of the decimal mark. Undefined where it is not so written; `explainLiteral` says why.
 */
export function scanLiteral(text: string, start: number, numbers: Numbers): Literal | undefined {
  const thousands = MARKS[numbers].thousands.charCodeAt(0);
  const decimal = MARKS[numbers].decimal.charCodeAt(0);
  let gathered = 0;
  let digits = 0;
  let sinceMark = 0;
  let groups = 0;
  let fraction = false;
  let at = start;
  for (; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const digit = code - ZERO_CODE;
    if (digit >= 0 && digit <= 9) {
      gathered = gathered * 10 + digit;
      digits += 1;
      sinceMark += 1;
    } else if (code === thousands) {
      if (fraction || !(groups === 0 ? opensGroups(text, start, sinceMark) : sinceMark === 3))
        return undefined;
      groups += 1;
      sinceMark = 0;
    } else if (code === decimal) {
      if (fraction || sinceMark === 0 || (groups > 0 && sinceMark !== 3)) return undefined;
      fraction = true;
      sinceMark = 0;
    } else break;
  }
  if (sinceMark === 0 || (groups > 0 && !fraction && sinceMark !== 3)) return undefined;
  return {
    mantissa: digits <= SAFE_DIGITS ? BigInt(gathered) : mantissaOf(text, start, at),
    decimals: fraction ? sinceMark : 0,
    end: at,
  };
}

/** A head of groups has one to three digits and no leading zero: `0.500` is somebody's half, not five hundred. */
function opensGroups(text: string, start: number, length: number): boolean {
  return length >= 1 && length <= 3 && text.charCodeAt(start) !== ZERO_CODE;
}

function mantissaOf(text: string, start: number, end: number): bigint {
  return BigInt(text.slice(start, end).replaceAll('.', '').replaceAll(',', ''));
}
