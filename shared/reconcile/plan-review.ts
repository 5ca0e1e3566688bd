import { type AcceptedFinding, judged } from '../checks/acceptance.ts';
import type { CheckId, Finding } from '../checks/finding.ts';
import { askedChecks, checkOf, inOrder, PlanChecks, type PlanOnForm } from '../checks/plan-checks.ts';
import { controlFindings, controlLines } from './control.ts';
import { statedSums } from './stated-sums.ts';

/** All that is to be looked at in a plan before it is signed. */
export interface Reviewed {
  /** The gravest first, then by place. */
  readonly open: readonly Finding[];
  readonly accepted: readonly AcceptedFinding[];
  /** The rules that had something to look at and found nothing that is still open. */
  readonly passed: readonly CheckId[];
}

/** Reviews one plan as often as it is asked; what an edit did not touch is not looked at again. */
export class PlanReview {
  readonly #checks = new PlanChecks();

  look(on: PlanOnForm): Reviewed {
    const { plan, totals } = on;
    const { controls } = plan.review;
    const found = this.#checks.find(on);
    if (controls.length > 0) {
      found.push(...controlFindings(controlLines(plan, totals, controls), controls));
      found.push(...statedSums(plan, totals, controls));
    }
    const { open, accepted } = judged(inOrder(found, plan), plan.review);
    const failed = new Set(open.map(checkOf));
    return { open, accepted, passed: askedChecks(on).filter((id) => !failed.has(id)) };
  }
}
