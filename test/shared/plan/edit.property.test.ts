import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { applyEdit, applyEdits } from '../../../shared/plan/edit/apply.ts';
import type { PlanEdit } from '../../../shared/plan/edit/edit.ts';
import { planEditsSchema } from '../../../shared/plan/edit/schema.ts';
import { isLeafAt, outlineOf } from '../../../shared/plan/outline.ts';
import type { Plan } from '../../../shared/plan/plan.ts';
import { planSchema } from '../../../shared/plan/schema.ts';
import { editFrom, editRecipe } from './arbitrary-edit.ts';
import { arbitraryPlan } from './arbitrary-plan.ts';

/** As the JSON of amounts has them: all of a row together, in the order of the rows' first amounts. */
function rowByRow(edit: PlanEdit): PlanEdit {
  if (edit.kind !== 'setAmounts') return edit;
  return { ...edit, amounts: [...Map.groupBy(edit.amounts, (leaf) => leaf.row).values()].flat() };
}

const recipes = fc.array(editRecipe, { minLength: 1, maxLength: 12 });

/** Every parent stands before its subtree, and only leaf rows hold money: what the whole product relies on. */
function expectWellFormed(plan: Plan): void {
  const outline = outlineOf(plan.rows);
  const open: (string | null)[] = [null];
  for (const row of plan.rows) {
    while (open.at(-1) !== row.parent && open.length > 1) open.pop();
    expect(open.at(-1)).toBe(row.parent);
    open.push(row.id);
  }
  for (const [id, amounts] of plan.amounts) {
    expect(isLeafAt(outline, outline.index.get(id) ?? -1)).toBe(true);
    expect([...amounts.values()]).not.toContain(0n);
    expect(amounts.size).toBeGreaterThan(0);
  }
}

describe('an edit', () => {
  it('then its inverse leaves the plan as it was; a refused one never touches it', () => {
    const applied: Record<string, number> = {};
    fc.assert(
      fc.property(arbitraryPlan(), recipes, (start, steps) => {
        let plan = start;
        for (const step of steps) {
          const edit = editFrom(plan, step);
          if (!edit) continue;
          const before = structuredClone(plan);
          const result = applyEdit(plan, edit);
          expect(plan).toEqual(before);
          if (!result.ok) continue;
          applied[edit.kind] = (applied[edit.kind] ?? 0) + 1;
          expectWellFormed(result.value.plan);
          const back = applyEdit(result.value.plan, result.value.inverse);
          if (!back.ok) throw new Error(JSON.stringify(back.refusal));
          expect(back.ok && back.value.plan).toEqual(plan);
          // and forth again: the inverse of the inverse is the edit
          const forth = back.ok ? applyEdit(back.value.plan, back.value.inverse) : back;
          expect(forth.ok && forth.value.plan).toEqual(result.value.plan);
          plan = result.value.plan;
        }
      }),
      { numRuns: 500 },
    );
    // A property that never applied an edit of some kind would say nothing of it.
    expect(Object.keys(applied).toSorted()).toEqual([
      'addControlSet',
      'addSource',
      'insertRows',
      'moveRow',
      'removeControlSet',
      'removeRows',
      'removeSource',
      'setAcceptance',
      'setAmounts',
      'setCounterpart',
      'setHeader',
      'setPeriod',
      'setProgramme',
      'updateControlSet',
      'updateRow',
      'updateSource',
    ]);
  });

  it('in a sequence is taken back by the inverses in turn', () => {
    fc.assert(
      fc.property(arbitraryPlan(), recipes, (start, steps) => {
        let plan = start;
        const edits: PlanEdit[] = [];
        for (const step of steps) {
          const edit = editFrom(plan, step);
          const result = edit && applyEdit(plan, edit);
          if (!edit || !result?.ok) continue;
          edits.push(edit);
          plan = result.value.plan;
        }
        if (edits.length === 0) return;
        const all = applyEdits(start, edits);
        expect(all.ok && all.value.plan).toEqual(plan);
        const back = all.ok ? applyEdits(all.value.plan, all.value.inverse) : all;
        if (!back.ok) throw new Error(JSON.stringify(back.refusal));
        expect(back.ok && back.value.plan).toEqual(start);
      }),
    );
  });

  it('crosses a border as JSON and comes out the same', () => {
    fc.assert(
      fc.property(arbitraryPlan(), editRecipe, (plan, step) => {
        const json = JSON.stringify(z.encode(planSchema, plan));
        expect(z.decode(planSchema, JSON.parse(json))).toEqual(plan);
        const edit = editFrom(plan, step);
        if (!edit) return;
        const wire = JSON.stringify(z.encode(planEditsSchema, [edit]));
        expect(z.decode(planEditsSchema, JSON.parse(wire))).toEqual([rowByRow(edit)]);
      }),
    );
  });
});
