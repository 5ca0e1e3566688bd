import { MARKS, type Numbers } from '../../money/numbers.ts';

/** The stretch of digits and marks that a text is about. */
export interface NumberCore {
  readonly start: number;
  readonly end: number;
}

const ZERO = 48;
const NINE = 57;
const COMMA = 44;
const DOT = 46;

/** What may stand beside a number in its cell. Among other words a number is no evidence: "Mục 2.1". */
const BEFORE = /^[\s\p{Cf}'(+\-−–₫đ$€£]*(?:(?:vn[dđ]|usd|eur)\s*)?$/iu;
const AFTER =
  /^[\s\p{Cf}]*(?:[%‰$€£]|(?:nghìn|ngàn|triệu|tỷ|tỉ)?\s*(?:đồng|đ|₫|vn[dđ]|usd|eur)?)[\s\p{Cf})]*$/iu;

/**
 * The one number in a text that has a mark in it; null where there is none, or more than one. Most texts are bare numbers
 * or have no mark: those cost one pass and nothing is copied.
 */
export function markedNumber(text: string): NumberCore | null {
  let start = -1;
  let end = text.length;
  let marked = false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code >= ZERO && code <= NINE) {
      if (start === -1) start = at;
    } else if (start !== -1) {
      if (!isMark(code)) {
        end = at;
        break;
      }
      marked = true;
    }
  }
  if (!marked) return null;
  const bare = start === 0 && end === text.length;
  return bare || (BEFORE.test(text.slice(0, start)) && AFTER.test(text.slice(end))) ? { start, end } : null;
}

function isMark(code: number): boolean {
  return code === COMMA || code === DOT;
}

/** Whether digits and marks are a well-written number under a convention: `scanLiteral` without its value. */
export function isWellWritten(text: string, { start, end }: NumberCore, numbers: Numbers): boolean {
  const thousands = MARKS[numbers].thousands.charCodeAt(0);
  let groups = 0;
  let since = 0;
  let fraction = false;
  for (let at = start; at < end; at += 1) {
    const code = text.charCodeAt(at);
    if (!isMark(code)) {
      since += 1;
      continue;
    }
    if (fraction || since === 0 || (groups > 0 && since !== 3)) return false;
    if (code === thousands) {
      if (groups === 0 && (since > 3 || text.charCodeAt(start) === ZERO)) return false;
      groups += 1;
    } else fraction = true;
    since = 0;
  }
  return since > 0 && (fraction || groups === 0 || since === 3);
}
