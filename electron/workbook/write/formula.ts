import type { Term } from '../../../shared/forms/table.ts';
import { cellAddress, columnLetters } from '../../../shared/intake/cell-address.ts';
import type { SourceId } from '../../../shared/plan/ids.ts';

/** Excel's limits: 8 192 characters a formula and 255 arguments a function; a margin for what is put around. */
export const LONGEST_FORMULA = 8_000;
const MOST_ARGUMENTS = 250;
/** Longer sums than this are easier to read as one SUM. */
const MOST_ADDENDS = 30;

/** Where the table's cells stand: the top left amount, and a prefix ('F1'!) for formulas on another sheet. */
export interface FormulaPlace {
  readonly top: number;
  readonly left: number;
  readonly prefix: string;
  readonly yearsName: (source: SourceId) => string;
}

/** The sum of the terms as a formula without its =: SUM over cells below each other, otherwise A1+B1+…. */
export function sumFormula(terms: readonly Term[], place: FormulaPlace): string {
  const addends = addendsOf(terms, place);
  if (addends.length <= MOST_ADDENDS || addends.some(({ minus }) => minus)) return added(addends);
  return sumOf(addends.map(({ text }) => text));
}

/** A1+SUM(B1:B3)-C1: what is taken off comes after something. */
function added(addends: readonly Addend[]): string {
  const written = addends.map(({ text, isRange, minus }, at) => {
    const sign = minus ? '-' : at === 0 ? '' : '+';
    return `${sign}${isRange ? `SUM(${text})` : text}`;
  });
  return written.join('');
}

interface Addend {
  readonly minus: boolean;
  readonly text: string;
  readonly isRange: boolean;
}

function addendsOf(terms: readonly Term[], place: FormulaPlace): Addend[] {
  const addends: Addend[] = [];
  for (let at = 0; at < terms.length; ) {
    const first = terms[at];
    if (!first) break;
    let end = at + 1;
    while (end < terms.length && follows(first, terms[end], end - at)) end += 1;
    addends.push(addend(first, end - at, place));
    at = end;
  }
  return addends;
}

/** Whether a term is so many rows right below another, both plain cells. */
function follows(first: Term, other: Term | undefined, distance: number): boolean {
  return (
    other !== undefined &&
    first.times === null &&
    other.times === null &&
    first.minus === undefined &&
    other.minus === undefined &&
    other.column === first.column &&
    other.row === first.row + distance
  );
}

function addend(first: Term, length: number, { top, left, prefix, yearsName }: FormulaPlace): Addend {
  const row = top + first.row;
  const column = left + first.column;
  const cell = `${prefix}${cellAddress(row, column)}`;
  if (length > 1) {
    return { text: `${cell}:${columnLetters(column)}${row + length - 1}`, isRange: true, minus: false };
  }
  return {
    text: first.times === null ? cell : `${cell}*${yearsName(first.times)}`,
    isRange: false,
    minus: first.minus === true,
  };
}

/** SUM of any number of arguments, in layers where there are more than a function takes. */
function sumOf(parts: readonly string[]): string {
  if (parts.length <= MOST_ARGUMENTS) return `SUM(${parts.join(',')})`;
  const layer: string[] = [];
  for (let at = 0; at < parts.length; at += MOST_ARGUMENTS) {
    layer.push(`SUM(${parts.slice(at, at + MOST_ARGUMENTS).join(',')})`);
  }
  return sumOf(layer);
}
