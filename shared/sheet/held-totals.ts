import { GRAND_TOTAL, Totals } from '../engine/totals.ts';
import { readCell } from '../forms/cell.ts';
import { dong } from '../money/dong.ts';
import { withAmounts } from '../plan/edit/amounts.ts';
import { applyEdits } from '../plan/edit/apply.ts';
import type { LeafAmount, PlanEdit } from '../plan/edit/edit.ts';
import { isLeafAt, outlineOf } from '../plan/outline.ts';
import type { Plan } from '../plan/plan.ts';
import type { StatedTotal } from './paste-plan.ts';
import type { LeftOut } from './paste-run.ts';

/**
 * The totals of a block that differ from what the plan will compute after the edits. The plan's own totals are not
 * touched: the sums are made once more. Empty where the edits cannot be made, which is refused in its own place.
 */
export function differingTotals(
  plan: Plan,
  edits: readonly PlanEdit[],
  leftOut: readonly LeftOut[],
): StatedTotal[] {
  const after = planAfter(plan, edits);
  const totals = after === null ? null : Totals.of(after);
  if (after === null || !totals?.ok) return [];
  const outline = outlineOf(after.rows);
  const differing: StatedTotal[] = [];
  for (const { place, stated } of leftOut) {
    const { line, column } = place;
    if (column.kind !== 'amount') continue;
    const at = line.id === null ? GRAND_TOTAL : (outline.index.get(line.id) ?? GRAND_TOTAL);
    const leaf = line.id !== null && isLeafAt(outline, at);
    const computed = readCell({ at, leaf, rule: line.rule }, column.column, totals.value).amount;
    if (computed === stated || (computed === null && stated === 0n)) continue;
    const difference = computed === null || computed === 'mixed' ? null : dong(stated - computed);
    differing.push({ place, pasted: stated, computed, difference });
  }
  return differing;
}

/** The plan with the edits made. Amounts are by far the most of them and are set as they are. */
function planAfter(plan: Plan, edits: readonly PlanEdit[]): Plan | null {
  const amounts: LeafAmount[] = [];
  const others: PlanEdit[] = [];
  for (const edit of edits) {
    if (edit.kind !== 'setAmounts') others.push(edit);
    else for (const leaf of edit.amounts) amounts.push(leaf);
  }
  const applied = others.length === 0 ? null : applyEdits(plan, others);
  if (applied && !applied.ok) return null;
  const framed = applied?.value.plan ?? plan;
  return { ...framed, amounts: withAmounts(framed.amounts, amounts) };
}
