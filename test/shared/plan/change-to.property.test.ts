import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeTo } from '../../../shared/plan/difference/change-to.ts';
import { keptInOrder } from '../../../shared/plan/difference/kept-in-order.ts';
import { applyEdit, applyEdits } from '../../../shared/plan/edit/apply.ts';
import { goBack } from '../../../shared/plan/gesture/go-back.ts';
import { rowId } from '../../../shared/plan/ids.ts';
import type { Plan, Row } from '../../../shared/plan/plan.ts';
import { type EditRecipe, editFrom, editRecipe } from './arbitrary-edit.ts';
import { arbitraryPlan } from './arbitrary-plan.ts';
import { must, vinhLongPlan } from './sample-plan.ts';

const recipes = fc.array(editRecipe, { minLength: 1, maxLength: 25 });

/** The plan after whatever of the recipes can be done. */
function edited(start: Plan, steps: readonly EditRecipe[]): Plan {
  return steps.reduce((plan, step) => {
    const edit = editFrom(plan, step);
    const result = edit && applyEdit(plan, edit);
    return result?.ok ? result.value.plan : plan;
  }, start);
}

/** As `changeTo` would be used: one change, and what takes it back. */
function expectToLead(from: Plan, to: Plan): string[] {
  const edits = changeTo(from, to);
  if (edits.length === 0) {
    expect(from).toEqual(to);
    return [];
  }
  const there = must(applyEdits(from, edits));
  expect(there.plan).toEqual(to);
  expect(must(applyEdits(there.plan, there.inverse)).plan).toEqual(from);
  return edits.map((edit) => edit.kind);
}

describe('the change from one plan to another', () => {
  it('leads there and back exactly, whatever was done between them', () => {
    const met = new Set<string>();
    fc.assert(
      fc.property(arbitraryPlan(), recipes, recipes, (start, some, others) => {
        const one = edited(start, some);
        const other = edited(start, others);
        for (const kind of expectToLead(one, other)) met.add(kind);
        for (const kind of expectToLead(other, one)) met.add(kind);
        expectToLead(one, start);
      }),
      { numRuns: 1500 },
    );
    expect(met.size).toBe(16);
  });

  it('of rows that were dealt anew leads there and back, codes exchanged and all', () => {
    const shapes = fc.array(fc.tuple(fc.nat(100), fc.nat(100), fc.boolean()), { maxLength: 14 });
    const dealt = (plan: Plan, shape: readonly (readonly [number, number, boolean])[]): Plan => {
      const ids = shape.map((_, at) => at).filter((at) => shape[at]?.[2]);
      const order = ids.toSorted(
        (one, other) => (shape[one]?.[0] ?? 0) - (shape[other]?.[0] ?? 0) || one - other,
      );
      const rows: Row[] = [];
      const path: Row[] = [];
      order.forEach((id, at) => {
        const depth = Math.min(path.length, (shape[id]?.[1] ?? 0) % 4);
        path.length = depth;
        const row: Row = {
          id: rowId(`r${id}`),
          parent: path.at(-1)?.id ?? null,
          code: `C${at % 2 === 0 ? at : ids.length + id}`,
          ordinal: null,
          name: `Dòng ${id}`,
          investment: 'yes',
          leadAgency: '',
          note: '',
          confirmed: true,
        };
        rows.push(row);
        path.push(row);
      });
      const codes = new Set(rows.map(({ code }) => code));
      return codes.size === rows.length ? { ...plan, rows, amounts: new Map() } : plan;
    };
    fc.assert(
      fc.property(shapes, shapes, (one, other) => {
        const empty = { ...vinhLongPlan(), rows: [], amounts: new Map() };
        expectToLead(dealt(empty, one), dealt(empty, other));
      }),
      { numRuns: 1000 },
    );
  });

  it('says what differs and no more: one amount, or one row that moved past many', () => {
    const plan = vinhLongPlan();
    const [first] = plan.rows;
    const tops = plan.rows.filter(({ parent }) => parent === null).length;
    if (!first) throw new Error('the sample has rows');
    const move = { kind: 'moveRow', row: first.id, parent: null, index: tops - 1 } as const;
    const moved = must(applyEdit(plan, move)).plan;
    expect(changeTo(plan, moved)).toEqual([move]);
    const [[row, amounts] = []] = plan.amounts;
    const [key] = amounts?.keys() ?? [];
    if (!row || !key || !amounts) throw new Error('the sample has amounts');
    const without = new Map([...amounts].filter(([one]) => one !== key));
    const less: Plan = { ...plan, amounts: new Map([...plan.amounts, [row, without]]) };
    expect(changeTo(plan, less)).toMatchObject([{ kind: 'setAmounts', amounts: [{ row, amount: 0n }] }]);
  });

  it('is one gesture of its own, and none where there is nothing to go back to', () => {
    const plan = vinhLongPlan();
    const renamed: Plan = { ...plan, header: { ...plan.header, title: 'Khác' } };
    expect(goBack(plan, plan, 3)).toBeNull();
    expect(goBack(renamed, plan, 3)).toEqual({
      label: { code: 'change.goBack', params: { sequence: 3 } },
      edits: [{ kind: 'setHeader', patch: { title: plan.header.title } }],
    });
  });
});

describe('what stays in its place', () => {
  it('is the longest run that both lists have in the same order', () => {
    expect([...keptInOrder([1, 2, 3, 4, 5], [5, 1, 2, 3, 4])].toSorted()).toEqual([1, 2, 3, 4]);
    expect([...keptInOrder([1, 2, 3], [3, 2, 1])]).toHaveLength(1);
    expect([...keptInOrder([1, 9, 2], [2, 8, 1, 3])]).toHaveLength(1);
    expect([...keptInOrder([], [1])]).toEqual([]);
  });
});
