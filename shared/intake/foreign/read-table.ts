import type { RawCell } from '../raw-workbook.ts';
import { findHeading, type HeadedColumn, type TableHeading } from './find-heading.ts';
import type { AmountMeaning } from './heading/meaning.ts';
import type { HeadingLabel } from './heading/words.ts';
import { isTotalRow, rowLevels, subtotalOf } from './row-levels.ts';
import type { SheetView } from './sheet-view.ts';

export interface AmountColumn extends HeadedColumn {
  readonly meaning: AmountMeaning;
}

/** A table as it stands on a foreign sheet: its columns understood, its rows in order, its amounts still as cells. */
export interface ForeignTable {
  readonly heading: TableHeading;
  readonly amounts: readonly AmountColumn[];
  readonly rows: readonly TableRow[];
  /** Rows of the sheet with amounts beside which nothing says what they are for. */
  readonly unnamed: readonly number[];
  /** What stands above the heading and under the last row, line by line. */
  readonly above: readonly string[];
  /** What stands above the first table of the sheet, where this is a further one. */
  readonly outer: readonly string[];
  readonly below: readonly string[];
}

export interface TableRow {
  /** Its row on the sheet. */
  readonly ref: number;
  /** `subtotal`: a total of some of the rows ("Cộng dự án 1"). */
  readonly kind: 'row' | 'subtotal' | 'total';
  /** 0 for top rows; total rows are outside the hierarchy. */
  readonly depth: number;
  readonly ordinal: string;
  readonly name: string;
  readonly code: string;
  /** The note of the row, and what stands in columns that no form has. */
  readonly note: string;
  /** By column of the sheet; empty cells are not there. */
  readonly cells: ReadonlyMap<number, RawCell>;
}

/** Where a table stands: its heading, and the last row before the next table's heading. */
export interface TablePlace {
  readonly heading: TableHeading;
  /** Where what stands above its heading begins. */
  readonly from: number;
  /** The heading of the sheet's first table, where this is a further one. */
  readonly first: TableHeading | null;
  readonly last: number;
  /** Rows of headings that repeat this one's further down, as on the pages of a printed table. */
  readonly repeated: readonly Pick<TableHeading, 'top' | 'body'>[];
}

/**
 * The tables of a sheet, from the top down. A heading that is repeated below opens no table of its own, unless what stands
 * over it and what stands under it have a total each.
 */
export function findTables(sheet: SheetView): TablePlace[] {
  const places: TablePlace[] = [];
  let from = 1;
  let heading = findHeading(sheet, from);
  while (heading) {
    const repeated: TableHeading[] = [];
    let part = heading;
    let next = findHeading(sheet, part.body);
    while (next && sameColumns(next, heading)) {
      const after = findHeading(sheet, next.body);
      const last = after ? after.top - 1 : sheet.lastRow;
      if (hasTotal(sheet, part, next.top - 1) && hasTotal(sheet, next, last)) break;
      repeated.push(next);
      part = next;
      next = after;
    }
    const last = next ? next.top - 1 : sheet.lastRow;
    places.push({ heading, from, first: places[0]?.heading ?? null, last, repeated });
    from = lastAmounts(sheet, heading, last) + 1;
    heading = next;
  }
  return places;
}

function hasTotal(sheet: SheetView, heading: TableHeading, last: number): boolean {
  const [labels, amounts] = [labelColumns(heading), amountColumns(heading)];
  for (let ref = heading.body; ref <= last; ref++) {
    const row = readRow(sheet, ref, labels, amounts, []);
    if (row?.kind === 'total' && row.cells.size > 0) return true;
  }
  return false;
}

