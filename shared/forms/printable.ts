import type { Totals } from '../engine/totals.ts';
import type { Plan } from '../plan/plan.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { formById } from './catalogue.ts';
import type { FormId } from './form.ts';
import { layoutForm } from './layout.ts';

/**
 * Why a form would lose something of the plan, or null. F1 prints one-year amounts, so it cannot carry rows whose
 * funded years differ, nor money outside its source's funded years (forms.md, F1): the rows are named, F2 offered.
 */
export function printRefusal(plan: Plan, totals: Totals, formId: FormId): Refusal<'form.yearsDiffer'> | null {
  const form = formById(formId);
  if (!form.needsEqualYears) return null;
  const layout = layoutForm(form, plan, totals.shape);
  const differing = layout.lines.filter(
    (line) => line.leaf && layout.columns.some((column) => totals.isMixed(line.at, column.address)),
  );
  if (differing.length === 0) return null;
  const named = differing.slice(0, 10).map((line) => `${line.ordinal} ${line.name}`.trim());
  const more = differing.length > named.length ? '; …' : '';
  return refuse('form.yearsDiffer', {
    form: form.id,
    count: differing.length,
    rows: `${named.join('; ')}${more}`,
  }).refusal;
}
