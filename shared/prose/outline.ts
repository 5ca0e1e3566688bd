/** A line of a text, or a point of a list that runs on inside a line. */
export interface Item {
  readonly start: number;
  readonly end: number;
  /** Kind of the mark that it begins with ("- ", "a) ", "1. "); `none` for a line without one. */
  readonly style: ItemStyle;
  /** Where its text begins, behind the mark. */
  readonly body: number;
  /** The mark as printed: "2.1.". */
  readonly mark: string;
  /** Whether it begins a line. */
  readonly newLine: boolean;
}

export type ItemStyle =
  | 'none'
  | 'dash'
  | 'plus'
  | 'bullet'
  | 'letter'
  | 'capital'
  | 'roman'
  | 'number'
  | 'bracket'
  | `nested${number}`;

/** How deep a kind of mark usually stands, the outermost first. */
const DEPTHS: readonly string[] = [
  'none',
  'roman',
  'capital',
  'number',
  'nested',
  'letter',
  'bracket',
  'dash',
  'plus',
  'bullet',
];

/** How deep points of a kind usually stand, as a whole number; 0 for lines without a mark. */
export function depthOfStyle(style: ItemStyle): number {
  const nested = style.startsWith('nested') ? Number(style.slice('nested'.length)) : 0;
  return DEPTHS.findIndex((known) => style.startsWith(known)) * 10 + Math.min(nested, 9);
}

/** Whether points of one kind usually stand under those of another. */
export function isDeeper(style: ItemStyle, than: ItemStyle): boolean {
  return depthOfStyle(style) > depthOfStyle(than);
}

const MARK = String.raw`(?:[-–—−](?=[ \u00a0\t\p{Lu}])|\+|[•·▪●*](?=[ \u00a0\t])|\(?(?:[a-zđ]|[ivx]{1,4}|\d{1,2})\)|[A-ZĐ]\.(?=[ \u00a0\t])|[IVX]{1,5}\.|\d{1,3}(?:\.\d{1,3}){0,7}\.(?=[ \u00a0\t\p{L}])|\d{1,2}(?:\.\d{1,2}){1,7}(?=[ \u00a0\t]))`;
const AT_LINE = new RegExp(String.raw`^[ \u00a0\t]*(${MARK})[ \u00a0\t]*`, 'u');
/** Inside a line only behind the end of something. */
const INSIDE =
  /(?<=[;:.…\]][ \u00a0]{1,4})([-–+•](?=[ \u00a0])|\(?(?:[a-zđ]|[ivx]{1,4}|\d{1,2})\)(?=[ \u00a0])|\d{1,2}\.(?=[ \u00a0]\p{Lu}))[ \u00a0]*/gu;

/** The lines of a text and the points inside them, in order, without the empty ones. */
export function outlineOfText(text: string): Item[] {
  const items: Item[] = [];
  let start = 0;
  while (start <= text.length) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    const line = text.slice(start, end);
    if (line.trim() !== '') items.push(...itemsOfLine(line, start));
    start = end + 1;
  }
  return items;
}

function itemsOfLine(line: string, offset: number): Item[] {
  const first = AT_LINE.exec(line);
  const starts = [{ at: 0, body: first?.[0].length ?? 0, mark: first?.[1] ?? '' }];
  for (const match of line.matchAll(INSIDE)) {
    if (match.index < (first?.[0].length ?? 0)) continue;
    starts.push({ at: match.index, body: match.index + match[0].length, mark: match[1] ?? '' });
  }
  return starts.map(({ at, body, mark }, index) => ({
    start: offset + at,
    end: offset + (starts[index + 1]?.at ?? line.length),
    body: offset + body,
    mark,
    style: styleOf(mark),
    newLine: index === 0,
  }));
}

function styleOf(mark: string): ItemStyle {
  if (mark === '') return 'none';
  if (/^[-–—−]$/u.test(mark)) return 'dash';
  if (mark === '+') return 'plus';
  if (/^[•·▪●*]$/u.test(mark)) return 'bullet';
  if (/^[IVX]+\.$/u.test(mark)) return 'roman';
  if (/^[A-ZĐ]\.$/u.test(mark)) return 'capital';
  if (/^\(?[a-zđ]+\)$/u.test(mark)) return 'letter';
  if (/^\(?\d+\)$/u.test(mark)) return 'bracket';
  const depth = mark.split('.').filter((part) => part !== '').length;
  return depth === 1 ? 'number' : `nested${depth}`;
}
