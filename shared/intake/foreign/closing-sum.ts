import { type Dong, ZERO } from '../../money/dong.ts';
import type { ForeignTable } from './read-table.ts';
import type { AmountColumn, TableRow } from './table-row.ts';

const FEWEST_PARTS = 2;

/**
 * The table with its last row as a total where that has no number and its every amount is the sum of the top rows over it,
 * whatever it is called; that is said (`foreignIssues`). As a row it would count everything twice, or stand under the row before it.
 */
export function withClosingSum(
  table: ForeignTable,
  read: (row: TableRow, column: AmountColumn) => Dong | null,
): ForeignTable {
  const rows = table.rows.filter(({ kind }) => kind === 'row');
  const last = rows.at(-1);
  if (last?.ordinal !== '' || last.code !== '') return table;
  const parts = rows.filter(
    (row) =>
      row.depth === 0 && row !== last && table.amounts.some((column) => (read(row, column) ?? ZERO) !== ZERO),
  );
  const sums = table.amounts.every(
    (column) =>
      parts.reduce((sum, row) => sum + (read(row, column) ?? ZERO), 0n) === (read(last, column) ?? ZERO),
  );
  if (parts.length < FEWEST_PARTS || !sums) return table;
  return { ...table, rows: table.rows.map((row) => (row === last ? { ...row, kind: 'total' } : row)) };
}