/** The last row with an amount, a dash or what a program shows for one; the row over the table's first where there is none. */
function lastAmounts(sheet: SheetView, heading: TableHeading, last: number): number {
  const amounts = amountColumns(heading);
  const isAmount = (cell: RawCell | undefined): boolean =>
    cell?.value.kind === 'text'
      ? isNumber(cell) || /^\s*[-–—−]\s*$/.test(cell.value.text)
      : cell !== undefined;
  for (let ref = last; ref >= heading.body; ref--) {
    if (amounts.some(({ column }) => isAmount(sheet.cell(ref, column)))) return ref;
  }
  return heading.body - 1;
}

function amountColumns({ columns }: TableHeading): AmountColumn[] {
  return columns.flatMap((column) =>
    column.meaning.kind === 'amount' ? [{ ...column, meaning: column.meaning }] : [],
  );
}

function sameColumns(one: TableHeading, other: TableHeading): boolean {
  const said = ({ columns }: TableHeading): string =>
    JSON.stringify(columns.map(({ column, path }) => [column, path]));
  return said(one) === said(other);
}

/** A table with its columns as its heading says. `skipped` are rows that the officer left out. */
export function readTable(
  sheet: SheetView,
  place: TablePlace,
  skipped: ReadonlySet<number> = new Set(),
): ForeignTable {
  const { heading, from, first } = place;
  const amounts = amountColumns(heading);
  const { rows, unnamed, below } = readBody(sheet, place, amounts, skipped);
  const above = linesBetween(sheet, from, heading.top);
  const outer = first ? linesBetween(sheet, 1, first.top) : [];
  return { heading, amounts, rows, unnamed, above, outer, below };
}

interface Bare extends Omit<TableRow, 'depth'> {
  readonly indent: number;
  readonly bold: boolean;
}

function readBody(
  sheet: SheetView,
  { heading, last, repeated }: TablePlace,
  amounts: readonly AmountColumn[],
  skipped: ReadonlySet<number>,
): Pick<ForeignTable, 'rows' | 'unnamed' | 'below'> {
  const labels = labelColumns(heading);
  const notes = heading.columns.filter(
    ({ column, meaning }) =>
      meaning.kind === 'unknown' ||
      (meaning.kind === 'label' && meaning.label === 'note' && column !== labels.note) ||
      (meaning.kind === 'label' && meaning.label === 'name' && column !== labels.name),
  );
  const found: Bare[] = [];
  const unnamed: number[] = [];
  const trailing: { after: number; lines: string[] }[] = [];
  const end = lastAmounts(sheet, heading, last);
  let ended = false;
  for (let ref = heading.body; ref <= last; ref++) {
    if (skipped.has(ref) || repeated.some(({ top, body }) => ref >= top && ref < body)) continue;
    const row = readRow(sheet, ref, labels, amounts, notes);
    const under = ref > end && end >= heading.body;
    if (row && belongs(row) && !(under && (ended || row.cells.size > 0))) found.push(row);
    else if (!row && amounts.some(({ column }) => isNumber(sheet.cell(ref, column)))) unnamed.push(ref);
    else {
      const lines = linesOf(sheet, ref);
      trailing.push({ after: found.length, lines });
      // Under the last amounts stand notes, numbered or not, and signatures, some of them in the columns of amounts.
      ended ||= under && lines.length > 0;
    }
    if (ref === end && row?.kind === 'total' && found.length > 1) ended = true;
  }
  const below = trailing.filter(({ after }) => after === found.length).flatMap(({ lines }) => lines);
  const rows = found.filter(({ kind }) => kind === 'row');
  const depths = rowLevels(rows);
  const depthOf = new Map(rows.map((row, at) => [row, depths[at] ?? 0]));
  return {
    rows: found.map((row) => ({ ...row, depth: depthOf.get(row) ?? 0 })),
    unnamed,
    below,
  };
}

/** A line of text alone is no row: a note among the rows or under them. A row without amounts has a number or a code. */
function belongs(row: Bare): boolean {
  return (
    row.cells.size > 0 ||
    (row.name !== '' && (row.ordinal !== '' || row.code !== '') && row.name !== row.ordinal)
  );
}

