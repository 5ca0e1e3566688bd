import { type ColumnMeaning, columnMeaning } from './heading/meaning.ts';
import { type HeadingLabel, headingLabel, headingWords } from './heading/words.ts';
import type { SheetView } from './sheet-view.ts';

/** The heading of a table: where it stands and what each of its columns was taken for. */
export interface TableHeading {
  readonly top: number;
  readonly bottom: number;
  readonly columns: readonly HeadedColumn[];
  /** The first row under the heading, and under the row that numbers the columns. */
  readonly body: number;
}

export interface HeadedColumn {
  readonly column: number;
  /** Headings from the top down, each once. */
  readonly path: readonly string[];
  readonly meaning: ColumnMeaning;
}

/** Levels that a heading may have (issue: one to five), and rows above which it is looked for. */
const MOST_LEVELS = 6;
/** An appendix is no wider; whatever stands beyond is no part of it. */
const MOST_COLUMNS = 400;

/** The first heading at or under a row: a column of names beside columns of amounts. Null where there is none. */
export function findHeading(sheet: SheetView, from: number): TableHeading | null {
  for (let row = from; row <= sheet.lastRow; row++) {
    const heading = opensHeading(sheet, row) ? readHeading(sheet, topOf(sheet, row, from)) : null;
    if (heading) return heading;
  }
  return null;
}

/** Where "TT" and "Nội dung" stand at the foot of an unmerged heading, groups stand in rows over them, right of them. */
function topOf(sheet: SheetView, row: number, from: number): number {
  const labels = sheet.columnsOf(row).filter((column) => labelAt(sheet, row, column) !== undefined);
  const right = Math.max(...labels);
  let top = row;
  while (top > from && row - top + 1 < MOST_LEVELS && isGroupRow(sheet, top - 1, right)) top--;
  return top;
}

/** Groups of a heading and nothing else; a unit or a title is none. */
function isGroupRow(sheet: SheetView, row: number, right: number): boolean {
  if (!isHeadingRow(sheet, row)) return false;
  return sheet.columnsOf(row).every((column) => {
    const text = sheet.ownText(row, column);
    if (text === '') return true;
    const { years, source, capital, total } = headingWords(text);
    return column > right && (years ?? source ?? capital ?? total) !== undefined;
  });
}

/** The same heading with columns that the officer said to mean something else, by their numbers. */
export function withMeanings(
  heading: TableHeading,
  meanings: ReadonlyMap<number, ColumnMeaning>,
): TableHeading {
  const columns = heading.columns.map((column) => {
    const said = meanings.get(column.column);
    return said ? { ...column, meaning: said } : column;
  });
  return { ...heading, columns };
}

function opensHeading(sheet: SheetView, row: number): boolean {
  return sheet.columnsOf(row).some((column) => {
    const label = labelAt(sheet, row, column);
    return label === 'name' || label === 'ordinal';
  });
}

function labelAt(sheet: SheetView, row: number, column: number): HeadingLabel | undefined {
  const value = sheet.cell(row, column)?.value;
  return value?.kind === 'text' ? headingLabel(value.text) : undefined;
}

function readHeading(sheet: SheetView, top: number): TableHeading | null {
  const bottom = bottomOf(sheet, top);
  const last = Math.min(sheet.lastColumn, MOST_COLUMNS);
  const columns: HeadedColumn[] = [];
  for (let column = 1; column <= last; column++) {
    const path = pathOf(sheet, top, bottom, column);
    if (path.length > 0) columns.push({ column, path, meaning: columnMeaning(path) });
  }
  const body = numbersColumns(sheet, bottom + 1, columns) ? bottom + 2 : bottom + 1;
  const named = withNames(sheet, columns, body);
  return named && holdsAmounts(named) ? { top, bottom, columns: named, body } : null;
}

/**
 * The columns with one of names among them; null where there is none. Where no heading says so ("Đơn vị", "Địa phương"), the
 * names are the first column right of the numbers in which words stand.
 */
function withNames(
  sheet: SheetView,
  columns: readonly HeadedColumn[],
  body: number,
): readonly HeadedColumn[] | null {
  const labelled = (label: HeadingLabel): HeadedColumn | undefined =>
    columns.find(({ meaning }) => meaning.kind === 'label' && meaning.label === label);
  if (labelled('name')) return columns;
  const left = labelled('ordinal')?.column ?? 0;
  const names = columns.find(
    ({ column, meaning }) => column > left && meaning.kind !== 'label' && holdsWords(sheet, column, body),
  );
  const meaning: ColumnMeaning = { kind: 'label', label: 'name' };
  return names ? columns.map((column) => (column === names ? { ...column, meaning } : column)) : null;
}

const ROWS_LOOKED_AT = 10;

