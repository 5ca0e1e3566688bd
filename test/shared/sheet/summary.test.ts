import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dong } from '../../../shared/money/dong.ts';
import { Summary, summarise, summaryOf } from '../../../shared/sheet/summary.ts';
import { vinhLongPlan } from '../plan/sample-plan.ts';
import { rectAt, sheetOf } from './a-sheet.ts';

const SHEET = sheetOf(vinhLongPlan());

describe('the summary of a selection', () => {
  test('says sum, count, least, most and average', () => {
    const rect = rectAt(SHEET, 'DA3-TDA1', '2023.central.recurrent', 'DA3-TDA2', '2023.central.recurrent');
    const summary = summarise(SHEET, [rect]);
    expect(summary).toMatchObject({
      sum: 8_625_000_000n,
      count: 2,
      min: 2_375_000_000n,
      max: 6_250_000_000n,
    });
    expect(summary.average).toEqual({ amount: 4_312_500_000n, rounded: false });
  });

  test('counts a cell once that two rectangles share', () => {
    const one = rectAt(SHEET, 'DA2', '2023.total', 'DA3-TDA2', '2023.local.total');
    const two = rectAt(SHEET, 'DA3', '2023.central.total', 'DA4', '2024.total');
    const both = summarise(SHEET, [one, two]);
    const shared = summarise(SHEET, [
      rectAt(SHEET, 'DA3', '2023.central.total', 'DA3-TDA2', '2023.local.total'),
    ]);
    const apart = [one, two].map((rect) => summarise(SHEET, [rect]));
    expect(both.sum + shared.sum).toBe(apart.reduce((sum, own) => sum + own.sum, 0n));
    expect(both.count + shared.count).toBe(apart.reduce((sum, own) => sum + own.count, 0));
  });

  test('leaves out names, what is not applicable, and what lies outside the sheet', () => {
    expect(summarise(SHEET, [rectAt(SHEET, 'DA2', 'ordinal', 'DA2', 'name')])).toMatchObject({
      count: 0,
      sum: 0n,
    });
    expect(summarise(SHEET, [rectAt(SHEET, 'DA2', '2022.local.total')]).average).toBeNull();
    expect(summarise(SHEET, [{ top: 90, left: 0, bottom: 99, right: 5 }]).count).toBe(0);
    expect(summarise(SHEET, []).count).toBe(0);
  });

  test('pauses after every row', () => {
    const rect = rectAt(SHEET, 'DA2', '2023.total', 'DA4', '2023.total');
    expect([...summaryOf(SHEET, [rect])]).toHaveLength(5);
  });

  test('adds up exactly, and says when an average is rounded', () => {
    fc.assert(
      fc.property(
        fc.array(fc.bigInt(-(10n ** 18n), 10n ** 18n), { minLength: 1, maxLength: 20 }),
        (amounts) => {
          const summary = new Summary();
          for (const amount of amounts) summary.add(dong(amount));
          const sum = amounts.reduce((total, amount) => total + amount, 0n);
          const count = BigInt(amounts.length);
          expect(summary.sum).toBe(sum);
          const { amount, rounded } = summary.average ?? { amount: 0n, rounded: false };
          const off = amount * count - sum;
          expect(2n * (off < 0n ? -off : off)).toBeLessThanOrEqual(count);
          expect(rounded).toBe(off !== 0n);
          expect(amounts.every((one) => one >= (summary.min ?? 0n) && one <= (summary.max ?? 0n))).toBe(true);
        },
      ),
    );
  });
});
