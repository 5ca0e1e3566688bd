import { formById } from '../../../../shared/forms/catalogue.ts';
import { layoutColumns } from '../../../../shared/forms/columns.ts';
import type { FormId } from '../../../../shared/forms/form.ts';
import { isNameTaken, type OwnForm } from '../../../../shared/forms/own-form.ts';
import { allColumns } from '../../../../shared/forms/own-form-columns.ts';
import type { Plan } from '../../../../shared/plan/plan.ts';

/** As long as a name may be. */
export const LONGEST_NAME = 60;

/** An own form to begin with: its base as it is. */
export function newOwnForm(base: FormId, name: string, plan: Plan): OwnForm {
  const columns = allColumns(layoutColumns(formById(base), plan));
  return { id: crypto.randomUUID(), name, base, columns, hiddenYears: [], subSources: true };
}

/** The name, with a number where another form has it already. */
export function freeName(name: string, others: readonly OwnForm[]): string {
  const short = name.slice(0, LONGEST_NAME - 4);
  for (let number = 1; ; number++) {
    const free = number === 1 ? short : `${short} ${number}`;
    if (!isNameTaken({ id: '', name: free }, others)) return free;
  }
}
