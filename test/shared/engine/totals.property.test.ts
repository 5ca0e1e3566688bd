import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Selector } from '../../../shared/engine/selector.ts';
import { GRAND_TOTAL, type Totals } from '../../../shared/engine/totals.ts';
import { DONG_LIMIT, dong, ZERO } from '../../../shared/money/dong.ts';
import { amountAt } from '../../../shared/plan/edit/amounts.ts';
import { applyEdits } from '../../../shared/plan/edit/apply.ts';
import type { PlanEdit } from '../../../shared/plan/edit/edit.ts';
import { outlineOf } from '../../../shared/plan/outline.ts';
import { type Plan, parseLeafKey, yearsOf } from '../../../shared/plan/plan.ts';
import { leafSources, leavesUnder } from '../../../shared/plan/sources.ts';
import { editFrom, editRecipe } from '../plan/arbitrary-edit.ts';
import { arbitraryPlan, leafAmount, leavesOf } from '../plan/arbitrary-plan.ts';
import { must, totalsOf, vinhLongPlan } from '../plan/sample-plan.ts';

/** Every selector that a form of this plan could ask for. */
function selectorsOf(plan: Plan): Selector[] {
  const years = ['period', 'oneYear', ...yearsOf(plan.period)] as const;
  const sources = ['all', 'budget', ...plan.sources.map((source) => source.id)] as const;
  return years.flatMap((at) =>
    sources.flatMap((source) =>
      (['all', 'investment', 'recurrent'] as const).map((capital) => ({ years: at, source, capital })),
    ),
  );
}

/** The same total by definition, slowly, in decimal.js: the sum of the leaves that the selector chooses. */
function reference(plan: Plan, row: number, selector: Selector): Decimal | 'mixed' {
  const Exact = Decimal.clone({ precision: 60 });
  const outline = outlineOf(plan.rows);
  const inRow = (id: (typeof plan.rows)[number]['id']): boolean => {
    const at = outline.index.get(id) ?? -1;
    return row === GRAND_TOTAL || (at >= row && at < (outline.end[row] ?? 0));
  };
  const chosen =
    selector.source === 'all' || selector.source === 'budget'
      ? leafSources(plan.sources).filter((source) => selector.source === 'all' || source.group !== 'other')
      : leavesUnder(plan.sources, selector.source);
  let sum = new Exact(0);
  let mixed = false;
  for (const leaf of leavesOf(plan)) {
    const source = chosen.find((one) => one.id === leaf.source);
    if (!source || !inRow(leaf.row)) continue;
    if (selector.capital !== 'all' && selector.capital !== leaf.capital) continue;
    const at = (year: number): string => {
      for (const [key, amount] of plan.amounts.get(leaf.row) ?? []) {
        const place = parseLeafKey(key);
        if (place.year === year && place.source === leaf.source && place.capital === leaf.capital)
          return `${amount}`;
      }
      return '0';
    };
    if (selector.years === 'oneYear') {
      if (leaf.year !== plan.period.first) continue;
      const funded = new Set(source.years.map(at));
      const outside = yearsOf(plan.period).some((year) => !source.years.includes(year) && at(year) !== '0');
      if (funded.size > 1 || outside) mixed = true;
      else sum = sum.plus([...funded][0] ?? '0');
    } else if (selector.years === 'period' || selector.years === leaf.year) {
      sum = sum.plus(at(leaf.year));
    }
  }
  return mixed ? 'mixed' : sum;
}

function snapshot(plan: Plan, totals: Totals): string[] {
  const rows = [GRAND_TOTAL, ...plan.rows.keys()];
  return rows.flatMap((row) =>
    selectorsOf(plan).map((selector) => {
      const address = totals.address(selector);
      return totals.isMixed(row, address) ? 'mixed' : `${totals.read(row, address)}`;
    }),
  );
}

