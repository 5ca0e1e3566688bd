import type { RawCell } from '../raw-workbook.ts';
import { findHeading, type HeadedColumn, type TableHeading } from './find-heading.ts';
import type { AmountMeaning } from './heading/meaning.ts';
import type { HeadingLabel } from './heading/words.ts';
import { isTotalRow, rowLevels } from './row-levels.ts';
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
  readonly below: readonly string[];
}

export interface TableRow {
  /** Its row on the sheet. */
  readonly ref: number;
  readonly kind: 'row' | 'total';
  /** 0 for top rows; total rows are outside the hierarchy. */
  readonly depth: number;
  readonly ordinal: string;
  readonly name: string;
  readonly code: string;
  readonly note: string;
  /** By column of the sheet; empty cells are not there. */
  readonly cells: ReadonlyMap<number, RawCell>;
}

/** The first table of a sheet at or under a row; null where the sheet has none. */
export function readTable(sheet: SheetView, from = 1): ForeignTable | null {
  const heading = findHeading(sheet, from);
  if (!heading) return null;
  const amounts = heading.columns.flatMap((column) =>
    column.meaning.kind === 'amount' ? [{ ...column, meaning: column.meaning }] : [],
  );
  const { rows, unnamed, below } = readBody(sheet, heading, amounts);
  const above: string[] = [];
  for (let row = from; row < heading.top; row++) above.push(...linesOf(sheet, row));
  return { heading, amounts, rows, unnamed, above, below };
}

type Bare = Omit<TableRow, 'depth'>;

function readBody(
  sheet: SheetView,
  heading: TableHeading,
  amounts: readonly AmountColumn[],
): Pick<ForeignTable, 'rows' | 'unnamed' | 'below'> {
  const labels = labelColumns(heading);
  const found: Bare[] = [];
  const unnamed: number[] = [];
  const trailing: { after: number; lines: string[] }[] = [];
  for (let ref = heading.body; ref <= sheet.lastRow; ref++) {
    const row = readRow(sheet, ref, labels, amounts);
    if (row && belongs(row)) found.push(row);
    else if (!row && amounts.some(({ column }) => isNumber(sheet.cell(ref, column)))) unnamed.push(ref);
    else trailing.push({ after: found.length, lines: linesOf(sheet, ref) });
  }
  const below = trailing.filter(({ after }) => after === found.length).flatMap(({ lines }) => lines);
  const rows = found.filter(({ kind }) => kind === 'row');
  const depths = rowLevels(rows);
  const depthOf = new Map(rows.map((row, at) => [row, depths[at] ?? 0]));
  return { rows: found.map((row) => ({ ...row, depth: depthOf.get(row) ?? 0 })), unnamed, below };
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

type Labels = Readonly<Partial<Record<HeadingLabel, number>>>;

function labelColumns({ columns }: TableHeading): Labels {
  const labels: Partial<Record<HeadingLabel, number>> = {};
  for (const { column, meaning } of columns) {
    if (meaning.kind === 'label') labels[meaning.label] ??= column;
  }
  return labels;
}

function readRow(
  sheet: SheetView,
  ref: number,
  labels: Labels,
  amounts: readonly AmountColumn[],
): Bare | null {
  const label = (column: number | undefined): string => (column === undefined ? '' : sheet.text(ref, column));
  const cells = new Map<number, RawCell>();
  for (const { column } of amounts) {
    const cell = sheet.cell(ref, column);
    if (cell) cells.set(column, cell);
  }
  const ordinal = label(labels.ordinal);
  const name = label(labels.name);
  if (ordinal === '' && name === '') return null;
  const kind = isTotalRow({ ordinal, name }) ? 'total' : 'row';
  // A total's name often stands over both columns, merged.
  const spanning = ordinal === name || name === '';
  return {
    ref,
    kind,
    ordinal: spanning && (kind === 'total' || name !== '') ? '' : ordinal,
    name: name === '' ? ordinal : name,
    code: label(labels.code),
    note: label(labels.note),
    cells,
  };
}

/** The texts of a row, each once. */
function linesOf(sheet: SheetView, row: number): string[] {
  return sheet.columnsOf(row).flatMap((column) => {
    const text = sheet.ownText(row, column);
    return text === '' ? [] : [text];
  });
}
