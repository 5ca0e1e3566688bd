import type { Totals } from '../engine/totals.ts';
import type { Plan } from '../plan/plan.ts';
import { formById } from './catalogue.ts';
import { cellAt, readCell } from './cell.ts';
import type { FormId } from './form.ts';
import { furnitureOf } from './furniture.ts';
import { type FormLayout, layoutForm } from './layout.ts';
import { columnNumbers } from './number-row.ts';
import { OFFICIAL_OPTIONS, type PrintOptions } from './print-options.ts';
import { proofsOf } from './proof.ts';
import type { FormCell, FormTable } from './table.ts';

/**
 * A plan on a form, whole: every cell with its exact amount and, for a total, the cells that prove it. Cells are read
 * from the totals when a row's are asked for.
 */
export function projectForm(
  plan: Plan,
  totals: Totals,
  formId: FormId,
  options: PrintOptions = OFFICIAL_OPTIONS,
): FormTable {
  const layout = layoutForm(formById(formId), plan, totals.shape, { totals: options.totals });
  return tableOf(layout, plan, totals, options, formId);
}

/** A laid-out form as a table under the name of its sheet. */
export function tableOf(
  layout: FormLayout,
  plan: Plan,
  totals: Totals,
  options: PrintOptions,
  name: string,
): FormTable {
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
  const { notes } = layout.form;
  const leafRow = rows.findIndex(({ leaf }) => leaf);
  return {
    form: name,
    caption: name === layout.form.id ? layout.form.name.vi : name,
    number: '',
    base: layout.form.id,
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
    notes,
    ...furnitureOf(plan, totals, options),
    numbers: options.numbers
      ? columnNumbers(layout.columns.length, notes, (column) =>
          leafRow < 0 ? null : proofs(leafRow, column),
        )
      : null,
    notices: [],
  };
}
