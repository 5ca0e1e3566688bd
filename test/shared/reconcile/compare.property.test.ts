import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { OFFICIAL_OPTIONS } from '../../../shared/forms/print-options.ts';
import { projectForm } from '../../../shared/forms/project.ts';
import { applyEdit } from '../../../shared/plan/edit/apply.ts';
import { planId } from '../../../shared/plan/ids.ts';
import type { Plan } from '../../../shared/plan/plan.ts';
import { compare } from '../../../shared/reconcile/compare.ts';
import { alignedBefore } from '../../../shared/reconcile/compare-aligned.ts';
import { movedRows } from '../../../shared/reconcile/compare-order.ts';
import { pairRows } from '../../../shared/reconcile/compare-rows.ts';
import {
  type Comparison,
  comparisonSchema,
  isAlike,
  type PlanRow,
} from '../../../shared/reconcile/comparison.ts';
import { editFrom, editRecipe } from '../plan/arbitrary-edit.ts';
import { arbitraryPlan } from '../plan/arbitrary-plan.ts';
import { totalsOf } from '../plan/sample-plan.ts';

const recipes = fc.array(editRecipe, { minLength: 1, maxLength: 10 });
/** Two points of one plan's history. */
const revisions = fc.tuple(arbitraryPlan(), recipes).map(([before, steps]) => {
  let after = before;
  for (const step of steps) {
    const edit = editFrom(after, step);
    const result = edit && applyEdit(after, edit);
    if (result?.ok) after = result.value.plan;
  }
  return { before, after };
});

const moment = (plan: Plan) => ({ plan, totals: totalsOf(plan) });
const compared = (before: Plan, after: Plan) => compare(moment(before), moment(after));
const ids = (rows: readonly (PlanRow | null)[]) => rows.map((row) => row?.id);
const cellsOf = ({ changed }: Comparison) =>
  changed.flatMap(({ row, cells }) => cells.map((cell) => ({ row: (row.after ?? row.before)?.id, ...cell })));

/** Every cell of F2 that is not alike, by row and column, as two printed forms show them. */
function formDifferences(before: Plan, after: Plan): Map<string, bigint> {
  const amounts = (plan: Plan): Map<string, bigint> => {
    const { rows, columns } = projectForm(plan, totalsOf(plan), 'F2', OFFICIAL_OPTIONS);
    return new Map(
      rows.flatMap((row) =>
        row.cells.map(({ amount }, at): [string, bigint] => {
          return [`${row.id} ${columns[at]?.id}`, typeof amount === 'bigint' ? amount : 0n];
        }),
      ),
    );
  };
  const [then, now] = [amounts(before), amounts(after)];
  const places = [...then.keys(), ...now.keys()];
  const differences = places.map((at): [string, bigint] => [at, (now.get(at) ?? 0n) - (then.get(at) ?? 0n)]);
  return new Map(differences.filter(([, difference]) => difference !== 0n));
}

/** A source that loses its sub-sources, or a plan that becomes one year's, has other columns on the form. */
function sameColumns(before: Plan, after: Plan): boolean {
  const oneYear = ({ period }: Plan) => period.first === period.last;
  return (
    before.sources.map(({ id }) => id).join() === after.sources.map(({ id }) => id).join() &&
    oneYear(before) === oneYear(after)
  );
}

