import { Totals } from '../../../shared/engine/totals.ts';
import { type PlanId, planId } from '../../../shared/plan/ids.ts';
import type { Plan } from '../../../shared/plan/plan.ts';
import { programmeTemplate } from '../../../shared/programmes/catalogue.ts';
import { samplePlan } from '../../../shared/programmes/new-plan.ts';
import { vinhLongSample } from '../../../shared/programmes/sample.ts';
import type { Result } from '../../../shared/refusal.ts';

/** The value of a result that a test expects to be there. */
export function must<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(`refused: ${result.refusal.code} ${JSON.stringify(result.refusal.params)}`);
  return result.value;
}

/** The reference plan: Vĩnh Long 2022-2025. */
export function vinhLongPlan(id: PlanId = planId('vinh-long')): Plan {
  const sample = vinhLongSample();
  return samplePlan(sample, must(programmeTemplate(sample.programme)), id);
}

export function totalsOf(plan: Plan): Totals {
  return must(Totals.of(plan));
}
