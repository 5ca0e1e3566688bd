import { type Refusal, refuse } from '../refusal.ts';
import { MARKS, type Numbers } from './numbers.ts';
import type { AmountRefusalCode } from './refusals.ts';

type Refused = { readonly ok: false; readonly refusal: Refusal<AmountRefusalCode> };

/** Why no number can be read at `start`, in the officer's terms. Called only where `scanLiteral` found none. */
export function explainLiteral(text: string, start: number, numbers: Numbers): Refused {
  const written = /^[0-9.,]*/.exec(text.slice(start))?.[0] ?? '';
  if (written === '') return explainRest(text.slice(start));
  const { thousands, decimal } = MARKS[numbers];
  const params = { text: written, thousands, decimal };
  if (written.split(/[.,]/).includes('')) return refuse('amount.digitsMissing', params);
  const [whole = '', ...fractions] = written.split(decimal);
  if (fractions.length > 1) return refuse('amount.decimalMarkTwice', params);
  if (fractions[0]?.includes(thousands)) return refuse('amount.groupAfterDecimal', params);
  const [head = '', ...groups] = whole.split(thousands);
  const looksDecimal =
    groups.length === 1 && fractions.length === 0 && (groups[0]?.length !== 3 || head.startsWith('0'));
  if (!looksDecimal) return refuse('amount.groupsOfThree', params);
  return refuse(numbers === 'vi' ? 'amount.dotIsThousands' : 'amount.commaIsThousands', params);
}

/** Why what stands at the beginning of `rest` belongs to no number: other scripts' digits, or something else. */
export function explainRest(rest: string): Refused {
  const found = rest.trim();
  if (/^\p{Nd}/u.test(found) && !/^[0-9]/.test(found)) return refuse('amount.otherDigits', { found });
  return refuse('amount.unexpected', { found });
}
