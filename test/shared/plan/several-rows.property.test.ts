import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyEdits } from '../../../shared/plan/edit/apply.ts';
import type { Change } from '../../../shared/plan/edit/edit.ts';
import { duplicateRows } from '../../../shared/plan/gesture/duplicate-rows.ts';
import { insertRowsAt } from '../../../shared/plan/gesture/insert-rows.ts';
import {
  indentRows,
  leafOpenedAt,
  leavesOpenedByIndent,
  moveRows,
  moveRowsTo,
  outdentRows,
} from '../../../shared/plan/gesture/move-rows.ts';
import { removedMoney, removeRows } from '../../../shared/plan/gesture/remove-rows.ts';
import type { NewRowId, RowPlace } from '../../../shared/plan/gesture/row-place.ts';
import { placeBelow, placeInside } from '../../../shared/plan/gesture/row-place.ts';
import {
  indent,
  insertBelow,
  insertChild,
  moveAmongSiblings,
  outdent,
} from '../../../shared/plan/gesture/rows.ts';
import {
  childRows,
  siblingGroups,
  subtreeRows,
  topmostRows,
} from '../../../shared/plan/gesture/selected-rows.ts';
import { type RowId, rowId } from '../../../shared/plan/ids.ts';
import { isLeafAt, outlineOf } from '../../../shared/plan/outline.ts';
import type { LeafKey, Plan } from '../../../shared/plan/plan.ts';
import { arbitraryPlan } from './arbitrary-plan.ts';
import { must } from './sample-plan.ts';

function counting(): NewRowId {
  let made = 0;
  return () => rowId(`new${++made}`);
}

interface Picked {
  readonly plan: Plan;
  /** Any rows, in any order, now and then one that is not there. */
  readonly ids: readonly RowId[];
  /** A place of the plan, whatever it is. */
  readonly place: RowPlace;
}

const picked: fc.Arbitrary<Picked> = arbitraryPlan().chain((plan) => {
  const every = plan.rows.map((row) => row.id);
  return fc
    .record({
      ids: fc.shuffledSubarray([...every, rowId('gone')]),
      parent: fc.constantFrom(null, ...every),
      index: fc.nat(12),
    })
    .map(({ ids, parent, index }) => {
      const most = childRows(plan, parent).length;
      return { plan, ids, place: { parent, index: Math.min(index, most) } };
    });
});

/** The plan after a gesture; its inverse leaves it as it was, and it stays well formed with its codes unique. */
function made(plan: Plan, change: Change | null): Plan {
  if (!change) return plan;
  const done = must(applyEdits(plan, change.edits));
  expect(must(applyEdits(done.plan, done.inverse)).plan).toEqual(plan);
  expect(new Set(done.plan.rows.map((row) => row.code)).size).toBe(done.plan.rows.length);
  const outline = outlineOf(done.plan.rows);
  for (const id of done.plan.amounts.keys())
    expect(isLeafAt(outline, outline.index.get(id) ?? -1)).toBe(true);
  return done.plan;
}

/** The money of some rows, or of all, place by place. */
function moneyOf(plan: Plan, rows: Iterable<RowId> = plan.amounts.keys()): Map<LeafKey, bigint> {
  const sums = new Map<LeafKey, bigint>();
  for (const id of rows) {
    for (const [key, amount] of plan.amounts.get(id) ?? []) {
      const sum = (sums.get(key) ?? 0n) + amount;
      if (sum === 0n) sums.delete(key);
      else sums.set(key, sum);
    }
  }
  return sums;
}

const below = (plan: Plan, ids: Iterable<RowId>): RowId[] =>
  topmostRows(plan, ids).flatMap((id) => subtreeRows(plan, id));

describe('the topmost rows of a selection', () => {
  test('are selected, in printed order, none below another, and all that is selected is in or below them', () => {
    fc.assert(
      fc.property(picked, ({ plan, ids }) => {
        const topmost = topmostRows(plan, ids);
        const order = plan.rows.map((row) => row.id);
        expect(topmost).toEqual(order.filter((id) => topmost.includes(id)));
        const covered = below(plan, ids);
        expect(new Set(covered).size).toBe(covered.length);
        for (const id of ids) if (id !== 'gone') expect(covered).toContain(id);
        expect(ids).toEqual(expect.arrayContaining(topmost));
      }),
    );
  });
});

