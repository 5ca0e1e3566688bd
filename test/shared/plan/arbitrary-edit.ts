import fc from 'fast-check';
import type { Dong } from '../../../shared/money/dong.ts';
import type { PlanEdit, RowSeed } from '../../../shared/plan/edit/edit.ts';
import { nextCode } from '../../../shared/plan/gesture/row-code.ts';
import { rowId, sourceId } from '../../../shared/plan/ids.ts';
import { type Plan, type Row, yearsOf } from '../../../shared/plan/plan.ts';
import { controlKey } from '../../../shared/plan/review.ts';
import { leafSources } from '../../../shared/plan/sources.ts';
import { leafAmount, leavesOf } from './arbitrary-plan.ts';

/** Numbers from which an edit is made for whatever plan the ones before have left. Many are refused; none may harm. */
export interface EditRecipe {
  readonly kind: number;
  readonly picks: readonly number[];
  readonly amounts: readonly Dong[];
}

export const editRecipe: fc.Arbitrary<EditRecipe> = fc.record({
  kind: fc.nat(18),
  picks: fc.array(fc.nat(1000), { minLength: 6, maxLength: 6 }),
  amounts: fc.array(leafAmount, { minLength: 4, maxLength: 4 }),
});

let made = 0;

export function editFrom(plan: Plan, { kind, picks, amounts }: EditRecipe): PlanEdit | null {
  const [one = 0, two = 0, three = 0] = picks;
  const pick = <Item>(list: readonly Item[], by: number): Item | undefined =>
    list[by % Math.max(1, list.length)];
  const row = pick(plan.rows, one);
  const other = three % 3 === 0 ? null : (pick(plan.rows, two)?.id ?? null);
  const source = pick(leafSources(plan.sources), one);
  const fresh = (): Row => {
    made += 1;
    return {
      id: rowId(`new${made}`),
      parent: other,
      code: nextCode(plan, other),
      ordinal: null,
      name: `Mới ${made}`,
      investment: 'yes',
      leadAgency: '',
      note: '',
      confirmed: true,
    };
  };
  switch (kind) {
    case 0:
    case 1:
    case 2:
    case 3: {
      const leaves = leavesOf(plan);
      if (leaves.length === 0) return null;
      const chosen = amounts.flatMap((amount, at) => {
        const leaf = pick(leaves, (picks[at] ?? 0) * 7 + at);
        return leaf ? [{ ...leaf, amount }] : [];
      });
      return { kind: 'setAmounts', amounts: chosen, unfunded: one % 2 === 0 ? 'keep' : 'refuse' };
    }
    case 4: {
      const seed: RowSeed = { row: fresh(), amounts: [] };
      const takesParentAmounts = three % 2 === 1 && other !== null ? seed.row.id : null;
      return { kind: 'insertRows', parent: other, index: two % 4, rows: [seed], takesParentAmounts };
    }
    case 5:
      return row
        ? { kind: 'removeRows', row: row.id, givesParentAmounts: three % 2 === 1 ? row.id : null }
        : null;
    case 6:
      return row ? { kind: 'moveRow', row: row.id, parent: other, index: three % 4 } : null;
    case 7:
      return row ? { kind: 'updateRow', row: row.id, patch: { name: `Tên ${one}`, ordinal: null } } : null;
    case 8:
      return { kind: 'setHeader', patch: { title: `Phụ lục ${one}`, unit: one % 2 === 0 ? 'ty' : 'dong' } };
    case 9: {
      if (!source) return null;
      made += 1;
      const sub = {
        ...source,
        id: sourceId(`s${made}`),
        parent: source.id,
        name: `Nguồn ${made}`,
        short: `N${made}`,
      };
      return { kind: 'addSource', source: sub, index: 0, amounts: [], takesParentAmounts: three % 2 === 0 };
    }
    case 10:
      return source ? { kind: 'removeSource', source: source.id, givesParentAmounts: three % 2 === 0 } : null;
    case 11: {
      const years = yearsOf(plan.period).filter((_, at) => (two >> at) % 2 === 0);
      return source ? { kind: 'updateSource', source: source.id, patch: { years } } : null;
    }
    case 12:
      return { kind: 'setProgramme', patch: { title: `Chương trình ${one}` } };
    case 13: {
      const shares = yearsOf(plan.period).flatMap((year, at) => {
        const hundredths = three % 3 === 0 ? null : ((one + at) % 3000) + 1;
        return (two >> at) % 2 === 0 ? [{ year, hundredths }] : [];
      });
      return shares.length === 0 ? null : { kind: 'setCounterpart', shares };
    }
    case 14: {
      const finding = `check.negative|${row?.id ?? ''}|${three % 3}`;
      const acceptance = two % 3 === 0 ? null : { says: `${one}`, reason: `Đã hỏi Sở ${two}` };
      return { kind: 'setAcceptance', finding, acceptance };
    }
    case 15: {
      const index = three % (plan.review.controls.length + 1);
      return { kind: 'addControlSet', set: { id: `set${one % 5}`, name: `Đợt ${two}`, amounts: [] }, index };
    }
    case 16: {
      const set = pick(plan.review.controls, one);
      return set && two % 4 === 0 ? { kind: 'removeControlSet', set: set.id } : null;
    }
    case 17: {
      const set = pick(plan.review.controls, one)?.id ?? 'none';
      const stated = new Map(
        amounts.map((amount, at) => {
          const place = {
            row: (picks[at] ?? 0) % 3 === 0 ? null : (row?.id ?? null),
            year: at % 2 === 0 ? null : plan.period.first,
            source: source?.id ?? null,
            capital: at < 2 ? null : ('investment' as const),
          };
          return [controlKey(place), { ...place, amount: (one + at) % 4 === 0 ? null : amount }];
        }),
      );
      const name = three % 2 === 0 ? null : `Đợt ${three}`;
      return { kind: 'updateControlSet', set, name, amounts: [...stated.values()] };
    }
    default: {
      const { first, last } = plan.period;
      const longer =
        three % 2 === 0
          ? { first, last: (last + 1) as typeof last }
          : { first, last: (last - 1) as typeof last };
      return { kind: 'setPeriod', period: longer };
    }
  }
}
