import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { BlockCellCode } from '../../../shared/intake/block/read-cell.ts';
import type { BlockTextCode } from '../../../shared/intake/block/read-text.ts';
import { wordLabel } from '../../../shared/messages/change-label.ts';
import { isMessageCode, type MessageCode } from '../../../shared/messages/message.ts';
import { type Dong, dong } from '../../../shared/money/dong.ts';
import type { CellPlace } from '../../../shared/sheet/cell-place.ts';
import { cellAmount, cellText } from '../../../shared/sheet/cell-text.ts';
import type { OwnBlockCode } from '../../../shared/sheet/own-block.ts';
import { isRound, planSpread, type SpreadCode, spreadable } from '../../../shared/sheet/spread.ts';
import { arbitraryPlan } from '../plan/arbitrary-plan.ts';
import { must, vinhLongPlan } from '../plan/sample-plan.ts';
import { made, placeAt, sheetOf } from './a-sheet.ts';

const F1 = sheetOf(vinhLongPlan(), 'F1');
const F2 = sheetOf(vinhLongPlan(), 'F2');
const trieu = (amount: bigint) => dong(amount * 1_000_000n);
const codes = (place: CellPlace) => {
  const found = spreadable(F2, place);
  return found.ok
    ? found.value.map(({ row, years, source, capital }) => `${row} ${years} ${source} ${capital}`)
    : found.refusal.code;
};

describe('the leaves beneath a total', () => {
  test('of a row and a year are its sources and kinds, those that fund the year', () => {
    expect(codes(placeAt(F2, 'DA3-TDA1', '2022.total'))).toEqual([
      'DA3-TDA1 2022 central investment',
      'DA3-TDA1 2022 central recurrent',
      'DA3-TDA1 2022 other none',
    ]);
  });

  test('of a project are its sub-projects, also where they are folded away', () => {
    const folded = { ...F2, lines: F2.lines.filter((line) => !line.code.startsWith('DA3-')) };
    const found = must(spreadable(folded, placeAt(folded, 'DA3', '2023.central.recurrent')));
    expect(found.map((leaf) => leaf.row)).toEqual(['DA3-TDA1', 'DA3-TDA2']);
  });

  test('of the period are all its years', () => {
    const found = must(spreadable(F2, placeAt(F2, 'DA3-TDA1', 'period.local.recurrent')));
    expect(found.map((leaf) => leaf.years)).toEqual([[2023], [2024], [2025]]);
  });

  test.each([
    ['a leaf', 'DA3-TDA1', '2023.central.recurrent', 'spread.notTotal'],
    ['a name', 'DA3-TDA1', 'name', 'spread.notTotal'],
    ['a year that nobody funds', 'DA3-TDA1', '2022.local.total', 'spread.noLeaves'],
  ])('are none for %s', (_, code, column, reason) => {
    expect(codes(placeAt(F2, code, column))).toBe(reason);
  });

  test('are none where the form has no meaning, and where the years differ', () => {
    expect(spreadable(F1, placeAt(F1, 'one-year', 'period.total'))).toMatchObject({
      refusal: { code: 'cell.refusedBlank' },
    });
    const uneven = must(planSpread(F2, placeAt(F2, 'DA3-TDA1', '2023.total'), trieu(1n), { onto: 1 }));
    const sheet = sheetOf(made(F2.plan, uneven.change), 'F1');
    expect(spreadable(sheet, placeAt(sheet, 'DA3-TDA1', 'year.total'))).toMatchObject({
      refusal: { code: 'spread.mixed' },
    });
  });
});