describe('rows moved, indented and taken out', () => {
  const moves: Record<string, (picked: Picked) => Change | null> = {
    up: ({ plan, ids }) => moveRows(plan, ids, -1),
    down: ({ plan, ids }) => moveRows(plan, ids, 1),
    'under the row above': ({ plan, ids }) => indentRows(plan, ids, counting()),
    'out of their parent': ({ plan, ids }) => outdentRows(plan, ids),
    'to a place': ({ plan, ids, place }) => moveRowsTo(plan, ids, place, counting()),
  };

  test.each(Object.entries(moves))('%s keep all money and come back', (_, gesture) => {
    let meant = 0;
    fc.assert(
      fc.property(picked, (one) => {
        const change = gesture(one);
        const after = made(one.plan, change);
        if (change) {
          meant += 1;
          expect(after.rows).not.toEqual(one.plan.rows);
        }
        expect(moneyOf(after)).toEqual(moneyOf(one.plan));
        // Every row is still there; only rows that took over money are new.
        const fresh = after.rows.filter((row) => !one.plan.rows.some((before) => before.id === row.id));
        expect(after.rows.length - fresh.length).toBe(one.plan.rows.length);
        for (const row of fresh) expect(after.amounts.has(row.id)).toBe(true);
      }),
      { numRuns: 300 },
    );
    expect(meant).toBeGreaterThan(5);
  });

  test('keep their order, and those that do not move theirs', () => {
    fc.assert(
      fc.property(picked, fc.constantFrom<-1 | 1>(-1, 1), ({ plan, ids }, by) => {
        const after = made(plan, moveRows(plan, ids, by));
        for (const { parent, rows } of siblingGroups(plan, ids)) {
          const [was, is] = [childRows(plan, parent), childRows(after, parent)];
          const others = (children: RowId[]) => children.filter((id) => !rows.includes(id));
          expect(is.filter((id) => rows.includes(id))).toEqual(rows);
          expect(others(is)).toEqual(others(was));
          for (const id of rows) expect([0, by]).toContain(is.indexOf(id) - was.indexOf(id));
        }
      }),
    );
  });

  test('to a place stand there together, in printed order', () => {
    fc.assert(
      fc.property(picked, ({ plan, ids, place }) => {
        const topmost = topmostRows(plan, ids);
        const inside = below(plan, ids).some((id) => id === place.parent);
        const change = moveRowsTo(plan, ids, place, counting());
        if (inside || topmost.length === 0) {
          expect(change).toBeNull();
          return;
        }
        const children = childRows(made(plan, change), place.parent);
        const first = children.indexOf(topmost[0] ?? rowId(''));
        expect(children.slice(first, first + topmost.length)).toEqual(topmost);
        const former = childRows(plan, place.parent);
        const before = former.slice(0, place.index).filter((id) => !topmost.includes(id));
        const opened = leafOpenedAt(plan, place) === null ? 0 : 1;
        expect(first).toBe(before.length + opened);
      }),
    );
  });

  test('open just the leaves with money that were said before', () => {
    fc.assert(
      fc.property(picked, ({ plan, ids }) => {
        const said = leavesOpenedByIndent(plan, ids);
        const after = made(plan, indentRows(plan, ids, counting()));
        const opened = [...plan.amounts.keys()].filter((id) => !after.amounts.has(id));
        expect(opened.toSorted()).toEqual(said.toSorted());
      }),
    );
  });
});

describe('one row alone', () => {
  test('goes the same way as with the gesture for one', () => {
    fc.assert(
      fc.property(picked, ({ plan, ids }) => {
        const [id] = topmostRows(plan, ids);
        if (id === undefined) return;
        const same = (several: Change | null, one: Change | null) => {
          expect(several === null).toBe(one === null);
          expect(made(plan, several)).toEqual(made(plan, one));
          expect(several?.label).toEqual(one?.label);
        };
        same(moveRows(plan, [id], -1), moveAmongSiblings(plan, id, -1));
        same(moveRows(plan, [id], 1), moveAmongSiblings(plan, id, 1));
        same(indentRows(plan, [id], counting()), indent(plan, id, rowId('new1')));
        same(outdentRows(plan, [id]), outdent(plan, id));
        const name = 'Mới';
        const newIds = counting();
        expect(made(plan, insertRowsAt(plan, placeBelow(plan, id), 1, counting(), name))).toEqual(
          made(plan, insertBelow(plan, id, newIds(), name)),
        );
        expect(made(plan, insertRowsAt(plan, placeInside(plan, id), 1, counting(), name))).toEqual(
          made(plan, insertChild(plan, id, rowId('new1'), name)),
        );
      }),
    );
  });
});

