import type { PlanId } from '../shared/plan/ids.ts';

/** What the machine knows and the pure code does not: who works here, what time it is, and a name never used before. */
export interface Desk {
  readonly author: string;
  readonly now: () => Date;
  readonly newPlanId: () => PlanId;
}
