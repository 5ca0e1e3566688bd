import { describe, expect, test } from 'vitest';
import { fixesOf } from '../../../shared/checks/fixes.ts';
import { dong } from '../../../shared/money/dong.ts';
import { applyEdits } from '../../../shared/plan/edit/apply.ts';
import type { PlanEdit } from '../../../shared/plan/edit/edit.ts';
import { addControlSet } from '../../../shared/plan/gesture/review.ts';
import { rowId, sourceId, year } from '../../../shared/plan/ids.ts';
import type { Plan } from '../../../shared/plan/plan.ts';
import { must, vinhLongPlan } from '../plan/sample-plan.ts';
import { newFindings, reviewOf } from './review-of.ts';

const sample = vinhLongPlan();
const ROW = rowId('DA3-TDA1');
const leaf = (
  inYear: number,
  source: string,
  capital: 'investment' | 'recurrent',
  value: bigint,
): PlanEdit => ({
  kind: 'setAmounts',
  amounts: [{ row: ROW, year: year(inYear), source: sourceId(source), capital, amount: dong(value) }],
  unfunded: 'keep',
});
const edited = (plan: Plan, edits: readonly PlanEdit[]): Plan => must(applyEdits(plan, edits)).plan;

/** Breaks the sample, and answers the fixes that are offered and what is left after the one that is wanted. */
function mended(code: string, fix: string, edits: readonly PlanEdit[], form: 'F1' | 'F2' = 'F2'): string[] {
  const broken = edited(sample, edits);
  const found = newFindings(sample, broken, form).find((one) => one.code === code);
  if (!found) throw new Error(`${code} was not found`);
  const offered = fixesOf(broken, found).find((one) => one.code === fix);
  if (!offered) throw new Error(`${fix} is not offered`);
  return reviewOf(edited(broken, offered.change.edits), form).open.map((one) => one.code);
}

describe('a fix is one change, after which its finding is gone', () => {
  test.each([
    ['check.unfunded', 'change.fixFund', [leaf(2022, 'local', 'recurrent', 5_000_000n)]],
    ['check.unfunded', 'change.fixClear', [leaf(2022, 'local', 'recurrent', 5_000_000n)]],
    ['check.investment', 'change.fixToRecurrent', [leaf(2023, 'central', 'investment', 5_000_000n)]],
    ['check.finer', 'change.fixUnit', [leaf(2023, 'central', 'recurrent', 5_000_001n)]],
    [
      'check.unconfirmedName',
      'change.fixConfirm',
      [{ kind: 'updateRow', row: ROW, patch: { confirmed: false } }],
    ],
    ['check.sameOrdinal', 'change.fixOrdinals', [{ kind: 'updateRow', row: ROW, patch: { ordinal: '2.2' } }]],
    ['check.ordinalGap', 'change.fixOrdinals', [{ kind: 'updateRow', row: ROW, patch: { ordinal: '2.3' } }]],
  ] satisfies [string, string, PlanEdit[]][])('%s by %s', (code, fix, edits) => {
    expect(mended(code, fix, edits)).not.toContain(code);
  });

  test('investment that moves to recurrent loses no đồng', () => {
    const broken = edited(sample, [leaf(2023, 'central', 'investment', 5_000_000n)]);
    const [found] = newFindings(sample, broken, 'F2');
    const [fix] = found ? fixesOf(broken, found) : [];
    const own = edited(broken, fix?.change.edits ?? []).amounts.get(ROW);
    expect([...(own ?? [])].filter(([key]) => key.startsWith('2023|central'))).toEqual([
      ['2023|central|recurrent', 6_255_000_000n],
    ]);
  });

  test('an allocated leaf amount is taken over', () => {
    const place = { row: ROW, year: year(2023), source: sourceId('central'), capital: 'recurrent' as const };
    const set = { id: 'one', name: 'Giao đầu năm', amounts: [{ ...place, amount: dong(6_500_000_000n) }] };
    expect(mended('check.control', 'change.fixAllocated', addControlSet(sample, set).edits)).not.toContain(
      'check.control',
    );
  });
});

test('where nothing can be done in one gesture, nothing is offered', () => {
  const broken = edited(sample, [{ kind: 'updateRow', row: ROW, patch: { name: '' } }]);
  expect(newFindings(sample, broken).flatMap((found) => fixesOf(broken, found))).toEqual([]);
});
