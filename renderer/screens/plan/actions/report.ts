import type { Result } from '../../../../shared/refusal.ts';
import type { PlanContext } from '../plan-context.ts';

/** What a gesture was refused for is said beside the active cell. */
export function report(context: PlanContext, result: Result<void>): void {
  if (!result.ok) context.refuse(result.refusal);
}
