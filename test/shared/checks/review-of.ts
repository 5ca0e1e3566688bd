import type { Finding } from '../../../shared/checks/finding.ts';
import { AS_OFFICIAL, type PlanOnForm } from '../../../shared/checks/plan-checks.ts';
import type { PrintedAs } from '../../../shared/checks/printed-step.ts';
import { Totals } from '../../../shared/engine/totals.ts';
import { formById } from '../../../shared/forms/catalogue.ts';
import type { FormId } from '../../../shared/forms/form.ts';
import { layoutForm } from '../../../shared/forms/layout.ts';
import type { Plan } from '../../../shared/plan/plan.ts';
import { PlanReview, type Reviewed } from '../../../shared/reconcile/plan-review.ts';
import { must } from '../plan/sample-plan.ts';

export function onForm(plan: Plan, form: FormId = 'F1', printed: PrintedAs = AS_OFFICIAL): PlanOnForm {
  const totals = must(Totals.of(plan));
  return { plan, totals, layout: layoutForm(formById(form), plan, totals.shape), printed };
}

export function reviewOf(plan: Plan, form: FormId = 'F1', printed?: PrintedAs): Reviewed {
  return new PlanReview().look(onForm(plan, form, printed));
}

/** What is found after some edits that was not found before. */
export function newFindings(before: Plan, after: Plan, form: FormId = 'F1', printed?: PrintedAs): Finding[] {
  const known = new Set(
    reviewOf(before, form, printed).open.map((one) => JSON.stringify(withoutBigints(one))),
  );
  return reviewOf(after, form, printed).open.filter((one) => !known.has(JSON.stringify(withoutBigints(one))));
}

function withoutBigints(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value, (_, part) => (typeof part === 'bigint' ? `${part}` : part)));
}
