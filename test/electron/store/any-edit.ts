import fc from 'fast-check';
import { DONG_LIMIT, dong } from '../../../shared/money/dong.ts';
import type { PlanEdit } from '../../../shared/plan/edit/edit.ts';
import { rowId, sourceId, year } from '../../../shared/plan/ids.ts';
import type { Plan } from '../../../shared/plan/plan.ts';
import { findSource, leafSources } from '../../../shared/plan/sources.ts';

/**
 * A gesture as numbers, which only a plan turns into an edit: so a random sequence stays meaningful whatever came
 * before it, and shrinks well. Some of its edits are refused by the plan; that is part of the game.
 */
export interface Dice {
  readonly kind: number;
  readonly a: number;
  readonly b: number;
  readonly amount: bigint;
}

export const anyDice: fc.Arbitrary<Dice> = fc.record({
  kind: fc.nat(13),
  a: fc.nat(1000),
  b: fc.nat(1000),
  amount: fc.oneof(
    fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }),
    fc.constantFrom(0n, 1n, -1n, DONG_LIMIT, -DONG_LIMIT),
  ),
});

export function editOf(plan: Plan, dice: Dice): PlanEdit | null {
  const { kind, a, b, amount } = dice;
  const row = plan.rows[a % Math.max(1, plan.rows.length)];
  if (!row) return null;
  const name = `Dòng “${a}” ≠ ${b}\n=1+1`;
  switch (kind) {
    case 0:
      return { kind: 'updateRow', row: row.id, patch: { name, ordinal: b % 2 === 0 ? null : `${b}` } };
    case 1:
      return { kind: 'removeRows', row: row.id, givesParentAmounts: null };
    case 2: {
      const id = rowId(`row-${a}-${b}-${amount}`);
      const fresh = { ...row, id, parent: row.id, code: `${id}`, name };
      const takes = plan.amounts.has(row.id) ? id : null;
      return {
        kind: 'insertRows',
        parent: row.id,
        index: 0,
        rows: [{ row: fresh, amounts: [] }],
        takesParentAmounts: takes,
      };
    }
    case 3:
      return { kind: 'setHeader', patch: { title: name, unit: b % 2 === 0 ? 'ty' : 'nghin' } };
    case 4: {
      const parent = findSource(plan.sources, sourceId('local'));
      if (!parent) return null;
      const source = { ...parent, id: sourceId(`local.${a}`), parent: parent.id, name };
      const takes = leafSources(plan.sources).some((leaf) => leaf.id === parent.id);
      return { kind: 'addSource', source, index: 0, amounts: [], takesParentAmounts: takes };
    }
    case 10:
      return {
        kind: 'setCounterpart',
        shares: [{ year: plan.period.first, hundredths: b % 4 === 0 ? null : a + 1 }],
      };
    case 11: {
      const acceptance = b % 3 === 0 ? null : { says: `${amount}`, reason: name };
      return { kind: 'setAcceptance', finding: `check.negative|${row.id}`, acceptance };
    }
    case 12: {
      const set = { id: `set${a % 3}`, name, amounts: [] };
      if (b % 3 === 0) return { kind: 'removeControlSet', set: set.id };
      return { kind: 'addControlSet', set, index: 0 };
    }
    case 13: {
      const place = { row: row.id, year: null, source: null, capital: null };
      const stated = b % 3 === 0 ? null : dong(amount);
      const amounts = [{ ...place, amount: stated }];
      return { kind: 'updateControlSet', set: `set${a % 3}`, name: b % 2 === 0 ? null : name, amounts };
    }
    default: {
      const sources = leafSources(plan.sources);
      const source = sources[b % sources.length];
      const capital = source?.capitals[a % source.capitals.length];
      if (!source || !capital) return null;
      const span = plan.period.last - plan.period.first + 1;
      const at = year(plan.period.first + (b % span));
      return {
        kind: 'setAmounts',
        amounts: [{ row: row.id, year: at, source: source.id, capital, amount: dong(amount) }],
        unfunded: kind % 2 === 0 ? 'keep' : 'refuse',
      };
    }
  }
}
