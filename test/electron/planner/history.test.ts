import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createPlanner } from '../../../electron/planner.ts';
import type { Planner } from '../../../shared/api/planner.ts';
import { dong } from '../../../shared/money/dong.ts';
import { applyEdits } from '../../../shared/plan/edit/apply.ts';
import type { Change, PlanEdit } from '../../../shared/plan/edit/edit.ts';
import { goBack } from '../../../shared/plan/gesture/go-back.ts';
import { type PlanId, rowId, sourceId, year } from '../../../shared/plan/ids.ts';
import { type EditRecipe, editFrom, editRecipe } from '../../shared/plan/arbitrary-edit.ts';
import { must } from '../../shared/plan/sample-plan.ts';
import { countingDesk, TemporaryLibrary } from '../store/temporary-library.ts';
import { noWorkbooks } from './no-workbooks.ts';

const SAMPLE = { sample: 'vinh-long-2022-2025' };

function amount(row: string, trieu: bigint): Change {
  const place = {
    row: rowId(row),
    source: sourceId('central'),
    capital: 'recurrent',
    year: year(2023),
  } as const;
  const amounts = [{ ...place, amount: dong(trieu * 1_000_000n) }];
  return {
    label: {
      code: 'change.setAmount',
      params: { row: `Dòng ${row}`, source: 'NSTW', capital: 'SN', years: '2023', before: '0', after: '0' },
    },
    edits: [{ kind: 'setAmounts', amounts, unfunded: 'refuse' }],
  };
}

const removal = (row: string): Change => ({
  label: { code: 'change.removeRow', params: { row: 'Nâng cao chất lượng' } },
  edits: [{ kind: 'removeRows', row: rowId(row), givesParentAmounts: null }],
});

const title = (text: string): Change => ({
  // A name that an officer may write, and that looks like a kind of edit.
  label: { code: 'change.setHeader', params: {} },
  edits: [{ kind: 'setHeader', patch: { title: text } }],
});

/** A planner over a library of its own, with the sample and these changes. */
async function withHistory(...changes: readonly Change[]) {
  const place = new TemporaryLibrary(countingDesk('Lan'));
  const planner = createPlanner(place.library, noWorkbooks, place.desk);
  const plan = must(await planner.createSample(SAMPLE)).plan.id;
  for (const [baseSequence, change] of changes.entries())
    must(await planner.applyChange({ plan, baseSequence, change }));
  return { place, planner, plan, [Symbol.dispose]: () => place[Symbol.dispose]() };
}

const sequences = async (planner: Planner, ask: Parameters<Planner['history']>[0]) =>
  must(await planner.history(ask)).map(({ sequence }) => sequence);

describe('a plan’s history', () => {
  test('is read page by page from the newest, each page oldest first', async () => {
    using here = await withHistory(...Array.from({ length: 9 }, (_, at) => amount('DA2', BigInt(at + 1))));
    const { planner, plan } = here;
    expect(await sequences(planner, { plan, limit: 4 })).toEqual([6, 7, 8, 9]);
    expect(await sequences(planner, { plan, limit: 4, before: 6 })).toEqual([2, 3, 4, 5]);
    expect(await sequences(planner, { plan, limit: 4, before: 2 })).toEqual([0, 1]);
    expect(await sequences(planner, { plan })).toHaveLength(10);
  });

  test('is searched in its words and its authors, without case and diacritics, in either language', async () => {
    using here = await withHistory(amount('DA2', 1n), title('Phụ lục'), removal('DA3-TDA1'));
    const { planner, plan } = here;
    expect(await sequences(planner, { plan, search: 'xoa dong NANG cao' })).toEqual([3]);
    expect(await sequences(planner, { plan, search: 'delete' })).toEqual(
      await sequences(planner, { plan, search: 'Xóa' }),
    );
    expect(await sequences(planner, { plan, search: 'lan' })).toHaveLength(4);
    expect(await sequences(planner, { plan, search: 'không có' })).toEqual([]);
  });

  test('is asked for one row: what set it, moved it, and what took it away with the row above', async () => {
    using here = await withHistory(
      amount('DA3-TDA1', 1n),
      amount('DA2', 2n),
      title('"DA3-TDA1"'),
      removal('DA3'),
    );
    const { planner, plan } = here;
    must(await planner.undo({ plan, baseSequence: 4 }));
    expect(await sequences(planner, { plan, row: rowId('DA3-TDA1') })).toEqual([1, 4, 5]);
    expect(await sequences(planner, { plan, row: rowId('DA2') })).toEqual([2]);
  });

  test('is asked for what a change was about, not for what its texts look like', async () => {
    using here = await withHistory(
      amount('DA2', 1n),
      title('"kind":"setAmounts"'),
      removal('DA3-TDA1'),
      title('\\"kind\\":\\"setAmounts\\"'),
    );
    const { planner, plan } = here;
    must(await planner.undo({ plan, baseSequence: 4 }));
    expect(await sequences(planner, { plan, subject: 'amounts' })).toEqual([1]);
    expect(await sequences(planner, { plan, subject: 'rows' })).toEqual([3]);
    expect(await sequences(planner, { plan, subject: 'plan' })).toEqual([2, 4, 5]);
    expect(await sequences(planner, { plan, subject: 'steps' })).toEqual([5]);
  });

  test('names everybody who worked on the plan, and shows what each did', async () => {
    using here = await withHistory(amount('DA2', 1n));
    const { planner, plan } = here;
    must(await planner.keepSettings({ settings: { author: 'Hoa' } }));
    must(await planner.applyChange({ plan, baseSequence: 1, change: amount('DA2', 2n) }));
    expect(must(await planner.authors({ plan }))).toEqual(['Hoa', 'Lan']);
    expect(await sequences(planner, { plan, by: 'Hoa' })).toEqual([2]);
  });

  test('says of every change whether it is taken back as the plan stands', async () => {
    using here = await withHistory(amount('DA2', 1n), amount('DA2', 2n));
    const { planner, plan } = here;
    const undone = async () =>
      must(await planner.history({ plan })).flatMap((one) => (one.undone ? one.sequence : []));
    must(await planner.undo({ plan, baseSequence: 2 }));
    must(await planner.undo({ plan, baseSequence: 3 }));
    expect(await undone()).toEqual([1, 2]);
    must(await planner.redo({ plan, baseSequence: 4 }));
    expect(await undone()).toEqual([2]);
    must(await planner.undo({ plan, baseSequence: 5 }));
    expect(await undone()).toEqual([1, 2]);
  });
});

