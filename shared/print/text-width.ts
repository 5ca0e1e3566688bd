/** Advance widths of Times New Roman in thousandths of an em, for the characters from space to ~. */
const REGULAR =
  '250 333 408 500 500 833 778 180 333 333 500 564 250 333 250 278 500 500 500 500 500 500 500 500 500 500 278 278 564 564 564 444 ' +
  '921 722 667 667 722 611 556 722 722 333 389 722 611 889 722 722 556 722 667 556 611 722 722 944 722 722 611 333 278 333 469 500 ' +
  '333 444 500 444 500 444 333 500 500 278 278 500 278 778 500 500 500 500 333 389 278 500 500 722 500 500 444 480 200 480 541';
const BOLD =
  '250 333 555 500 500 1000 833 278 333 333 500 570 250 333 250 278 500 500 500 500 500 500 500 500 500 500 333 333 570 570 570 500 ' +
  '930 722 667 722 722 667 611 778 778 389 500 778 667 944 722 778 611 778 722 556 667 722 722 1000 722 722 667 333 278 333 581 500 ' +
  '333 500 556 444 556 444 333 500 556 278 333 556 278 833 556 500 556 556 444 389 333 556 500 722 500 500 444 394 220 394 520';

const FIRST_CODE = 32;
/** Vietnamese letters that are wider than the Latin letter under their marks. */
const WIDER: Readonly<Record<string, number>> = { ơ: 60, Ơ: 60, ư: 50, Ư: 60 };
/** What is not in the table is taken for a wide character, so that nothing is cut. */
const UNKNOWN = 1000;

export interface Face {
  /** Points. */
  readonly size: number;
  readonly bold: boolean;
}

const tables = { regular: tableOf(REGULAR), bold: tableOf(BOLD) };

interface WidthTable {
  readonly table: readonly number[];
  /** Widths that were asked for before: taking a letter apart costs more than remembering it. */
  readonly known: Map<string, number>;
}

function tableOf(widths: string): WidthTable {
  return { table: widths.split(' ').map(Number), known: new Map() };
}

/** The width of one line of text in Times New Roman, in points. */
export function textWidth(text: string, { size, bold }: Face): number {
  const { table, known } = bold ? tables.bold : tables.regular;
  let width = 0;
  for (const character of text.normalize('NFC')) {
    let own = known.get(character);
    if (own === undefined) {
      own = characterWidth(character, table);
      known.set(character, own);
    }
    width += own;
  }
  return (width * size) / 1000;
}

function characterWidth(character: string, table: readonly number[]): number {
  const letter = baseLetter(character);
  return (table[letter.charCodeAt(0) - FIRST_CODE] ?? UNKNOWN) + (WIDER[letterWithHorn(character)] ?? 0);
}

/** The letter that a Vietnamese letter's width follows: ế → e, Đ → D. */
function baseLetter(character: string): string {
  if (character === 'đ') return 'd';
  if (character === 'Đ') return 'D';
  const [base = ''] = character.normalize('NFD');
  return base === '–' ? '0' : '“”‘’'.includes(base) ? '(' : base;
}

const HORN = '\u031b';

/** ờ → ơ: with its horn, without its tone. */
function letterWithHorn(character: string): string {
  const parts = character.normalize('NFD');
  return parts.includes(HORN) ? `${parts.charAt(0)}${HORN}`.normalize('NFC') : '';
}

/** The width of the longest word: a column narrower than that would break a word. */
export function longestWord(text: string, face: Face): number {
  return Math.max(0, ...text.split(/\s+/u).map((word) => textWidth(word, face)));
}

/** How many lines a text takes in a cell of that width (points), broken at spaces as spreadsheets do. */
export function lineCount(text: string, face: Face, width: number): number {
  return text.split('\n').reduce((lines, paragraph) => lines + paragraphLines(paragraph, face, width), 0);
}

function paragraphLines(paragraph: string, face: Face, width: number): number {
  const space = textWidth(' ', face);
  let lines = 1;
  let used = 0;
  for (const word of paragraph.split(/\s+/u)) {
    const own = textWidth(word, face);
    if (used > 0 && used + space + own > width) {
      lines += 1;
      used = 0;
    }
    // A word longer than the line is broken inside.
    const broken = Math.max(0, Math.ceil(own / Math.max(1, width)) - 1);
    lines += broken;
    used += (used > 0 ? space : 0) + own - broken * width;
  }
  return lines;
}

/** Cuts a text into pieces of at most so many lines each, at a space where there is one. Together they are the text. */
export function piecesOfLines(text: string, face: Face, width: number, most: number): string[] {
  const pieces: string[] = [];
  let rest = text;
  while (lineCount(rest, face, width) > most) {
    let fits = 1;
    for (let step = rest.length; step >= 1; step = Math.floor(step / 2)) {
      while (fits + step < rest.length && lineCount(rest.slice(0, fits + step), face, width) <= most) {
        fits += step;
      }
    }
    const atSpace = rest.slice(0, fits).search(/\s\S*$/u) + 1;
    const cut = atSpace > 0 ? atSpace : fits;
    pieces.push(rest.slice(0, cut));
    rest = rest.slice(cut);
  }
  return [...pieces, rest];
}
