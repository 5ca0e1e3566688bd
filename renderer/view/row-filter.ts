import type { Totals } from '../../shared/engine/totals.ts';
import { readCell } from '../../shared/forms/cell.ts';
import type { FormLayout } from '../../shared/forms/layout.ts';
import type { RowId } from '../../shared/plan/ids.ts';
import type { Plan } from '../../shared/plan/plan.ts';

/** Which rows are shown: those with money, those that a check points at, those with an amount in one column. */
export type RowFilter =
  | { readonly kind: 'money' }
  | { readonly kind: 'findings' }
  | { readonly kind: 'column'; readonly column: string };

/** The lines that a filter leaves, by index into the layout's lines, with the rows above them so that each has its place. */
export function keptLines(
  filter: RowFilter,
  layout: FormLayout,
  plan: Plan,
  totals: Totals,
  foundRows: () => ReadonlySet<RowId | null>,
): ReadonlySet<number> {
  const passes = lineTest(filter, layout, plan, totals, foundRows);
  const kept = new Set<number>();
  let lowest = 0;
  // From below: a row above a kept one comes before it, at a lower level.
  for (let at = layout.lines.length - 1; at >= 0; at--) {
    const line = layout.lines[at];
    if (!line || line.kind === 'total') continue;
    if (line.level < lowest || passes(at)) {
      kept.add(at);
      lowest = line.level;
    }
  }
  return kept;
}

function lineTest(
  filter: RowFilter,
  layout: FormLayout,
  plan: Plan,
  totals: Totals,
  foundRows: () => ReadonlySet<RowId | null>,
): (at: number) => boolean {
  switch (filter.kind) {
    case 'money':
      return (at) => holdsAmounts(plan, layout.lines[at]?.id ?? null);
    case 'findings': {
      const found = foundRows();
      return (at) => found.has(layout.lines[at]?.id ?? null);
    }
    case 'column': {
      const column = layout.columns.find((one) => one.id === filter.column);
      return (at) => {
        const line = layout.lines[at];
        const amount = line && column ? readCell(line, column, totals).amount : null;
        return amount !== null && amount !== 0n;
      };
    }
    default:
      return filter satisfies never;
  }
}

/** Only leaf rows hold amounts; the rows above them are kept for their sake. */
function holdsAmounts(plan: Plan, row: RowId | null): boolean {
  return row !== null && plan.amounts.has(row);
}
