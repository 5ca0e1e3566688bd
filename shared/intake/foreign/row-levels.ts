import { foldText } from '../../text/fold.ts';

/** What a row shows of its place in the hierarchy. */
export interface RowSigns {
  readonly ordinal: string;
  readonly name: string;
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
 */
export function rowLevels(rows: readonly RowSigns[]): number[] {
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

/** "Tổng số", "Cộng (I + II)", but not "Cộng đồng" nor "Tổng kết": a total's words, and nothing else but numbers. */
const TOTAL =
  /^(?:tong|cong|tong cong|toan (?:tinh|huyen|xa|chuong trinh)|(?:tong|tong cong) (?:so|von|kinh phi|nhu cau|muc|giai doan)(?: .*)?|kinh phi cac du an(?: .*)?)(?: [ivx\d a-d]+)?$/;

/** Whether a row without a number of its own sums the table. */
export function isTotalRow({ ordinal, name }: RowSigns): boolean {
  const said = foldText(name === '' ? ordinal : name)
    .replaceAll(/[^\p{L}\p{Nd} ]+/gu, ' ')
    .trim();
  const numbered = ordinal.trim() !== '' && foldText(ordinal) !== foldText(name) && name !== '';
  return TOTAL.test(said) && (!numbered || /^(?:[*#]|[A-Z])$/.test(ordinal.trim()));
}