describe('totals', () => {
  it('equal their definition in decimal.js for every row and selector', () => {
    fc.assert(
      fc.property(arbitraryPlan(), (plan) => {
        const expected = [GRAND_TOTAL, ...plan.rows.keys()].flatMap((row) =>
          selectorsOf(plan).map((selector) => {
            const total = reference(plan, row, selector);
            return total === 'mixed' ? 'mixed' : total.toFixed(0);
          }),
        );
        expect(snapshot(plan, totalsOf(plan))).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  });

  it('followed edit by edit equal a full computation', () => {
    fc.assert(
      fc.property(arbitraryPlan(), fc.array(editRecipe, { minLength: 1, maxLength: 15 }), (start, steps) => {
        let plan = start;
        let totals = totalsOf(plan);
        for (const step of steps) {
          const edit = editFrom(plan, step);
          const applied = edit && applyEdits(plan, [edit]);
          if (!edit || !applied?.ok) continue;
          plan = applied.value.plan;
          totals = must(totals.follow(plan, [edit])).totals;
        }
        expect(snapshot(plan, totals)).toEqual(snapshot(plan, totalsOf(plan)));
      }),
      { numRuns: 150 },
    );
  });

  it('name exactly the stored totals that an update changed', () => {
    fc.assert(
      fc.property(arbitraryPlan(), editRecipe, (plan, recipe) => {
        const edit = editFrom(plan, { ...recipe, kind: 0 });
        if (edit?.kind !== 'setAmounts') return;
        const applied = applyEdits(plan, [{ ...edit, unfunded: 'keep' }]);
        if (!applied.ok) return;
        const totals = totalsOf(plan);
        const before = new Map(readAll(plan, totals));
        const changed = must(totals.update(edit.amounts)).map(
          ({ row, plane, slot }) => `${row} ${plane} ${slot}`,
        );
        expect(new Set(changed).size).toBe(changed.length);
        for (const [place, amount] of readAll(plan, totals)) {
          if (before.get(place) !== amount) expect(changed).toContain(place);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('after a paste of very many amounts equal a full computation, and a refused one leaves them', () => {
    fc.assert(
      fc.property(arbitraryPlan(), fc.array(leafAmount, { minLength: 3, maxLength: 7 }), (plan, dealt) => {
        const leaves = leavesOf(plan);
        const many = Array.from({ length: leaves.length === 0 ? 0 : 1200 }, (_, at) => at).flatMap((at) => {
          const leaf = leaves[at % leaves.length];
          return leaf ? [{ ...leaf, amount: dealt[at % dealt.length] ?? ZERO }] : [];
        });
        const totals = totalsOf(plan);
        const paste = (amounts: typeof many) =>
          ({ kind: 'setAmounts', amounts, unfunded: 'keep' }) satisfies PlanEdit;
        const after = must(applyEdits(plan, [paste(many)])).plan;
        const followed = must(totals.follow(after, [paste(many)]));
        expect(followed.totals).toBe(totals);
        if (many.length > 0) expect(followed.changed).toBe('all');
        expect(snapshot(after, totals)).toEqual(snapshot(after, totalsOf(after)));

        const huge = many.map((leaf) => ({ ...leaf, amount: dong(DONG_LIMIT - 1n) }));
        if (leaves.length < 2) return;
        expect(totals.follow(after, [paste(huge)])).toMatchObject({ ok: false });
        expect(snapshot(after, totals)).toEqual(snapshot(after, totalsOf(after)));
      }),
      { numRuns: 25 },
    );
  });

  it('go beyond the range never silently: the update is refused and nothing has moved', () => {
    const plan = vinhLongPlan();
    const totals = totalsOf(plan);
    const before = snapshot(plan, totals);
    const leaves = leavesOf(plan).slice(0, 3);
    const huge = leaves.map((leaf) => ({ ...leaf, amount: dong(DONG_LIMIT - 1n) }));
    expect(totals.update(huge)).toMatchObject({ ok: false, refusal: { code: 'plan.totalOutOfRange' } });
    expect(snapshot(plan, totals)).toEqual(before);
  });

  it('near the limit are exact where they fit: one of +8·10^18 and one of −8·10^18 in a row', () => {
    const plan = vinhLongPlan();
    const totals = totalsOf(plan);
    const [one, other] = leavesOf(plan);
    if (!one || !other) throw new Error('the sample has leaves');
    const size = 8_000_000_000_000_000_000n;
    const update = totals.update([
      { ...one, amount: dong(size) },
      { ...other, amount: dong(-size) },
    ]);
    expect(update.ok).toBe(true);
    const address = totals.address({ years: 'period', source: 'all', capital: 'all' });
    const without = totalsOf(vinhLongPlan()).read(GRAND_TOTAL, address);
    const lost = [one, other].reduce((sum, leaf) => sum + amountAt(plan, leaf), 0n);
    expect(totals.read(GRAND_TOTAL, address)).toBe(without - lost);
  });
});

function readAll(plan: Plan, totals: Totals): [string, string][] {
  const { slots, years } = totals.shape;
  const all: [string, string][] = [];
  for (const row of [GRAND_TOTAL, ...plan.rows.keys()]) {
    for (let plane = 0; plane < years.length + 2; plane++) {
      for (let slot = 0; slot < slots; slot++) {
        const address = { plane, slots: [slot] };
        const mixed = totals.isMixed(row, address);
        all.push([`${row} ${plane} ${slot}`, `${mixed} ${totals.read(row, address)}`]);
      }
    }
  }
  return all;
}
