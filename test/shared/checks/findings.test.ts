import { describe, expect, test } from 'vitest';
import { findingsOf } from '../../../shared/checks/findings.ts';
import { dong } from '../../../shared/money/dong.ts';
import { applyEdits } from '../../../shared/plan/edit/apply.ts';
import type { PlanEdit } from '../../../shared/plan/edit/edit.ts';
import { sourceId, year } from '../../../shared/plan/ids.ts';
import { must, vinhLongPlan } from '../plan/sample-plan.ts';

describe('what an officer should look at', () => {
  const plan = vinhLongPlan();
  const leaf = must2(plan.rows.find((row) => row.name.startsWith('Hỗ trợ phát triển sản xuất trong')));
  const codesAfter = (edits: readonly PlanEdit[]): string[] => {
    const before = new Set(findingsOf(plan).map(({ code, row }) => `${code} ${row}`));
    return findingsOf(must(applyEdits(plan, edits)).plan)
      .filter(({ code, row }) => !before.has(`${code} ${row}`))
      .map(({ code }) => code);
  };
  const amount = (
    inYear: number,
    source: string,
    capital: 'investment' | 'recurrent',
    value: bigint,
  ): PlanEdit => ({
    kind: 'setAmounts',
    amounts: [{ row: leaf.id, year: year(inYear), source: sourceId(source), capital, amount: dong(value) }],
    unfunded: 'keep',
  });

  test('money in a year that its source does not fund', () => {
    expect(codesAfter([amount(2022, 'local', 'recurrent', 5n)])).toEqual(['check.unfunded']);
  });

  test('a negative amount', () => {
    expect(codesAfter([amount(2023, 'local', 'recurrent', -5n)])).toEqual(['check.negative']);
  });

  test('investment where the programme expects none', () => {
    const edits: PlanEdit[] = [
      { kind: 'updateRow', row: leaf.id, patch: { investment: 'no' } },
      amount(2023, 'central', 'investment', 1n),
    ];
    expect(codesAfter(edits)).toEqual(['check.investment']);
  });

  test('a row without a name', () => {
    expect(codesAfter([{ kind: 'updateRow', row: leaf.id, patch: { name: ' ' } }])).toEqual([
      'check.emptyName',
    ]);
  });
});

function must2<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('the sample has no such row');
  return value;
}
