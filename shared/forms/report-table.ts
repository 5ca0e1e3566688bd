import { type Dong, ZERO } from '../money/dong.ts';
import { headingsOf } from './own-form.ts';
import type { FormCell, FormRow, FormTable, Term } from './table.ts';

/** A column of a report: its headings, and the block that pages break between. */
export interface ReportColumn {
  readonly id: string;
  readonly path: readonly string[];
  readonly block: string;
}

export interface ReportRow extends Omit<FormRow, 'id' | 'cells' | 'leaf'> {
  /** Set in bold type, as a row with others under it. */
  readonly leaf: boolean;
  readonly cells: readonly FormCell[];
}

type Around = Omit<FormTable, 'form' | 'number' | 'base' | 'headings' | 'columns' | 'rows' | 'amountAt'>;

/** A table that is made of totals alone. Cells have been computed; their proofs name rows and columns of the report. */
export function reportTable(
  name: string,
  columns: readonly ReportColumn[],
  rows: readonly ReportRow[],
  around: Around,
): FormTable {
  return {
    ...around,
    form: name,
    number: '',
    base: null,
    headings: headingsOf(columns),
    columns: columns.map((column) => ({ ...column, selector: null, leaf: null })),
    rows: rows.map((row) => ({ ...row, id: null })),
    amountAt: (row, column) => rows[row]?.cells[column]?.amount ?? null,
  };
}

export const BLANK_CELL: FormCell = { role: 'blank', amount: null, proof: null, years: [] };

/** A computed amount; `proof` is what a formula adds, null where nothing of the table makes it. */
export function totalCell(amount: Dong, proof: readonly Term[] | null): FormCell {
  return { role: 'total', amount, proof, years: [] };
}

/** The first cell in per cent of the second. */
export function shareCell(part: Term, whole: Term): FormCell {
  return { role: 'share', amount: null, proof: [part, whole], years: [] };
}

export function term(row: number, column: number, minus?: true): Term {
  return { row, column, times: null, ...(minus ? { minus } : {}) };
}

/** What a share cell shows, in per cent: both amounts; null where there is no whole to have a share of. */
export function shareOf(
  cell: FormCell,
  table: Pick<FormTable, 'amountAt'>,
): { part: Dong; whole: Dong } | null {
  const [part, whole] = (cell.role === 'share' ? (cell.proof ?? []) : []).map(({ row, column }) => {
    const amount = table.amountAt(row, column);
    return amount === null || amount === 'mixed' ? ZERO : amount;
  });
  return part === undefined || whole === undefined || whole === 0n ? null : { part, whole };
}
