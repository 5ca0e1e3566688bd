import { childrenAt, outlineOf } from './outline.ts';
import type { Level, OrdinalStyle, Row } from './plan.ts';

const cache = new WeakMap<readonly Row[], { levels: readonly Level[]; ordinals: readonly string[] }>();

/**
 * The printed number (TT) of every row, by index: the officer's own where set, otherwise from the row's place
 * among its siblings in the style of its level. An override does not shift the numbers of its neighbours.
 */
export function ordinalsOf(rows: readonly Row[], levels: readonly Level[]): readonly string[] {
  const known = cache.get(rows);
  if (known && known.levels === levels) return known.ordinals;
  const ordinals = new Array<string>(rows.length).fill('');
  const outline = outlineOf(rows);
  const number = (parent: number, depth: number): void => {
    const style = levels[Math.min(depth, levels.length - 1)]?.ordinal ?? 'number';
    childrenAt(outline, parent).forEach((at, place) => {
      ordinals[at] = rows[at]?.ordinal ?? printOrdinal(style, place + 1, ordinals[parent] ?? '');
      number(at, depth + 1);
    });
  };
  number(-1, 0);
  cache.set(rows, { levels, ordinals });
  return ordinals;
}

export function printOrdinal(style: OrdinalStyle, place: number, parent: string): string {
  switch (style) {
    case 'number':
      return `${place}`;
    case 'nested':
      return parent === '' ? `${place}` : `${parent}.${place}`;
    case 'roman':
      return roman(place);
    case 'letter':
      return letters(place);
    case 'dash':
      return '-';
    default:
      return style satisfies never;
  }
}

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

function roman(value: number): string {
  let rest = value;
  let text = '';
  for (const [size, digits] of ROMAN) {
    while (rest >= size) {
      text += digits;
      rest -= size;
    }
  }
  return text;
}

/** a, b, … z, aa, ab, …: Vietnamese lists use the plain Latin letters here, đ included after d (a, b, c, d, đ, e). */
const LETTERS = [
  'a',
  'b',
  'c',
  'd',
  'đ',
  'e',
  'g',
  'h',
  'i',
  'k',
  'l',
  'm',
  'n',
  'o',
  'p',
  'q',
  'r',
  's',
  't',
  'u',
  'v',
  'x',
  'y',
];

function letters(place: number): string {
  let rest = place;
  let text = '';
  while (rest > 0) {
    rest -= 1;
    text = `${LETTERS[rest % LETTERS.length] ?? ''}${text}`;
    rest = Math.floor(rest / LETTERS.length);
  }
  return text;
}
