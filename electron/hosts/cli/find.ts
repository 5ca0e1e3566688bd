import type { OpenPlan } from '../../../shared/api/contract.ts';
import type { Planner } from '../../../shared/api/planner.ts';
import { type Year, year } from '../../../shared/plan/ids.ts';
import { ordinalsOf } from '../../../shared/plan/ordinals.ts';
import type { Plan, Row } from '../../../shared/plan/plan.ts';
import { ok, type Result, refuse } from '../../../shared/refusal.ts';

/** PLAN: a plan's id, or its exact title when only one plan bears it. */
export async function findPlan(planner: Planner, text: string): Promise<Result<OpenPlan>> {
  const plans = await planner.listPlans({});
  if (!plans.ok) return plans;
  const title = text.normalize('NFC');
  const byId = plans.value.find((one) => one.id === text);
  const found = byId ? [byId] : plans.value.filter((one) => one.title.normalize('NFC') === title);
  const [only, ...more] = found;
  if (!only) return refuse('cli.unknownPlan', { plan: text });
  if (more.length > 0) {
    return refuse('cli.ambiguousPlan', { title: text, ids: found.map((one) => one.id).join(', ') });
  }
  return planner.openPlan({ plan: only.id });
}

/** PLAN or PLAN@LABEL: a plan, as it was at a revision where one is named. */
export async function findPlanOrRevision(
  planner: Planner,
  text: string,
): Promise<Result<{ readonly opened: OpenPlan; readonly revision: string | null }>> {
  const named = await findPlan(planner, text);
  if (named.ok) return ok({ opened: named.value, revision: null });
  // Titles and labels may hold an @ themselves: the first one that parts a plan from its label counts.
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    const plan = await findPlan(planner, text.slice(0, at));
    if (plan.ok) return ok({ opened: plan.value, revision: text.slice(at + 1).normalize('NFC') });
  }
  return named;
}

/** ROW: a code (`DA3-TDA1`), or a printed ordinal (`2.1`) that only one row bears. */
export function findRow(plan: Plan, text: string): Result<Row> {
  const byCode = plan.rows.find((row) => row.code === text);
  if (byCode) return ok(byCode);
  const ordinals = ordinalsOf(plan.rows, plan.programme.levels);
  const found = plan.rows.filter((_, at) => ordinals[at] === text);
  const [only, ...more] = found;
  if (!only) return refuse('plan.unknownRow', { row: text });
  if (more.length > 0) {
    return refuse('cli.ambiguousRow', { ordinal: text, codes: found.map((row) => row.code).join(', ') });
  }
  return ok(only);
}

/** A year as four digits. */
export function readYear(option: string, text: string): Result<Year> {
  return /^\d{4}$/.test(text) ? ok(year(Number(text))) : refuse('cli.badYear', { option, text });
}
