import type { Totals } from '../../shared/engine/totals.ts';
import { readCell } from '../../shared/forms/cell.ts';
import type { FormLayout, LaidColumn, Line } from '../../shared/forms/layout.ts';
import { proofsOf } from '../../shared/forms/proof.ts';
import type { FormCell } from '../../shared/forms/table.ts';

/** One addend of a total, as a cell of the same form. */
export interface TotalPart {
  readonly line: Line;
  readonly column: LaidColumn;
  readonly amount: FormCell['amount'];
  /** The years that it counts for: a one-year amount in a total of the period. */
  readonly times: number | null;
  /** Whether it stands in another row than the total: then the row names it, else the column. */
  readonly otherRow: boolean;
}

const known = new WeakMap<FormLayout, ReturnType<typeof proofsOf>>();

/** What a total is made of; empty where the cell is none, or where the form does not show its parts. */
export function totalParts(layout: FormLayout, totals: Totals, line: Line, column: LaidColumn): TotalPart[] {
  const proofs = known.get(layout) ?? proofsOf(layout);
  known.set(layout, proofs);
  const row = layout.lines.indexOf(line);
  const terms = proofs(row, layout.columns.indexOf(column)) ?? [];
  return terms.flatMap((term) => {
    const [partLine, partColumn] = [layout.lines[term.row], layout.columns[term.column]];
    if (!partLine || !partColumn) return [];
    const { amount } = readCell(partLine, partColumn, totals);
    const source = layout.sources.find((one) => one.id === term.times);
    const times = term.times === null ? null : (source?.years.length ?? 0);
    return [{ line: partLine, column: partColumn, amount, times, otherRow: term.row !== row }];
  });
}