function holdsWords(sheet: SheetView, column: number, body: number): boolean {
  const texts = Array.from({ length: ROWS_LOOKED_AT }, (_, at) => sheet.ownText(body + at, column));
  const filled = texts.filter((text) => text !== '');
  const words = filled.filter((text) => /\p{L}{2}/u.test(text));
  return words.length > 0 && words.length * 2 > filled.length;
}

/**
 * Whether the columns are those of amounts: one that names its source is enough; of totals alone there are two, and years
 * alone follow each other, for 2024 and 2050 may be the amounts of a row named "Hoạt động".
 */
function holdsAmounts(columns: readonly HeadedColumn[]): boolean {
  const amounts = columns.flatMap(({ path, meaning }) =>
    meaning.kind === 'amount' ? [{ path, meaning }] : [],
  );
  if (amounts.some(({ meaning }) => meaning.source !== 'all' && meaning.source !== 'budget')) return true;
  const bare = amounts.every(({ path }) => path.every((text) => /^\d+$/.test(text)));
  const follow = amounts.every(
    ({ path }, at) => at === 0 || Number(path[0]) === Number(amounts[at - 1]?.path[0]) + 1,
  );
  return amounts.length >= 2 && (!bare || follow);
}

/** A heading ends where its merged labels end; where nothing is merged, before the first row that holds amounts. */
function bottomOf(sheet: SheetView, top: number): number {
  let bottom = top;
  for (const column of sheet.columnsOf(top)) {
    const merge = sheet.mergeAt(top, column);
    if (merge) bottom = Math.max(bottom, Math.min(merge.bottom, top + MOST_LEVELS - 1));
  }
  while (bottom - top + 1 < MOST_LEVELS && isHeadingRow(sheet, bottom + 1)) bottom++;
  return bottom;
}

/** A further level: words of headings, no number but years, and nothing that says it is a row of the table. */
function isHeadingRow(sheet: SheetView, row: number): boolean {
  const texts = sheet.columnsOf(row).map((column) => ({
    text: sheet.ownText(row, column),
    value: sheet.cell(row, column)?.value,
  }));
  const said = texts.filter(({ text }) => text !== '');
  if (said.length === 0) return false;
  return said.every(({ text, value }) => {
    if (value?.kind === 'number') return isYear(value.number);
    if (COLUMN_NUMBER.test(text)) return false;
    const words = headingWords(text);
    return words.rest === '' || words.label !== undefined;
  });
}

function isYear(number: number): boolean {
  return Number.isInteger(number) && number >= 2000 && number <= 2100;
}

function pathOf(sheet: SheetView, top: number, bottom: number, column: number): string[] {
  const path: string[] = [];
  for (let row = top; row <= bottom; row++) {
    const text = sheet.text(row, column) || groupOver(sheet, row, bottom, column);
    if (text !== '' && path.at(-1) !== text) path.push(text);
  }
  return path;
}

/** A group's heading that was not merged over its columns: it stands over the first and the rest are empty. */
function groupOver(sheet: SheetView, row: number, bottom: number, column: number): string {
  if (row === bottom || sheet.mergeAt(row, column)) return '';
  if (!heads(sheet, row, bottom, column)) return '';
  for (let left = column - 1; left >= 1; left--) {
    const text = sheet.text(row, left);
    if (text === '') continue;
    const merge = sheet.mergeAt(row, left);
    if (merge && merge.right > merge.left) return '';
    return heads(sheet, row, bottom, left) ? text : '';
  }
  return '';
}

/** Whether something stands between a row of the heading and its end: the column has a heading of its own there. */
function heads(sheet: SheetView, row: number, bottom: number, column: number): boolean {
  for (let under = row + 1; under <= bottom; under++) if (sheet.ownText(under, column) !== '') return true;
  return false;
}

/** The row under a heading that numbers the columns: A, B, 1, 2, 3 = 4 + 5, or (1), (2), (3). */
function numbersColumns(sheet: SheetView, row: number, columns: readonly HeadedColumn[]): boolean {
  const texts = columns.map(({ column }) => sheet.ownText(row, column)).filter((text) => text !== '');
  if (texts.length < columns.length / 2 || texts.length < 3) return false;
  if (!texts.every((text) => COLUMN_NUMBER.test(text))) return false;
  const numbers = texts
    .flatMap((text) => Number(/^\(?(\d+)/.exec(text)?.[1] ?? Number.NaN))
    .filter(Number.isFinite);
  return (
    numbers.length >= 2 && numbers.every((number, at) => at === 0 || number === (numbers[at - 1] ?? 0) + 1)
  );
}

const COLUMN_NUMBER = /^\(?(?:[A-Za-z]|\d{1,3})\)?(?:\s*=[\s\d+×x*()/-]+)?$/;