describe('new rows', () => {
  test('stand together at the place, and money there goes to the first of them', () => {
    fc.assert(
      fc.property(picked, fc.integer({ min: 1, max: 4 }), ({ plan, place }, count) => {
        const after = made(plan, insertRowsAt(plan, place, count, counting(), 'Mới'));
        const fresh = Array.from({ length: count }, (_, at) => rowId(`new${at + 1}`));
        expect(childRows(after, place.parent).slice(place.index, place.index + count)).toEqual(fresh);
        expect(after.rows.length).toBe(plan.rows.length + count);
        expect(moneyOf(after)).toEqual(moneyOf(plan));
        const opened = leafOpenedAt(plan, place);
        if (opened) expect(after.amounts.get(rowId('new1'))).toEqual(plan.amounts.get(opened));
      }),
    );
  });

  test.each([
    ['under a row that is not there', { parent: rowId('gone'), index: 0 }, 1],
    ['beyond the last place', { parent: null, index: 99 }, 1],
    ['before the first place', { parent: null, index: -1 }, 1],
    ['between two places', { parent: null, index: 0.5 }, 1],
    ['none at all', { parent: null, index: 0 }, 0],
  ])('%s are not made', (_, place, count) => {
    const [plan] = fc.sample(arbitraryPlan(), 1);
    if (!plan) throw new Error('no plan');
    expect(insertRowsAt(plan, place, count, counting(), '')).toBeNull();
    expect(moveRowsTo(plan, [], place, counting())).toBeNull();
  });
});

describe('duplicated rows', () => {
  test('double exactly the money of the selection and stand after it, with their names', () => {
    fc.assert(
      fc.property(picked, ({ plan, ids }) => {
        const change = duplicateRows(plan, ids, counting());
        const after = made(plan, change);
        const copied = below(plan, ids);
        expect(change === null).toBe(copied.length === 0);
        expect(after.rows.length).toBe(plan.rows.length + copied.length);
        const fresh = after.rows.filter((row) => row.id.startsWith('new'));
        expect(
          moneyOf(
            after,
            fresh.map((row) => row.id),
          ),
        ).toEqual(moneyOf(plan, copied));
        expect(
          moneyOf(
            after,
            plan.rows.map((row) => row.id),
          ),
        ).toEqual(moneyOf(plan));
        for (const { parent, rows } of siblingGroups(plan, ids)) {
          const children = childRows(after, parent);
          const last = children.indexOf(rows.at(-1) ?? rowId(''));
          const copies = children.slice(last + 1, last + 1 + rows.length);
          const nameOf = (id: RowId) => after.rows.find((row) => row.id === id)?.name;
          expect(copies.every((id) => id.startsWith('new'))).toBe(true);
          expect(copies.map(nameOf)).toEqual(rows.map(nameOf));
        }
      }),
    );
  });
});

describe('removed rows', () => {
  test('take along what is below them and their money, which is said before', () => {
    fc.assert(
      fc.property(picked, ({ plan, ids }) => {
        const gone = new Set(below(plan, ids));
        const said = removedMoney(plan, ids);
        const after = made(plan, removeRows(plan, ids));
        expect(after.rows.map((row) => row.id)).toEqual(
          plan.rows.map((row) => row.id).filter((id) => !gone.has(id)),
        );
        const lost = [...gone].flatMap((id) => [...(plan.amounts.get(id)?.values() ?? [])]);
        expect(said.sum).toBe(lost.reduce<bigint>((sum, amount) => sum + amount, 0n));
        expect(said.rows).toBe([...gone].filter((id) => plan.amounts.has(id)).length);
      }),
    );
  });

  test('that were all the children of a row can hand their money up to it, place by place', () => {
    let handed = 0;
    fc.assert(
      fc.property(picked, ({ plan, ids }) => {
        const { takers } = removedMoney(plan, ids);
        const after = made(plan, removeRows(plan, ids, true));
        handed += takers.length;
        for (const taker of takers) {
          expect(moneyOf(after, [taker])).toEqual(moneyOf(plan, subtreeRows(plan, taker)));
        }
        const kept = plan.rows.map((row) => row.id).filter((id) => !below(plan, ids).includes(id));
        const untouched = kept.filter((id) => !takers.includes(id));
        expect(moneyOf(after, untouched)).toEqual(moneyOf(plan, untouched));
      }),
      { numRuns: 300 },
    );
    expect(handed).toBeGreaterThan(5);
  });
});

test('a gesture over several rows is named by how many and where they begin, over one by that one', () => {
  const [plan] = fc.sample(arbitraryPlan(), 200).filter((one) => childRows(one, null).length >= 3);
  if (!plan) throw new Error('no plan of three top rows');
  const [, second, third] = childRows(plan, null);
  if (!second || !third) throw new Error('no rows');
  expect(moveRows(plan, [third, second], -1)?.label).toMatchObject({
    code: 'change.moveRows',
    params: { count: 2 },
  });
  expect(duplicateRows(plan, [second], counting())?.label.code).toBe('change.duplicateRow');
  expect(removeRows(plan, [second, third])?.label.code).toBe('change.removeRows');
});
