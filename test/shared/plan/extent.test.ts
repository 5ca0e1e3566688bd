import { expect, test } from 'vitest';
import { extentOf } from '../../../shared/plan/difference/extent.ts';
import { applyEdits } from '../../../shared/plan/edit/apply.ts';
import type { PlanEdit } from '../../../shared/plan/edit/edit.ts';
import { rowId } from '../../../shared/plan/ids.ts';
import { must, vinhLongPlan } from './sample-plan.ts';

const NOTHING = { amounts: 0, added: 0, removed: 0, moved: 0, rewritten: 0, frame: false };

test('how far two plans are apart is counted as an officer counts: amounts, and rows by what happened to them', () => {
  const plan = vinhLongPlan();
  const after = (...edits: PlanEdit[]) => must(applyEdits(plan, edits)).plan;
  expect(extentOf(plan, plan)).toEqual(NOTHING);
  const renamed = after({ kind: 'updateRow', row: rowId('DA2'), patch: { name: 'Khác' } });
  expect(extentOf(plan, renamed)).toEqual({ ...NOTHING, rewritten: 1 });
  const titled = after({ kind: 'setHeader', patch: { title: 'Khác' } });
  expect(extentOf(plan, titled)).toEqual({ ...NOTHING, frame: true });
  const moved = after({ kind: 'moveRow', row: rowId('DA3-TDA2'), parent: rowId('DA3'), index: 0 });
  expect(extentOf(plan, moved)).toEqual({ ...NOTHING, moved: 1 });
  const without = after({ kind: 'removeRows', row: rowId('DA3'), givesParentAmounts: null });
  const gone = plan.rows.length - without.rows.length;
  const money = ['DA3', 'DA3-TDA1', 'DA3-TDA2'].reduce(
    (sum, row) => sum + (plan.amounts.get(rowId(row))?.size ?? 0),
    0,
  );
  expect(gone).toBe(3);
  expect(extentOf(plan, without)).toEqual({ ...NOTHING, removed: 3, amounts: money });
  expect(extentOf(without, plan)).toEqual({ ...NOTHING, added: 3, amounts: money });
});