describe('typing into a total', () => {
  const place = placeAt(F2, 'DA3', '2023.central.recurrent');

  test('deals the difference out in proportion', () => {
    const plan = must(planSpread(F2, place, trieu(17_250n), 'proportional'));
    expect(plan.leaves.map((leaf) => leaf.after)).toEqual([trieu(12_500n), trieu(4_750n)]);
    expect(wordLabel(plan.change.label)).toMatch(/^Phân bổ số tổng 2 Hỗ trợ .* vào 2 ô$/);
  });

  test('or evenly, or onto one', () => {
    const even = must(planSpread(F2, place, trieu(8_626n), 'even'));
    expect(even.leaves.map((leaf) => leaf.after - leaf.before)).toEqual([500_000n, 500_000n]);
    const onto = must(planSpread(F2, place, trieu(8_626n), { onto: 1 }));
    expect(onto.leaves.map((leaf) => leaf.after - leaf.before)).toEqual([0n, 1_000_000n]);
  });

  test('a one-year total keeps the years alike', () => {
    const total = placeAt(F1, 'one-year', 'central.total');
    const plan = must(planSpread(F1, total, trieu(98_050n), 'proportional'));
    const after = sheetOf(made(F1.plan, plan.change), 'F1');
    expect(cellText(after, placeAt(after, 'one-year', 'central.total'))).toBe('98.050');
    expect(cellText(after, placeAt(after, 'period', 'central.total'))).toBe('392.200');
  });

  test('a period total row spreads over the years', () => {
    const total = placeAt(F1, 'period', 'local.recurrent');
    const found = must(spreadable(F1, total));
    expect(new Set(found.map((leaf) => leaf.years.length))).toEqual(new Set([1]));
    const plan = must(planSpread(F1, total, trieu(18_600n), 'proportional'));
    const after = sheetOf(made(F1.plan, plan.change), 'F1');
    expect(cellText(after, placeAt(after, 'period', 'local.recurrent'))).toBe('18.600');
  });

  test('in proportion is impossible over nothing, and over what is negative', () => {
    const nothing = placeAt(F2, 'DA3', '2023.central.investment');
    expect(planSpread(F2, nothing, trieu(1n), 'proportional')).toMatchObject({
      refusal: { code: 'split.noWeight' },
    });
    const negative = must(planSpread(F2, place, trieu(-9_000n), { onto: 1 }));
    const sheet = sheetOf(made(F2.plan, negative.change));
    expect(
      planSpread(sheet, placeAt(sheet, 'DA3', '2023.central.recurrent'), trieu(1n), 'proportional'),
    ).toMatchObject({
      refusal: { code: 'split.negativeWeight', params: { position: 2 } },
    });
  });

  test('what is there already is no change, and no part may leave the range', () => {
    expect(planSpread(F2, place, trieu(8_625n), 'even')).toMatchObject({
      refusal: { code: 'spread.unchanged' },
    });
    const most = dong(9_000_000_000_000_000_000n);
    const again = planSpread(F2, place, dong(2n * most), { onto: 0 });
    expect(again).toMatchObject({ refusal: { code: 'amount.outOfRange' } });
  });

  test('into any total of any plan, in any way, makes exactly that total', () => {
    let spread = 0;
    fc.assert(
      fc.property(
        arbitraryPlan(),
        fc.constantFrom('F1', 'F2'),
        fc.nat(20),
        fc.nat(60),
        fc.bigInt(-(10n ** 15n), 10n ** 15n),
        fc.constantFrom('proportional', 'even', 'onto'),
        (plan, form, row, column, total, way) => {
          const sheet = sheetOf(plan, form);
          const line = sheet.lines[row % sheet.lines.length];
          const shown = sheet.columns[column % sheet.columns.length];
          if (!line || !shown) return;
          const cell = { line, column: shown };
          const found = spreadable(sheet, cell);
          if (!found.ok) return;
          const before = found.value.reduce((sum, leaf) => sum + leaf.before, 0n);
          expect(before).toBe(cellAmount(sheet, cell) ?? 0n);
          const mode = way === 'onto' ? { onto: found.value.length - 1 } : way;
          const done = planSpread(sheet, cell, dong(total), mode);
          if (!done.ok) return;
          spread += 1;
          expect(done.value.leaves.reduce((sum, leaf) => sum + leaf.after, 0n)).toBe(total);
          const after = sheetOf(made(plan, done.value.change), form);
          const now = {
            line: after.lines[row % after.lines.length] ?? line,
            column: after.columns[column % after.columns.length] ?? shown,
          };
          expect(cellAmount(after, now) ?? 0n).toBe(total);
        },
      ),
      { numRuns: 400 },
    );
    expect(spread).toBeGreaterThan(40);
  });
});

