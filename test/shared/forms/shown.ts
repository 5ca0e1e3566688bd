import type { FormCell, FormRow, FormTable, Term } from '../../../shared/forms/table.ts';
import { type Plan, parseLeafKey } from '../../../shared/plan/plan.ts';

/** A cell of a table by its row's code and its column's id. */
export function cellOf(table: FormTable, code: string, column: string): FormCell {
  const at = table.columns.findIndex((one) => one.id === column);
  const cell = table.rows.find((row) => row.code === code)?.cells[at];
  if (!cell) throw new Error(`the table has no cell ${code} / ${column}`);
  return cell;
}

export function columnIds(table: FormTable): string[] {
  return table.columns.map((column) => column.id);
}

export function totalRows(table: FormTable): readonly FormRow[] {
  return table.rows.filter((row) => row.kind === 'total');
}

/** The terms of a total in the words of the form: "central.total × central". */
export function proofOf(table: FormTable, code: string, column: string): string[] {
  return (cellOf(table, code, column).proof ?? []).map(({ row, column: at, times }) => {
    const place = `${table.rows[row]?.code}/${table.columns[at]?.id}`;
    return times === null ? place : `${place} × ${times}`;
  });
}

/** Every total whose proof does not give it; and how many were looked at. */
export function unprovedTotals(plan: Plan, table: FormTable): { unproved: string[]; looked: number } {
  const years = new Map(plan.sources.map((source) => [source.id, source.years.length]));
  const termOf = ({ row, column, times }: Term): bigint => {
    const amount = table.rows[row]?.cells[column]?.amount ?? 0n;
    if (amount === 'mixed') throw new Error('a proof rests on years that differ');
    return amount * BigInt(times === null ? 1 : (years.get(times) ?? 0));
  };
  const unproved: string[] = [];
  let looked = 0;
  for (const row of table.rows) {
    for (const [at, cell] of row.cells.entries()) {
      if (cell.role !== 'total') continue;
      looked += 1;
      const sum = (cell.proof ?? []).reduce((total, term) => total + termOf(term), 0n);
      if (sum !== cell.amount) unproved.push(`${row.code}/${table.columns[at]?.id}`);
    }
  }
  return { unproved, looked };
}

/** All money of a plan, added up without the engine. */
export function allMoney(plan: Plan, group?: string): bigint {
  const groups = new Map(plan.sources.map((source) => [source.id, source.group]));
  let sum = 0n;
  for (const amounts of plan.amounts.values()) {
    for (const [key, amount] of amounts) {
      if (group === undefined || groups.get(parseLeafKey(key).source) === group) sum += amount;
    }
  }
  return sum;
}
