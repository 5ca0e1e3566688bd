import { foldText } from '../../text/fold.ts';

/** What a row shows of its place in the hierarchy. */
export interface RowSigns {
  readonly ordinal: string;
  readonly name: string;
  readonly code?: string;
  /** Steps of indentation: of the cell, and of the spaces before its name. */
  readonly indent?: number;
  readonly bold?: boolean;
}

const ROMAN = /^(?=[IVX])(?:X{0,3})(?:IX|IV|V?I{0,3})$/;
const KINDS: readonly (readonly [string, RegExp])[] = [
  ['component', /^hop phan\b/],
  ['project', /^du an(?: thanh phan)?\b/],
  ['subproject', /^tieu du an\b/],
  ['content', /^noi dung(?: thanh phan)?\s+(?:so\s+)?\d/],
  ['activity', /^hoat dong\s+(?:so\s+)?\d/],
];

/**
 * The depth of each row, 0 for top rows, by the way its number is written (I, 1, 1.1, a, -, +): a way seen above brings
 * back to its depth, a new one goes one deeper. Rows without a number go by what their names begin with ("Tiểu dự án 1").
 * Where no row has either, their codes tell (DA1 over DA1-TDA2), else their indentation, else bold type.
 */
export function rowLevels(rows: readonly RowSigns[]): number[] {
  const written = rows.some(
    ({ ordinal, name }) =>
      (ordinal.trim() !== '' && ordinalStyle(ordinal, undefined) !== 'words') || nameStyle(name) !== 'plain',
  );
  return written ? levelsByNumber(rows) : (levelsByCode(rows) ?? levelsByType(rows));
}

function levelsByNumber(rows: readonly RowSigns[]): number[] {
  const open: { readonly style: string; readonly ordinal: string }[] = [];
  return rows.map(({ ordinal, name }) => {
    const style =
      ordinalStyle(ordinal, open.findLast((one) => one.style === 'upper')?.ordinal) || nameStyle(name);
    const nested = parentPlace(ordinal, open);
    const known = open.findIndex((one) => one.style === style);
    if (known >= 0) open.length = known;
    else if (nested !== null) open.length = nested + 1;
    open.push({ style, ordinal });
    return open.length - 1;
  });
}

/** A code stands under the longest code above it that it begins with. Null where not every row has a code, or none nests. */
function levelsByCode(rows: readonly RowSigns[]): number[] | null {
  const depths = new Map<string, number>();
  const levels: number[] = [];
  for (const { code = '' } of rows) {
    if (code === '') return null;
    let depth = 0;
    for (const [above, level] of depths) {
      if (code.startsWith(above) && /^[-. /_]/.test(code.slice(above.length)))
        depth = Math.max(depth, level + 1);
    }
    depths.set(code, depth);
    levels.push(depth);
  }
  return levels.some((level) => level > 0) ? levels : null;
}

/** By indentation, and bold over plain type where rows are indented alike. */
function levelsByType(rows: readonly RowSigns[]): number[] {
  const open: number[] = [];
  return rows.map(({ indent = 0, bold = false }) => {
    const place = indent * 2 + (bold ? 0 : 1);
    while (open.length > 0 && (open.at(-1) ?? 0) >= place) open.pop();
    open.push(place);
    return open.length - 1;
  });
}

/** 2.1 stands under 2 wherever that is still open. */
function parentPlace(ordinal: string, open: readonly { readonly ordinal: string }[]): number | null {
  const above = /^(\d+(?:\.\d+)*)\.\d+\.?$/.exec(ordinal.trim())?.[1];
  if (above === undefined) return null;
  const place = open.findLastIndex((one) => one.ordinal.replace(/\.$/, '') === above);
  return place < 0 ? null : place;
}

/** How a number is written; empty where there is none. I is the letter after H alone, else one. */
function ordinalStyle(ordinal: string, letter: string | undefined): string {
  const text = ordinal.trim().replace(/[.)/]+$/, '');
  if (text === '') return '';
  if (/^\d+$/.test(text)) return 'number';
  if (/^\d+(?:\.\d+)+$/.test(text)) return `nested ${text.split('.').length}`;
  if (ROMAN.test(text) && !(text === 'I' && letter?.startsWith('H'))) return 'roman';
  if (/^[A-ZĐ]$/.test(text)) return 'upper';
  if (/^[a-zđ]$/.test(text)) return 'lower';
  if (/^[-–—]$/.test(text)) return 'dash';
  if (/^[+*•]$/.test(text)) return 'plus';
  return 'words';
}

function nameStyle(name: string): string {
  const folded = foldText(name).trim();
  const kind = KINDS.find(([, pattern]) => pattern.test(folded))?.[0];
  if (kind) return kind;
  if (/^[-–—]\s/.test(folded)) return 'dash';
  return /^[+*•]\s/.test(folded) ? 'plus' : 'plain';
}

/** "Cộng", "Tổng số", "Toàn tỉnh": what a total's name begins with. */
const SUM = '(?:tong cong|tong so|tong|cong|toan (?:tinh|huyen|xa|chuong trinh)|kinh phi cac du an)';
/** What a total may say beside that: of what money, of which years, of which numbers; nothing that rows are named after. */
const SCOPE =
  '(?:so|von|kinh phi|nguon|nhu cau|muc|ca|giai doan|gd|nam|moi|mot|hang|cac nam|cac du an|chung|toan|tinh|huyen|xa|chuong trinh|va|[ivx]+|[a-d]|\\d+)';
/** "Tổng số", "Cộng (I + II)", "Tổng kinh phí thực hiện …", but not "Cộng đồng" nor "Tổng kết". */
const TOTAL = new RegExp(
  `^(?:${SUM}(?: ${SCOPE})*|(?:tong|tong cong) (?:so|von|kinh phi|nhu cau|muc|giai doan) .*|kinh phi cac du an .*)$`,
);
/** "Cộng dự án 1", "Tổng vốn mục I": what follows says which rows. "Cộng trang 2", "Mang sang": nothing does. */
const SUBTOTAL =
  /^(?:tong cong|tong so|tong|cong)(?: von| kinh phi)?(?: cua)? ((?:(?:tieu )?du an|noi dung|hop phan)(?: .*)?|(?:muc|phan) (?:[ivx]+|[a-h]|\d.*)|trang(?: .*)?)$|^(?:cong |tong )?((?:mang|chuyen) (?:sang|trang)(?: trang)?(?: \d+)?)$/;

/** Whether a row without a number of its own sums the table. */
export function isTotalRow(row: RowSigns): boolean {
  return !isNumbered(row) && TOTAL.test(saidBy(row)) && !SUBTOTAL.test(saidBy(row));
}

/** A total of some of the rows: what follows "Cộng" or "Tổng" in its name ("du an 1", "muc I"), folded; else null. */
export function subtotalOf(row: RowSigns): string | null {
  if (isNumbered(row)) return null;
  const [, said, carried] = SUBTOTAL.exec(saidBy(row)) ?? [];
  return said ?? carried ?? null;
}

function saidBy({ ordinal, name }: RowSigns): string {
  return plainWords(name === '' ? ordinal : name);
}

/** Words without case, diacritics and marks, single spaces between. */
export function plainWords(text: string): string {
  return foldText(text)
    .replaceAll(/[^\p{L}\p{Nd}]+/gu, ' ')
    .trim();
}

function isNumbered({ ordinal, name }: RowSigns): boolean {
  const text = ordinal.trim();
  return (
    text !== '' && foldText(text) !== foldText(name.trim()) && name !== '' && !/^(?:[*#]|[A-Z])$/.test(text)
  );
}
