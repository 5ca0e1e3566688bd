import { type Cell, type DrawnSheet, draw } from './draw.ts';
import type { Outcome, Specimen, TrueIssue, TruePlan, TrueRow } from './truth.ts';

/** A sheet: lines above the table, its heading, its rows, lines under it. */
export function table(
  above: readonly string[],
  heading: readonly (readonly Cell[])[],
  rows: readonly (readonly Cell[])[],
  below: readonly string[] = [],
): DrawnSheet {
  return { rows: [...above.map((line) => [line]), ...heading, ...rows, ...below.map((line) => [line])] };
}

/** A workbook that exceljs writes. */
export function drawn(
  name: string,
  source: string,
  truth: Outcome,
  ...sheets: readonly DrawnSheet[]
): Specimen {
  return { name, truth: { source: `exceljs: ${source}`, ...truth }, make: () => draw(...sheets) };
}

/** Amounts in triệu as a truth has them: in đồng, without zeros. */
export function trieu(amounts: Readonly<Record<string, number>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(amounts).map(([key, amount]) => [key, `${BigInt(Math.round(amount * 1000)) * 1000n}`]),
  );
}

/** A row of a truth. */
export function row(
  name: string,
  parent: number | null = null,
  amounts?: Readonly<Record<string, number>>,
  more: Pick<TrueRow, 'code' | 'ordinal' | 'note'> = {},
): TrueRow {
  return { name, parent, ...more, ...(amounts ? { amounts: trieu(amounts) } : {}) };
}

/** A truth's plan of one year, or of a period whose sources fund all of it. */
export function plan(
  first: number,
  last: number,
  rows: readonly TrueRow[],
  {
    unit = 'trieu',
    sources = ['central', 'local', 'other'],
  }: { unit?: string; sources?: readonly string[] } = {},
): TruePlan {
  const years = Array.from({ length: last - first + 1 }, (_, at) => first + at);
  return { period: [first, last], unit, funded: Object.fromEntries(sources.map((id) => [id, years])), rows };
}

export function issue(
  code: string,
  severity: TrueIssue['severity'],
  cell: string,
  difference: string | null = null,
): TrueIssue {
  return { code: `workbook.${code}`, severity, cell, difference };
}

/** Most small tables have no total: that is said of them. */
export const NO_TOTALS = issue('noTotals', 'information', '');
