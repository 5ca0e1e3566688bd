import type { Totals } from '../engine/totals.ts';
import type { Plan } from '../plan/plan.ts';
import { ok, type Result, refuse } from '../refusal.ts';
import { formById } from './catalogue.ts';
import { projectF3 } from './f3.ts';
import { projectF4 } from './f4.ts';
import { type Moment, projectF5 } from './f5.ts';
import { projectF6 } from './f6.ts';
import { layoutForm } from './layout.ts';
import { chosenColumns, type OwnForm } from './own-form.ts';
import type { PrintChoice } from './print-choice.ts';
import type { PrintOptions } from './print-options.ts';
import { printRefusal } from './printable.ts';
import { projectForm, tableOf } from './project.ts';
import type { FormTable } from './table.ts';

/**
 * A plan as an officer chose to print it. Refused where the form would lose something of the plan (F1 with differing
 * years), where F5 has nothing to compare with, and where a chosen year is not the plan's.
 */
export function projectChoice(
  { plan, totals }: Moment,
  choice: PrintChoice,
  options: PrintOptions,
  before: Moment | null,
): Result<FormTable> {
  const year =
    choice.kind === 'F4' || choice.kind === 'F5'
      ? choice.years
      : choice.kind === 'F6'
        ? choice.year
        : 'period';
  if (year !== 'period' && (year < plan.period.first || year > plan.period.last)) {
    return refuse('plan.yearOutsidePeriod', { year, first: plan.period.first, last: plan.period.last });
  }
  switch (choice.kind) {
    case 'form': {
      const lossy = printRefusal(plan, totals, choice.form);
      return lossy ? { ok: false, refusal: lossy } : ok(projectForm(plan, totals, choice.form, options));
    }
    case 'own': {
      const lossy = printRefusal(plan, totals, choice.form.base);
      return lossy ? { ok: false, refusal: lossy } : projectOwn(plan, totals, choice.form, options);
    }
    case 'F3':
      return ok(projectF3(plan, totals, choice.local, options));
    case 'F4':
      return ok(projectF4(plan, totals, choice, options));
    case 'F5':
      return before
        ? ok(projectF5(before, { plan, totals }, choice, options))
        : refuse('form.nothingToCompare');
    case 'F6':
      return ok(projectF6(plan, totals, choice.year, options));
    default:
      return choice satisfies never;
  }
}

function projectOwn(plan: Plan, totals: Totals, own: OwnForm, options: PrintOptions): Result<FormTable> {
  const layout = layoutForm(formById(own.base), plan, totals.shape, {
    totals: options.totals,
    choose: (laid) => chosenColumns(own, laid),
  });
  if (layout.columns.length === 0) return refuse('form.noColumns', { form: own.name });
  return ok(tableOf(layout, plan, totals, options, own.name));
}