/** Lines of text under a wide table may stand in its columns; a number there is an amount. */
function isNumber(cell: RawCell | undefined): boolean {
  if (cell?.value.kind !== 'text') return cell?.value.kind === 'number';
  return /^\s*[-−(]?\s*\d[\d.,\s]*\)?\s*$/.test(cell.value.text);
}

interface Labels extends Readonly<Partial<Record<HeadingLabel, number>>> {
  /** Names of each level may have a column of their own. */
  readonly names: readonly number[];
}

function labelColumns({ columns }: TableHeading): Labels {
  const labels: Partial<Record<HeadingLabel, number>> = {};
  const names: number[] = [];
  for (const { column, meaning } of columns) {
    if (meaning.kind !== 'label') continue;
    labels[meaning.label] ??= column;
    if (meaning.label === 'name') names.push(column);
  }
  return { ...labels, names };
}

function readRow(
  sheet: SheetView,
  ref: number,
  labels: Labels,
  amounts: readonly AmountColumn[],
  notes: readonly HeadedColumn[],
): Bare | null {
  const label = (column: number | undefined): string => (column === undefined ? '' : sheet.text(ref, column));
  const cells = new Map<number, RawCell>();
  for (const { column } of amounts) {
    const cell = sheet.cell(ref, column);
    if (cell) cells.set(column, cell);
  }
  const ordinal = label(labels.ordinal);
  const named = labels.names.find((column) => label(column) !== '');
  const name = label(named);
  if (ordinal === '' && name === '') return null;
  const kind = isTotalRow({ ordinal, name })
    ? 'total'
    : subtotalOf({ ordinal, name }) === null
      ? 'row'
      : 'subtotal';
  // A total's name often stands over both columns, merged.
  const spanning = ordinal === name || name === '';
  return {
    ref,
    kind,
    ordinal: spanning && (kind !== 'row' || name !== '') ? '' : ordinal,
    name: name === '' ? ordinal : name,
    code: label(labels.code),
    note: [
      label(labels.note),
      ...notes.flatMap((column) => (column.column === named ? [] : noteIn(sheet, ref, column))),
    ]
      .filter((text) => text !== '')
      .join('; '),
    cells,
    ...typeOf(sheet, ref, named, labels.names.indexOf(named ?? 0)),
  };
}

/** What stands in a column that no form has, with its heading. */
function noteIn(sheet: SheetView, ref: number, { column, path }: HeadedColumn): string {
  const text = sheet.ownText(ref, column);
  return text === '' ? '' : `${path.join(' / ')}: ${text}`;
}

/** A name further right, or spaces before it, indent it as the cell's own setting does; three spaces are one step. */
function typeOf(
  sheet: SheetView,
  ref: number,
  column: number | undefined,
  level: number,
): Pick<Bare, 'indent' | 'bold'> {
  const cell = column === undefined ? undefined : sheet.cell(ref, column);
  const text = cell?.value.kind === 'text' ? cell.value.text : '';
  const spaces = /^[ \u00a0]*/.exec(text)?.[0].length ?? 0;
  return {
    indent: Math.max(0, level) + (cell?.indent ?? 0) + Math.ceil(spaces / 3),
    bold: cell?.bold === true,
  };
}

function linesBetween(sheet: SheetView, from: number, to: number): string[] {
  const lines: string[] = [];
  for (let row = from; row < to; row++) lines.push(...linesOf(sheet, row));
  return lines;
}

/** The texts of a row, each once. What ends in a colon goes on in the next cell: "Đơn vị tính:", "Triệu đồng". */
function linesOf(sheet: SheetView, row: number): string[] {
  const lines: string[] = [];
  for (const column of sheet.columnsOf(row)) {
    const text = sheet.ownText(row, column);
    const open = lines.at(-1)?.endsWith(':') ? lines.pop() : undefined;
    if (text !== '') lines.push(open === undefined ? text : `${open} ${text}`);
    else if (open !== undefined) lines.push(open);
  }
  return lines;
}
