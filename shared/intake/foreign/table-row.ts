import type { RawCell } from '../raw-workbook.ts';
import type { HeadedColumn, TableHeading } from './find-heading.ts';
import type { AmountMeaning } from './heading/meaning.ts';
import type { HeadingLabel } from './heading/words.ts';
import { isTotalRow, subtotalOf } from './row-levels.ts';
import type { SheetView } from './sheet-view.ts';

export interface AmountColumn extends HeadedColumn {
  readonly meaning: AmountMeaning;
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

/** A row before its place in the hierarchy is known, with the signs that tell it. */
export interface UnplacedRow extends Omit<TableRow, 'depth'> {
  readonly indent: number;
  readonly bold: boolean;
}

export interface Labels extends Readonly<Partial<Record<HeadingLabel, number>>> {
  /** Names of each level may have a column of their own. */
  readonly names: readonly number[];
}

/** Where the labels of a table stand, the first of each kind. */
export function labelColumns({ columns }: TableHeading): Labels {
  const labels: Partial<Record<HeadingLabel, number>> = {};
  const names: number[] = [];
  for (const { column, meaning } of columns) {
    if (meaning.kind !== 'label') continue;
    labels[meaning.label] ??= column;
    if (meaning.label === 'name') names.push(column);
  }
  return { ...labels, names };
}

/** The columns of amounts. */
export function amountColumns({ columns }: TableHeading): AmountColumn[] {
  return columns.flatMap((column) =>
    column.meaning.kind === 'amount' ? [{ ...column, meaning: column.meaning }] : [],
  );
}

/** A row of a sheet as one of a table; null where neither a number nor a name says what it is. */
export function readRow(
  sheet: SheetView,
  ref: number,
  labels: Labels,
  amounts: readonly AmountColumn[],
  notes: readonly HeadedColumn[],
): UnplacedRow | null {
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
): Pick<UnplacedRow, 'indent' | 'bold'> {
  const cell = column === undefined ? undefined : sheet.cell(ref, column);
  const text = cell?.value.kind === 'text' ? cell.value.text : '';
  const spaces = /^[ \u00a0]*/.exec(text)?.[0].length ?? 0;
  return {
    indent: Math.max(0, level) + (cell?.indent ?? 0) + Math.ceil(spaces / 3),
    bold: cell?.bold === true,
  };
}

/** Lines of text under a wide table may stand in its columns; a number there is an amount. */
export function isNumber(cell: RawCell | undefined): boolean {
  if (cell?.value.kind !== 'text') return cell?.value.kind === 'number';
  return /^\s*[-−(]?\s*\d[\d.,\s]*\)?\s*$/.test(cell.value.text);
}

/** The last row with an amount, a dash or what a program shows for one; the row over the table's first where there is none. */
export function lastAmounts(sheet: SheetView, heading: TableHeading, last: number): number {
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
