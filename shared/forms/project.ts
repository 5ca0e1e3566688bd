import type { Totals } from '../engine/totals.ts';
import type { Plan } from '../plan/plan.ts';
import { formById } from './catalogue.ts';
import { cellAt, readCell } from './cell.ts';
import type { FormId } from './form.ts';
import { decisionLine, footnotesOf, totalInWords } from './furniture.ts';
import { layoutForm } from './layout.ts';
import { proofsOf } from './proof.ts';
import type { FormCell, FormTable } from './table.ts';

/**
 * A plan on a form, whole: every cell with its exact amount and, for a total, the cells that prove it. Cells are read
 * from the totals when a row's are asked for.
 */
export function projectForm(plan: Plan, totals: Totals, formId: FormId): FormTable {
  const layout = layoutForm(formById(formId), plan, totals.shape);
  const proofs = proofsOf(layout);
  const rows = layout.lines.map((line, row) => ({
    ...line,
    get cells(): FormCell[] {
      return layout.columns.map((column, at): FormCell => {
        const { role, amount, years } = readCell(line, column, totals);
        return { role, amount, years, proof: role === 'total' ? proofs(row, at) : null };
      });
    },
  }));
  return {
    form: formId,
    headings: layout.headings,
    columns: layout.columns.map(({ id, path, block, selector, leaf }) => ({
      id,
      path,
      block,
      selector,
      leaf,
    })),
    rows,
    amountAt: (row, column) => cellAt(layout, totals, row, column).amount,
    notes: layout.form.notes,
    title: plan.header.title,
    decision: decisionLine(plan),
    unit: plan.header.unit,
    words: totalInWords(plan, totals),
    footnotes: footnotesOf(plan),
    signature: plan.header.signature,
  };
}
