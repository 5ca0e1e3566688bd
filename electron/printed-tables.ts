import { Totals } from '../shared/engine/totals.ts';
import type { Moment } from '../shared/forms/f5.ts';
import type { FormId } from '../shared/forms/form.ts';
import { officialPrint, type PrintSet, projectSet } from '../shared/forms/print-set.ts';
import type { FormTable } from '../shared/forms/table.ts';
import type { PlanId } from '../shared/plan/ids.ts';
import { ok, type Result, refuse } from '../shared/refusal.ts';
import { OpenPlans } from './open-plans.ts';
import type { Library } from './store/library.ts';

/** What of a plan is to be printed: a form as it is officially, or what the officer set up. */
export interface ToPrint {
  readonly plan: PlanId;
  readonly form: FormId;
  readonly print?: PrintSet | undefined;
  /** As it was at this revision; as it is now where none is named. */
  readonly revision?: string;
}

/** A plan with what was asked for of it, ready for whoever writes it down. */
export interface Printed extends Moment {
  readonly set: PrintSet;
  readonly tables: readonly FormTable[];
}

/** The forms of a plan of the library as it is now, with totals of their own, for those of an open plan follow its next change. */
export function printedTables(
  library: Library,
  { plan: id, form, print, revision }: ToPrint,
): Result<Printed> {
  const set = print ?? officialPrint(form);
  const loaded = revision === undefined ? new OpenPlans(library).get(id) : momentAt(library, id, revision);
  if (!loaded.ok) return loaded;
  const before = momentBefore(library, id, set);
  if (!before.ok) return before;
  const { plan, totals } = loaded.value;
  const tables = projectSet({ plan, totals }, set, before.value);
  return tables.ok ? ok({ plan, totals, set, tables: tables.value }) : tables;
}

function momentBefore(library: Library, id: PlanId, { choices, against }: PrintSet): Result<Moment | null> {
  if (against === null || !choices.some(({ kind }) => kind === 'F5')) return ok(null);
  const then = momentAt(library, id, against);
  return !then.ok && then.refusal.code === 'compare.unknownRevision' ? refuse('form.nothingToCompare') : then;
}

/** The plan as it was at a revision. */
function momentAt(library: Library, id: PlanId, label: string): Result<Moment> {
  const record = library.find(id);
  if (!record) return refuse('api.unknownPlan', { plan: id });
  const revisions = library.revisions(id);
  const revision = revisions.find((one) => one.label === label);
  const plan = revision && library.planAt(id, revision.sequence);
  if (!plan) {
    const known = revisions.map((one) => one.label).join(', ');
    return refuse('compare.unknownRevision', { plan: record.title, label, known });
  }
  const totals = Totals.of(plan);
  return totals.ok ? ok({ plan, totals: totals.value }) : totals;
}
