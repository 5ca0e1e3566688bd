import type { TableHeading } from './find-heading.ts';
import type { TablePlace } from './find-tables.ts';
import { rowLevels } from './row-levels.ts';
import type { SheetView } from './sheet-view.ts';
import {
  type AmountColumn,
  amountColumns,
  isNumber,
  labelColumns,
  lastAmounts,
  readRow,
  type TableRow,
  type UnplacedRow,
} from './table-row.ts';

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
  const found: UnplacedRow[] = [];
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
function belongs(row: UnplacedRow): boolean {
  return (
    row.cells.size > 0 ||
    (row.name !== '' && (row.ordinal !== '' || row.code !== '') && row.name !== row.ordinal)
  );
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