describe('two plans held against each other', () => {
  it('are alike where they are the same, also as another plan with the same codes', () => {
    fc.assert(
      fc.property(arbitraryPlan(), (plan) => {
        expect(isAlike(compared(plan, plan))).toBe(true);
        const renumbered = withOtherIds(plan);
        expect(isAlike(compared(plan, renumbered))).toBe(true);
        expect(isAlike(compared(renumbered, plan))).toBe(true);
      }),
    );
  });

  it('differ in exactly the rows that were added and removed, and in the names that were changed', () => {
    fc.assert(
      fc.property(revisions, ({ before, after }) => {
        const then = new Map(before.rows.map((row) => [row.id, row]));
        const now = new Map(after.rows.map((row) => [row.id, row]));
        const gone = before.rows.filter(({ id }) => !now.has(id));
        const come = after.rows.filter(({ id }) => !then.has(id));
        // A row that is typed again under the code or the name of a removed one is that row.
        const again = come.some((row) =>
          gone.some(({ code, name }) => code === row.code || name === row.name),
        );
        fc.pre(!again);
        const { added, removed, renamed } = compared(before, after);
        expect(ids(added)).toEqual(come.map(({ id }) => id));
        expect(ids(removed)).toEqual(gone.map(({ id }) => id));
        const named = after.rows.filter((row) => then.has(row.id) && then.get(row.id)?.name !== row.name);
        expect(ids(renamed.map((row) => row.after))).toEqual(named.map(({ id }) => id));
      }),
      { numRuns: 300 },
    );
  });

  it('differ in exactly the cells in which their F2 differs, by exactly as much', () => {
    let differing = 0;
    fc.assert(
      fc.property(revisions, ({ before, after }) => {
        fc.pre(sameColumns(before, after));
        const result = compared(before, after);
        fc.pre(result.added.every(({ id }) => before.rows.every((row) => row.id !== id)));
        fc.pre(pairsAreIds(before, after));
        const found = cellsOf(result).map(({ row, column, difference }): [string, bigint] => [
          `${row} ${column}`,
          difference,
        ]);
        expect(new Map(found)).toEqual(formDifferences(before, after));
        expect(result.cells).toBe(found.length);
        differing += found.length;
      }),
      { numRuns: 300 },
    );
    expect(differing).toBeGreaterThan(0);
  });

  it('are read backwards as well: what was added was removed, and every difference has the other sign', () => {
    fc.assert(
      fc.property(revisions, ({ before, after }) => {
        const [there, back] = [compared(before, after), compared(after, before)];
        expect(new Set(ids(there.added))).toEqual(new Set(ids(back.removed)));
        expect(new Set(ids(there.removed))).toEqual(new Set(ids(back.added)));
        expect(new Set(ids(there.moved.map(({ row }) => row.after)))).toEqual(
          new Set(ids(back.moved.map(({ row }) => row.before))),
        );
        expect(new Set(ids(there.renamed.map((row) => row.after)))).toEqual(
          new Set(ids(back.renamed.map((row) => row.before))),
        );
        const signed = (result: Comparison, side: 'before' | 'after', sign: bigint) =>
          new Set(
            result.changed.flatMap(({ row, cells }) =>
              cells.map(({ column, difference }) => {
                const { years, source, capital } = result.columns.find(({ id }) => id === column) ?? {};
                return `${(row[side] ?? row.after ?? row.before)?.id} ${years} ${source} ${capital} ${difference * sign}`;
              }),
            ),
          );
        if (sameColumns(before, after) && pairsAreIds(before, after))
          expect(signed(there, 'after', 1n)).toEqual(signed(back, 'before', -1n));
        expect(there.cells).toBe(back.cells);
        expect(there.frame.length).toBe(back.frame.length);
      }),
      { numRuns: 300 },
    );
  });

  it('name one row where one row was moved', () => {
    fc.assert(
      fc.property(arbitraryPlan(), editRecipe, (before, recipe) => {
        const edit = editFrom(before, { ...recipe, kind: 6 });
        const result = edit && applyEdit(before, edit);
        if (edit?.kind !== 'moveRow' || !result?.ok) return;
        const { plan } = result.value;
        const { moved, added, removed, renamed } = compared(before, plan);
        expect([added, removed, renamed]).toEqual([[], [], []]);
        const sameOrder = before.rows.every(
          ({ id, parent }, at) => plan.rows[at]?.id === id && plan.rows[at]?.parent === parent,
        );
        expect(moved.length).toBe(sameOrder ? 0 : 1);
        const neighbours = moved.every(
          ({ row, from, to }) => row.after?.id === edit.row || Math.abs(from.place - to.place) === 1,
        );
        expect(neighbours).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('cross a border as JSON and come out the same', () => {
    fc.assert(
      fc.property(revisions, ({ before, after }) => {
        const result = compared(before, after);
        const wire = JSON.stringify(z.encode(comparisonSchema, result));
        expect(z.decode(comparisonSchema, JSON.parse(wire))).toEqual(result);
      }),
    );
  });

  it('stand on F5 with the money that each has, once the rows of the first bear the ids of the second', () => {
    fc.assert(
      fc.property(revisions, ({ before, after }) => {
        const other = withOtherIds(after);
        const aligned = alignedBefore(before, other);
        const known = new Set(other.rows.map(({ id }) => id));
        const pairs = pairRows(before, other);
        expect(aligned.rows.filter(({ id }) => known.has(id)).length).toBe(
          pairs.after.filter((at) => at >= 0).length,
        );
        expect(new Set(aligned.rows.map(({ id }) => id)).size).toBe(before.rows.length);
        expect(isAlike(compared({ ...before, id: planId('one') }, { ...aligned, id: planId('other') }))).toBe(
          true,
        );
      }),
    );
  });
});

describe('the rows that moved', () => {
  it('are the fewest by which one order becomes the other', () => {
    const orders = fc
      .integer({ min: 1, max: 7 })
      .chain((count) => fc.shuffledSubarray([...Array(count).keys()], { minLength: count }));
    fc.assert(
      fc.property(arbitraryPlan(), orders, (plan, order) => {
        const [model] = plan.rows;
        fc.pre(model !== undefined);
        if (!model) return;
        const rowAt = (at: number) => ({
          ...model,
          id: `r${at}` as typeof model.id,
          code: `C${at}`,
          name: `${at}`,
          parent: null,
        });
        const before = { ...plan, rows: order.map((_, at) => rowAt(at)), amounts: new Map() };
        const after = { ...before, rows: order.map(rowAt) };
        const moved = movedRows(before, after, pairRows(before, after));
        expect(order.length - moved.length).toBe(longestRise(order));
      }),
    );
  });
});

/** By trying every choice. */
function longestRise(values: readonly number[]): number {
  let longest = 0;
  for (let choice = 0; choice < 1 << values.length; choice++) {
    const chosen = values.filter((_, at) => (choice >> at) % 2 === 1);
    if (chosen.every((value, at) => at === 0 || value > (chosen[at - 1] ?? 0)))
      longest = Math.max(longest, chosen.length);
  }
  return longest;
}

function pairsAreIds(before: Plan, after: Plan): boolean {
  const { before: pairs } = pairRows(before, after);
  return after.rows.every(({ id }, at) => {
    const was = pairs[at] ?? -1;
    return was < 0 || before.rows[was]?.id === id;
  });
}

/** The same plan as another program would have it: another id, and other ids of its rows. */
function withOtherIds(plan: Plan): Plan {
  const other = <Id extends string | null>(id: Id): Id => (id === null ? id : (`x-${id}` as Id));
  return {
    ...plan,
    id: planId('elsewhere'),
    rows: plan.rows.map((row) => ({ ...row, id: other(row.id), parent: other(row.parent) })),
    amounts: new Map([...plan.amounts].map(([id, amounts]) => [other(id), amounts])),
  };
}
