import { expect, test } from 'vitest';
import { findingKey, saysOf } from '../../../shared/checks/acceptance.ts';
import { dong } from '../../../shared/money/dong.ts';
import { applyEdits } from '../../../shared/plan/edit/apply.ts';
import type { PlanEdit } from '../../../shared/plan/edit/edit.ts';
import { acceptFinding, withdrawAcceptance } from '../../../shared/plan/gesture/review.ts';
import { rowId, sourceId, year } from '../../../shared/plan/ids.ts';
import type { Plan } from '../../../shared/plan/plan.ts';
import { must, vinhLongPlan } from '../plan/sample-plan.ts';
import { reviewOf } from './review-of.ts';

const edited = (plan: Plan, edits: readonly PlanEdit[]): Plan => must(applyEdits(plan, edits)).plan;
const negative = (value: bigint): PlanEdit => ({
  kind: 'setAmounts',
  amounts: [
    {
      row: rowId('DA3-TDA1'),
      year: year(2023),
      source: sourceId('local'),
      capital: 'recurrent',
      amount: dong(value),
    },
  ],
  unfunded: 'keep',
});

test('an accepted finding is shown apart with its reason, until it says something else', () => {
  const broken = edited(vinhLongPlan(), [negative(-5_000_000n)]);
  const found = reviewOf(broken, 'F2').open.find(({ code }) => code === 'check.negative');
  if (!found) throw new Error('nothing found');
  const accepted = edited(
    broken,
    acceptFinding(findingKey(found), saysOf(found), ' Thu hồi theo kết luận ').edits,
  );
  expect(reviewOf(accepted, 'F2').open.map(({ code }) => code)).not.toContain('check.negative');
  expect(reviewOf(accepted, 'F2').accepted).toMatchObject([
    { reason: 'Thu hồi theo kết luận', found: { code: 'check.negative', difference: -5_000_000n } },
  ]);

  // Another amount is another finding; the old one again is accepted as it was.
  const more = edited(accepted, [negative(-6_000_000n)]);
  expect(reviewOf(more, 'F2').open.map(({ code }) => code)).toContain('check.negative');
  const again = edited(more, [negative(-5_000_000n)]);
  expect(reviewOf(again, 'F2').open.map(({ code }) => code)).not.toContain('check.negative');

  const withdrawn = edited(accepted, withdrawAcceptance(findingKey(found)).edits);
  expect(withdrawn.review).toEqual(broken.review);
  expect(reviewOf(withdrawn, 'F2').open.map(({ code }) => code)).toContain('check.negative');
});

test('a rule holds where it had something to look at and nothing is open', () => {
  const plan = vinhLongPlan();
  const { passed } = reviewOf(plan, 'F1');
  expect(passed).toContain('yearsDiffer');
  expect(passed).not.toContain('share');
  expect(passed).not.toContain('counterpart');
  expect(reviewOf(plan, 'F2').passed).not.toContain('yearsDiffer');
  const set = edited(plan, [{ kind: 'setCounterpart', shares: [{ year: year(2023), hundredths: 100 }] }]);
  expect(reviewOf(set, 'F1').passed).toContain('counterpart');
});