/** Whatever of the recipes can be done, each as a change. */
async function play(planner: Planner, plan: PlanId, steps: readonly EditRecipe[]): Promise<number> {
  let { plan: now, sequence } = must(await planner.openPlan({ plan }));
  for (const step of steps) {
    const edit: PlanEdit | null = editFrom(now, step);
    const applied = edit && applyEdits(now, [edit]);
    if (!edit || !applied?.ok) continue;
    const change = { label: { code: 'change.setHeader', params: {} }, edits: [edit] };
    const made = await planner.applyChange({ plan, baseSequence: sequence, change });
    if (!made.ok) continue;
    sequence = made.value.sequence;
    now = applied.value.plan;
  }
  return sequence;
}

describe('going back to a point of the history', () => {
  test('is one new change, exact, and is undone in one step, whatever happened since', async () => {
    const recipes = fc.array(editRecipe, { minLength: 2, maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(recipes, fc.nat(100), async (steps, pick) => {
        using here = await withHistory();
        const { planner, plan } = here;
        const last = await play(planner, plan, steps);
        const to = pick % (last + 1);
        const now = must(await planner.openPlan({ plan })).plan;
        const then = must(await planner.planAt({ plan, sequence: to }));
        const change = goBack(now, then, to);
        if (!change) {
          expect(now).toEqual(then);
          return;
        }
        const made = must(await planner.applyChange({ plan, baseSequence: last, change }));
        expect(made.sequence).toBe(last + 1);
        expect(must(await planner.openPlan({ plan })).plan).toEqual(then);
        must(await planner.undo({ plan, baseSequence: last + 1 }));
        expect(must(await planner.openPlan({ plan })).plan).toEqual(now);
      }),
      { numRuns: 25 },
    );
  });
});

describe('what others did since', () => {
  test('is nothing for who has seen it all, and else their edits in order, with who did them', async () => {
    using here = await withHistory(amount('DA2', 1n));
    const { planner, plan } = here;
    expect(must(await planner.changesSince({ plan, sequence: 1 }))).toEqual({ later: null, approval: null });
    must(await planner.applyChange({ plan, baseSequence: 1, change: amount('DA2', 2n) }));
    must(await planner.undo({ plan, baseSequence: 2 }));
    const { later } = must(await planner.changesSince({ plan, sequence: 1 }));
    expect(later).toMatchObject({ sequence: 3, undo: { sequence: 1 }, redo: { sequence: 2 } });
    expect(later?.changes).toMatchObject([
      { by: 'Lan', kind: 'change', edits: amount('DA2', 2n).edits },
      { by: 'Lan', kind: 'undo', edits: [{ kind: 'setAmounts' }] },
    ]);
  });

  test('is too much to follow after very many changes, and where the plan is older than what was seen', async () => {
    using here = await withHistory(...Array.from({ length: 201 }, (_, at) => amount('DA2', BigInt(at + 1))));
    const { planner, plan } = here;
    const of = async (sequence: number) =>
      must(await planner.changesSince({ plan, sequence })).later?.changes;
    expect(await of(0)).toBeNull();
    expect(await of(1)).toHaveLength(200);
    expect(await of(500)).toBeNull();
    // A backup was restored, and as many changes made since.
    const another = { plan, sequence: 201, changed: '2020-01-01T00:00:00.000Z' };
    expect(must(await planner.changesSince(another)).later).toMatchObject({ sequence: 201, changes: null });
    const { changed } = must(await planner.openPlan({ plan }));
    expect(must(await planner.changesSince({ plan, sequence: 201, changed })).later).toBeNull();
  });

  test('is refused for a plan that was deleted meanwhile', async () => {
    using here = await withHistory();
    const { planner, plan } = here;
    must(await planner.deletePlan({ plan }));
    expect(await planner.changesSince({ plan, sequence: 0 })).toMatchObject({
      refusal: { code: 'api.planDeleted' },
    });
  });
});
