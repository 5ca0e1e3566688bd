import type { Year } from '../plan/ids.ts';
import type { Period } from '../plan/plan.ts';
import type { FormId } from './form.ts';
import type { OwnForm } from './own-form.ts';
import type { PrintChoice } from './print-choice.ts';
import { officialPrint, type PrintSet } from './print-set.ts';

/** What a plan and its library have now, for a set that was put together earlier. */
interface Now {
  readonly form: FormId;
  readonly period: Period;
  readonly ownForms: readonly OwnForm[];
  /** Labels of revisions, the latest last. */
  readonly revisions: readonly string[];
}

/**
 * A remembered set as it can be printed now: own forms as they were last kept, without those that are gone; years within
 * the period; a revision that exists. The form as it is officially, where nothing is left or was ever set up.
 */
export function printNow(remembered: PrintSet | null, now: Now): PrintSet {
  const latest = now.revisions.at(-1) ?? null;
  if (!remembered) return { ...officialPrint(now.form), against: latest };
  const { options, against } = remembered;
  const choices = remembered.choices.flatMap((choice) => choiceNow(choice, now));
  return {
    choices: choices.length > 0 ? choices : officialPrint(now.form).choices,
    options,
    against: against !== null && now.revisions.includes(against) ? against : latest,
  };
}

function choiceNow(choice: PrintChoice, { period, ownForms }: Now): PrintChoice[] {
  const isWithin = (year: Year | 'period'): boolean =>
    year === 'period' || (year >= period.first && year <= period.last);
  switch (choice.kind) {
    case 'form':
    case 'F3':
      return [choice];
    case 'own':
      return ownForms.filter(({ id }) => id === choice.form.id).map((form) => ({ kind: 'own', form }));
    case 'F4':
    case 'F5':
      return [isWithin(choice.years) ? choice : { ...choice, years: 'period' }];
    case 'F6':
      return [isWithin(choice.year) ? choice : { ...choice, year: period.first }];
    default:
      return choice satisfies never;
  }
}
