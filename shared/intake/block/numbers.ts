import { scanLiteral } from '../../money/literal.ts';
import type { Numbers } from '../../money/numbers.ts';
import { isWellWritten, markedNumber, type NumberCore } from './number-shape.ts';

/** What the HTML flavour of a clipboard says beside a text: LibreOffice's `sdval`, Excel's `x:num`. */
export interface NumberHint {
  readonly text: string;
  readonly value: number;
}

/**
 * A hint from what the HTML of a cell states beside its text; null where that is no number. Excel states with a point,
 * LibreOffice with the decimal mark of its own locale; marks of thousands has neither.
 */
export function statedHint(text: string, stated: string): NumberHint | null {
  const value = stated.trim() === '' ? Number.NaN : Number(stated.replace(',', '.'));
  return text !== '' && Number.isFinite(value) ? { text, value } : null;
}

export type NumbersDecision =
  | { readonly kind: 'decided'; readonly numbers: Numbers }
  /** No number has a mark: both conventions read the same. */
  | { readonly kind: 'neutral' }
  /** Every mark may be either; `example` is one of them. */
  | { readonly kind: 'ask'; readonly example: string }
  /** Some cells are numbers under one convention alone, some under the other alone: the first of each. */
  | {
      readonly kind: 'contradiction';
      readonly onlyVi: readonly string[];
      readonly onlyEn: readonly string[];
    };

const EXAMPLES = 5;

/**
 * What the texts of a block say of its convention, looked at one by one (domain.md, "Numbers and words"). It is decided by
 * what is a number under one convention alone, or by what the clipboard states beside a text. Without such evidence it is
 * asked, never guessed.
 */
export class NumberEvidence {
  readonly #onlyVi: string[] = [];
  readonly #onlyEn: string[] = [];
  #open: string | null = null;

  hint({ text, value }: NumberHint): void {
    const said = saidBy(text, value);
    if (said) this.#note(said, text);
  }

  look(text: string): void {
    const core = markedNumber(text);
    if (core === null) return;
    const vi = isWellWritten(text, core, 'vi');
    // What the block has said often enough needs no other look, only what speaks against it.
    if (vi && this.#onlyVi.length === EXAMPLES) return;
    const en = isWellWritten(text, core, 'en');
    if (vi && en) this.#open ??= text;
    else if (vi) this.#note('vi', text);
    else if (en) this.#note('en', text);
  }

  get decision(): NumbersDecision {
    const [onlyVi, onlyEn] = [this.#onlyVi, this.#onlyEn];
    if (onlyVi.length > 0 && onlyEn.length > 0) return { kind: 'contradiction', onlyVi, onlyEn };
    if (onlyVi.length > 0) return { kind: 'decided', numbers: 'vi' };
    if (onlyEn.length > 0) return { kind: 'decided', numbers: 'en' };
    return this.#open === null ? { kind: 'neutral' } : { kind: 'ask', example: this.#open };
  }

  #note(numbers: Numbers, text: string): void {
    const examples = numbers === 'vi' ? this.#onlyVi : this.#onlyEn;
    if (examples.length < EXAMPLES) examples.push(text);
  }
}

/** The convention of a whole block of amounts. */
export function decideNumbers(texts: Iterable<string>, hints: readonly NumberHint[] = []): NumbersDecision {
  const evidence = new NumberEvidence();
  for (const hint of hints) evidence.hint(hint);
  for (const text of texts) evidence.look(text);
  return evidence.decision;
}

/** The one convention under which a text shows the stated value; null where both do or none does. */
function saidBy(text: string, value: number): Numbers | null {
  const core = markedNumber(text);
  if (core === null) return null;
  const vi = shows(text, core, value, 'vi');
  const en = shows(text, core, value, 'en');
  return vi === en ? null : vi ? 'vi' : 'en';
}

/** Whether a text is the value as a spreadsheet prints it: exact, or rounded to the decimals that it shows. */
function shows(text: string, core: NumberCore, value: number, numbers: Numbers): boolean {
  const literal = isWellWritten(text, core, numbers) ? scanLiteral(text, core.start, numbers) : undefined;
  if (literal === undefined || literal.end !== core.end) return false;
  const printed = Number(`${literal.mantissa}e-${literal.decimals}`);
  const half = 0.5000001 * 10 ** -literal.decimals;
  return Math.abs(Math.abs(value) - printed) <= half;
}
