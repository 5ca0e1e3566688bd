import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { GRAND_TOTAL, Totals } from '../../../../shared/engine/totals.ts';
import { dong } from '../../../../shared/money/dong.ts';
import { isLeafAt, outlineOf } from '../../../../shared/plan/outline.ts';
import type { Plan } from '../../../../shared/plan/plan.ts';
import { readText } from '../../../../shared/prose/read-text.ts';
import { amountWording } from '../../../../shared/reconcile/wording/amount-wording.ts';
import { holdAgainst } from '../../../../shared/reconcile/wording/hold.ts';
import { ALL_GROUPS } from '../../../../shared/reconcile/wording/statements.ts';
import { wordingText, writeWording } from '../../../../shared/reconcile/wording/write-wording.ts';
import { arbitraryPlan } from '../../plan/arbitrary-plan.ts';

function totalsOf(plan: Plan): Totals {
  const totals = Totals.of(plan);
  if (!totals.ok) throw new Error('totals out of range');
  return totals.value;
}

/** "row|source" of every non-zero amount of a row without parts, and of the whole programme. */
function moneyOf(plan: Plan, totals: Totals): string[] {
  const outline = outlineOf(plan.rows);
  const places = [GRAND_TOTAL, ...plan.rows.keys()].filter(
    (at) => at === GRAND_TOTAL || isLeafAt(outline, at),
  );
  return places.flatMap((at) =>
    ALL_GROUPS.flatMap((source) => {
      const address = totals.address({ years: 'period', source, capital: 'all' });
      return totals.read(at, address) === 0n ? [] : [`${plan.rows[at]?.id ?? null}|${source}`];
    }),
  );
}

describe('the wording of a plan, read back', () => {
  test('states every amount of every row without parts and of the programme, and differs nowhere', () => {
    fc.assert(
      fc.property(arbitraryPlan(), (plan) => {
        const totals = totalsOf(plan);
        const text = wordingText(writeWording(plan, totals));
        const reading = readText(text);
        const holding = holdAgainst(plan, totals, reading);
        expect(holding).toMatchObject({
          differences: [],
          onlyInText: [],
          onlyInPlan: [],
          questions: [],
          unread: [],
        });
        const stated = new Set(holding.matched.map(({ row, source }) => `${row}|${source}`));
        for (const money of moneyOf(plan, totals)) expect(stated).toContain(money);
        expect(reading.checks.filter(({ holds }) => !holds)).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  test('reports any one amount that is changed in it', () => {
    const changes = fc.record({
      pick: fc.nat(),
      by: fc.oneof(fc.constantFrom(1n, 1_000_000n, 500_000_000n), fc.bigInt(1n, 10_000_000_000n)),
    });
    fc.assert(
      fc.property(arbitraryPlan(), changes, (plan, { pick, by }) => {
        const totals = totalsOf(plan);
        const { text, amounts } = readText(wordingText(writeWording(plan, totals)));
        const index = pick % Math.max(1, amounts.length);
        const amount = amounts[index];
        fc.pre(amount !== undefined);
        if (!amount) return;
        const written = amountWording(dong(amount.dong + by));
        const changed = readText(`${text.slice(0, amount.start)}${written}${text.slice(amount.end)}`);
        expect(changed.amounts[index]?.dong).toBe(amount.dong + by);
        const { differences } = holdAgainst(plan, totals, changed);
        expect(differences.map((one) => one.amount)).toContain(index);
      }),
      { numRuns: 150 },
    );
  });
});