describe('typing into a total, in round numbers', () => {
  const place = placeAt(F2, 'DA3', '2023.central.recurrent');
  const step = trieu(1n);
  const changes = (total: bigint, mode: 'proportional' | 'even', by?: Dong) =>
    must(planSpread(F2, place, dong(total), mode, by)).leaves.map((leaf) => leaf.after - leaf.before);

  test('parts change by whole triệu, the larger remainder getting the odd one', () => {
    expect(changes(9_000_000_000n, 'proportional')).toEqual([271_739_130n, 103_260_870n]);
    expect(changes(9_000_000_000n, 'proportional', step)).toEqual([272_000_000n, 103_000_000n]);
    expect(changes(8_628_000_000n, 'even', step)).toEqual([2_000_000n, 1_000_000n]);
  });

  test('what the difference has beyond whole triệu goes to one part', () => {
    expect(changes(8_627_500_001n, 'even', step)).toEqual([1_500_001n, 1_000_000n]);
  });

  test('it is offered where the new total and all parts are round', () => {
    const leaves = must(spreadable(F2, place));
    expect(isRound(leaves, trieu(9_000n), step)).toBe(true);
    expect(isRound(leaves, dong(9_000_000_001n), step)).toBe(false);
    expect(isRound(leaves, trieu(9_000n), trieu(1_000n))).toBe(false);
  });

  test('parts that are smaller than the step are not taken below zero', () => {
    const small = made(F2.plan, must(planSpread(F2, place, dong(1_500_000n), 'proportional')).change);
    const sheet = sheetOf(small);
    const cell = placeAt(sheet, 'DA3', '2023.central.recurrent');
    expect(must(spreadable(sheet, cell)).map((leaf) => leaf.before)).toEqual([1_086_957n, 413_043n]);
    expect(planSpread(sheet, cell, dong(0n), 'proportional', step)).toMatchObject({
      refusal: { code: 'spread.tooCoarse' },
    });
    expect(planSpread(sheet, cell, dong(0n), 'proportional').ok).toBe(true);
  });

  test('into any total of any plan makes exactly that total, and whole steps of all changes but one', () => {
    let spread = 0;
    fc.assert(
      fc.property(
        arbitraryPlan(),
        fc.constantFrom('F1', 'F2'),
        fc.nat(20),
        fc.nat(60),
        fc.bigInt(-(10n ** 15n), 10n ** 15n),
        fc.constantFrom(1_000n, 1_000_000n, 1_000_000_000n),
        fc.boolean(),
        fc.constantFrom('proportional', 'even'),
        (plan, form, row, column, any, size, whole, mode) => {
          const sheet = sheetOf(plan, form);
          const line = sheet.lines[row % sheet.lines.length];
          const shown = sheet.columns[column % sheet.columns.length];
          if (!line || !shown) return;
          const total = dong(whole ? any - (any % size) : any);
          const done = planSpread(sheet, { line, column: shown }, total, mode, dong(size));
          if (!done.ok) return;
          spread += 1;
          const { leaves, change } = done.value;
          const changed = leaves.map((leaf) => leaf.after - leaf.before);
          const difference = changed.reduce((sum, one) => sum + one, 0n);
          expect(leaves.reduce((sum, leaf) => sum + leaf.after, 0n)).toBe(total);
          expect(changed.filter((one) => one % size !== 0n)).toHaveLength(difference % size === 0n ? 0 : 1);
          if (isRound(leaves, total, dong(size)))
            expect(leaves.every((leaf) => leaf.after % size === 0n)).toBe(true);
          if (mode === 'proportional' && total >= 0n)
            expect(leaves.every((leaf) => leaf.after >= 0n)).toBe(true);
          const after = sheetOf(made(plan, change), form);
          const now = {
            line: after.lines[row % after.lines.length] ?? line,
            column: after.columns[column % after.columns.length] ?? shown,
          };
          expect(cellAmount(after, now) ?? 0n).toBe(total);
        },
      ),
      { numRuns: 400 },
    );
    expect(spread).toBeGreaterThan(40);
  });

  test('what is round stays round: in proportion it is never refused for being too coarse', () => {
    let round = 0;
    fc.assert(
      fc.property(
        arbitraryPlan(),
        fc.nat(20),
        fc.nat(60),
        fc.bigInt(0n, 10n ** 9n),
        (plan, row, column, total) => {
          const sheet = sheetOf(plan, 'F2');
          const line = sheet.lines[row % sheet.lines.length];
          const shown = sheet.columns[column % sheet.columns.length];
          if (!line || !shown) return;
          const found = spreadable(sheet, { line, column: shown });
          if (!found.ok || !isRound(found.value, trieu(total), step)) return;
          round += 1;
          const done = planSpread(sheet, { line, column: shown }, trieu(total), 'proportional', step);
          expect(done.ok || done.refusal.code).not.toBe('spread.tooCoarse');
        },
      ),
      { numRuns: 600 },
    );
    expect(round).toBeGreaterThan(20);
  });
});

test('every reason of the sheet is worded', () => {
  const worded = (code: SpreadCode | BlockCellCode | BlockTextCode | OwnBlockCode): MessageCode => code;
  expect(isMessageCode(worded('spread.noLeaves'))).toBe(true);
});
