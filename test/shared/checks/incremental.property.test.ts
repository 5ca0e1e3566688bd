import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cellsOf } from '../../../shared/checks/finding-cells.ts';
import { fixesOf } from '../../../shared/checks/fixes.ts';
import { Totals } from '../../../shared/engine/totals.ts';
import { findingText } from '../../../shared/messages/finding-text.ts';
import { applyEdits } from '../../../shared/plan/edit/apply.ts';
import { PlanReview } from '../../../shared/reconcile/plan-review.ts';
import { editFrom, editRecipe } from '../plan/arbitrary-edit.ts';
import { arbitraryPlan } from '../plan/arbitrary-plan.ts';
import { onForm } from './review-of.ts';

const FRAME = ['rows', 'sources', 'period', 'programme'] as const;
const recipes = fc.array(editRecipe, { minLength: 1, maxLength: 12 });

test('checks that follow edit after edit find what checks of the plan as it stands find', () => {
  const fired = new Set<string>();
  fc.assert(
    fc.property(arbitraryPlan(), recipes, fc.constantFrom('F1', 'F2'), (start, steps, form) => {
      const following = new PlanReview();
      let plan = start;
      let layout = onForm(plan, form).layout;
      for (const step of steps) {
        const edit = editFrom(plan, step);
        const edited = edit && applyEdits(plan, [edit]);
        if (!edited?.ok || !Totals.of(edited.value.plan).ok) continue;
        const before = plan;
        plan = edited.value.plan;
        const fresh = onForm(plan, form);
        // As the window does: the same layout while rows and columns stay as they are.
        if (FRAME.some((part) => plan[part] !== before[part])) layout = fresh.layout;
        const on = { ...fresh, layout };
        const { open, accepted, passed } = following.look(on);
        expect({ open, accepted, passed }).toEqual(new PlanReview().look(on));
        for (const one of open) {
          fired.add(one.code);
          // Every word has its value, every place that a form shows is one of its cells, every fix can be made.
          expect(findingText(one, plan.header.unit)).not.toMatch(/\{\w+\}/);
          for (const { line, column } of cellsOf(on.layout, one)) {
            expect(on.layout.lines[line]).toBeDefined();
            expect(['name', 'ordinal', ...on.layout.columns.map(({ id }) => id)]).toContain(column);
          }
          for (const { change } of fixesOf(plan, one))
            expect(applyEdits(plan, change.edits)).toMatchObject({ ok: true });
        }
      }
    }),
    { numRuns: 60 },
  );
  // A property of findings that never were would say nothing.
  expect(fired.size).toBeGreaterThan(8);
});
