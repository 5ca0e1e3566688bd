import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { wordLabel } from '../../../shared/messages/change-label.ts';
import { dong } from '../../../shared/money/dong.ts';
import type { Plan } from '../../../shared/plan/plan.ts';
import { columnId, lineId, lockedBecause } from '../../../shared/sheet/cell-place.ts';
import { cellAmount, cellText } from '../../../shared/sheet/cell-text.ts';
import { type FillPlan, fillDown, fillRight, fillYears, planFill } from '../../../shared/sheet/fill.ts';
import { leafColumn } from '../../../shared/sheet/leaf-column.ts';
import type { Rect, Sheet } from '../../../shared/sheet/sheet.ts';
import { clearCells } from '../../../shared/sheet/write-cells.ts';
import { arbitraryPlan } from '../plan/arbitrary-plan.ts';
import { vinhLongPlan } from '../plan/sample-plan.ts';
import { made, placeAt, plain, rectAt, sheetOf } from './a-sheet.ts';

const SHEET = sheetOf(vinhLongPlan());
const SN = '2023.central.recurrent';

/** The texts of cells after a fill, "code column" each. */
function filled(sheet: Sheet, plan: FillPlan, ...cells: readonly (readonly [string, string])[]): string[] {
  const form = sheet.lines.some((line) => line.code === 'period') ? 'F1' : 'F2';
  const after = sheetOf(made(sheet.plan, plan.change), form);
  return cells.map(([code, column]) => cellText(after, placeAt(after, code, column)));
}

describe('filling down and up', () => {
  test('repeats what is selected, and passes totals over', () => {
    const source = rectAt(SHEET, 'DA6-TDA1', SN, 'DA6-TDA2', SN);
    const target = rectAt(SHEET, 'DA6-TDA1', SN, 'DA7-TDA2', SN);
    const plan = planFill(SHEET, source, target, 'copy');
    expect(plan.skipped).toBe(1);
    // DA7 is a total: it takes a place of the pattern, and nothing else.
    expect(filled(SHEET, plan, ['DA7-TDA1', SN], ['DA7-TDA2', SN])).toEqual(['1.000', '4.900']);
    expect(plan.cells.map(({ place }) => place.line.code)).toEqual(['DA7-TDA1', 'DA7-TDA2']);
    expect(plan.change && wordLabel(plan.change.label)).toBe(
      'Điền 2 ô từ 5.1 Nâng cao năng lực thực hiện Chương trình',
    );
  });

  test('a series goes on exactly, counting only the rows that take it', () => {
    const source = rectAt(SHEET, 'DA6-TDA1', SN, 'DA6-TDA2', SN);
    const target = rectAt(SHEET, 'DA6-TDA1', SN, 'DA7-TDA2', SN);
    const plan = planFill(SHEET, source, target, 'series');
    expect(filled(SHEET, plan, ['DA7-TDA1', SN], ['DA7-TDA2', SN])).toEqual(['-2.900', '-6.800']);
    const up = planFill(SHEET, source, rectAt(SHEET, 'DA4-TDA1', SN, 'DA6-TDA2', SN), 'series');
    expect(filled(SHEET, up, ['DA4-TDA3', SN], ['DA4-TDA1', SN])).toEqual(['8.800', '12.700']);
  });

  test('a series of one cell stands still; upwards a pattern begins at its far end', () => {
    const one = rectAt(SHEET, 'DA7-TDA1', SN);
    expect(
      filled(SHEET, planFill(SHEET, one, rectAt(SHEET, 'DA7-TDA1', SN, 'DA7-TDA2', SN), 'series'), [
        'DA7-TDA2',
        SN,
      ]),
    ).toEqual(['2.750']);
    const two = rectAt(SHEET, 'DA7-TDA1', SN, 'DA7-TDA2', SN);
    const up = planFill(SHEET, two, rectAt(SHEET, 'DA6-TDA1', SN, 'DA7-TDA2', SN), 'copy');
    expect(filled(SHEET, up, ['DA6-TDA2', SN], ['DA6-TDA1', SN])).toEqual(['2.750', '1.500']);
  });

  test('names and notes are copied, printed numbers are not', () => {
    const source = rectAt(SHEET, 'DA7-TDA1', 'ordinal', 'DA7-TDA1', 'name');
    const plan = planFill(SHEET, source, rectAt(SHEET, 'DA7-TDA1', 'ordinal', 'DA7-TDA2', 'name'), 'copy');
    expect(filled(SHEET, plan, ['DA7-TDA2', 'ordinal'], ['DA7-TDA2', 'name'])).toEqual([
      '5.2',
      placeAt(SHEET, 'DA7-TDA1', 'name').line.name,
    ]);
    expect(plan.skipped).toBe(1);
  });

  test('Ctrl+D takes the first row, or the row above a single one; a total above gives nothing', () => {
    expect(
      filled(SHEET, fillDown(SHEET, rectAt(SHEET, 'DA7-TDA1', SN, 'DA7-TDA2', SN)), ['DA7-TDA2', SN]),
    ).toEqual(['2.750']);
    expect(filled(SHEET, fillDown(SHEET, rectAt(SHEET, 'DA7-TDA2', SN)), ['DA7-TDA2', SN])).toEqual([
      '2.750',
    ]);
    expect(fillDown(SHEET, rectAt(SHEET, 'DA7-TDA1', SN))).toMatchObject({ change: null, skipped: 1 });
    expect(fillDown(SHEET, rectAt(SHEET, 'DA2', SN))).toEqual({ change: null, cells: [], skipped: 0 });
  });
});

describe('filling sideways', () => {
  test('within a year repeats by place', () => {
    const source = rectAt(SHEET, 'DA3-TDA1', SN);
    const plan = planFill(
      SHEET,
      source,
      rectAt(SHEET, 'DA3-TDA1', SN, 'DA3-TDA1', '2023.other.total'),
      'copy',
    );
    const cells = ['2023.local.investment', '2023.local.recurrent', '2023.other.total'].map(
      (column) => ['DA3-TDA1', column] as const,
    );
    expect(filled(SHEET, plan, ...cells)).toEqual(['6.250', '6.250', '6.250']);
    expect(plan.skipped).toBe(1);
  });

  test('into another year carries on the same source and kind alone', () => {
    const source = rectAt(SHEET, 'DA4-TDA3', '2022.central.investment', 'DA4-TDA3', '2022.central.recurrent');
    const target = rectAt(SHEET, 'DA4-TDA3', '2022.central.investment', 'DA4-TDA3', '2024.central.recurrent');
    const once = sheetOf(
      made(
        SHEET.plan,
        clearCells(SHEET, [rectAt(SHEET, 'DA4-TDA3', '2023.total', 'DA4-TDA3', '2025.other.total')]),
      ),
    );
    const plan = planFill(once, source, target, 'copy');
    expect(
      filled(
        once,
        plan,
        ['DA4-TDA3', '2023.central.investment'],
        ['DA4-TDA3', '2024.central.recurrent'],
        ['DA4-TDA3', '2023.local.recurrent'],
      ),
    ).toEqual(['2.500', '4.750', '-']);
  });

  test('a series over years goes on by the year', () => {
    const base = sheetOf(
      made(
        SHEET.plan,
        planFill(SHEET, rectAt(SHEET, 'DA4-TDA3', SN), rectAt(SHEET, 'DA4-TDA3', SN), 'copy').change ??
          clearCells(SHEET, [rectAt(SHEET, 'DA4-TDA3', SN)]),
      ),
    );
    const source = rectAt(base, 'DA4-TDA3', '2022.central.recurrent', 'DA4-TDA3', SN);
    const plan = planFill(
      base,
      source,
      rectAt(base, 'DA4-TDA3', '2022.central.recurrent', 'DA4-TDA3', '2025.central.recurrent'),
      'series',
    );
    expect(
      filled(base, plan, ['DA4-TDA3', '2024.central.recurrent'], ['DA4-TDA3', '2025.central.recurrent']),
    ).toEqual(['-4.750', '-9.500']);
    const back = planFill(
      base,
      rectAt(base, 'DA4-TDA3', SN, 'DA4-TDA3', '2024.central.recurrent'),
      rectAt(base, 'DA4-TDA3', '2022.central.recurrent', 'DA4-TDA3', '2024.central.recurrent'),
      'series',
    );
    expect(filled(base, back, ['DA4-TDA3', '2022.central.recurrent'])).toEqual(['-4.750']);
  });

  test('a year that the source does not fund takes nothing', () => {
    const source = rectAt(SHEET, 'DA3-TDA1', '2023.local.recurrent');
    const plan = planFill(
      SHEET,
      source,
      rectAt(SHEET, 'DA3-TDA1', '2022.local.recurrent', 'DA3-TDA1', '2023.local.recurrent'),
      'copy',
    );
    expect(plan.cells.filter(({ place }) => columnId(place.column).startsWith('2022'))).toEqual([]);
  });

  test('Ctrl+R takes the first column, or the one to the left, or the year before where that is a total', () => {
    const right = fillRight(
      SHEET,
      rectAt(SHEET, 'DA3-TDA1', '2023.local.investment', 'DA3-TDA1', '2023.local.recurrent'),
    );
    expect(filled(SHEET, right, ['DA3-TDA1', '2023.local.recurrent'])).toEqual(['-']);
    expect(
      filled(SHEET, fillRight(SHEET, rectAt(SHEET, 'DA3-TDA1', '2023.local.recurrent')), [
        'DA3-TDA1',
        '2023.local.recurrent',
      ]),
    ).toEqual(['-']);
    const cleared = sheetOf(
      made(SHEET.plan, clearCells(SHEET, [rectAt(SHEET, 'DA4-TDA3', '2023.central.investment')])),
    );
    const before = fillRight(cleared, rectAt(cleared, 'DA4-TDA3', '2023.central.investment'));
    expect(filled(cleared, before, ['DA4-TDA3', '2023.central.investment'])).toEqual(['2.500']);
    expect(fillRight(SHEET, rectAt(SHEET, 'DA3-TDA1', '2023.total'))).toMatchObject({
      change: null,
      cells: [],
    });
  });

  test('in a one-year form the columns repeat by place', () => {
    const sheet = sheetOf(vinhLongPlan(), 'F1');
    const source = rectAt(sheet, 'DA3-TDA1', 'central.recurrent');
    const plan = planFill(
      sheet,
      source,
      rectAt(sheet, 'DA3-TDA1', 'central.recurrent', 'DA3-TDA1', 'local.investment'),
      'copy',
    );
    expect(filled(sheet, plan, ['DA3-TDA1', 'local.investment'])).toEqual(['6.250']);
  });
});

describe('filling the years', () => {
  test('writes a year’s amount to every other year that its source funds', () => {
    const changed = sheetOf(
      made(
        SHEET.plan,
        clearCells(SHEET, [rectAt(SHEET, 'DA3-TDA1', '2024.total', 'DA3-TDA2', '2025.other.total')]),
      ),
    );
    const plan = fillYears(
      changed,
      rectAt(changed, 'DA3-TDA1', '2023.total', 'DA3-TDA2', '2023.other.total'),
    );
    expect(plain(made(changed.plan, plan.change))).toEqual(plain(SHEET.plan));
    expect(plan.change?.label.code).toBe('change.fillYears');
  });

  test('of several selected years takes the first', () => {
    const changed = sheetOf(
      made(
        SHEET.plan,
        clearCells(SHEET, [rectAt(SHEET, 'DA3-TDA1', '2022.total', 'DA3-TDA1', '2022.other.total')]),
      ),
    );
    const plan = fillYears(
      changed,
      rectAt(changed, 'DA3-TDA1', '2022.total', 'DA3-TDA1', '2025.other.total'),
    );
    expect(
      filled(changed, plan, ['DA3-TDA1', '2025.central.recurrent'], ['DA3-TDA1', '2025.local.recurrent']),
    ).toEqual(['-', '200']);
  });

  test('changes nothing in a one-year form, where the years are alike as they are', () => {
    const sheet = sheetOf(vinhLongPlan(), 'F1');
    expect(fillYears(sheet, rectAt(sheet, 'DA2', 'ordinal', 'DA7-TDA2', 'other.total')).change).toBeNull();
  });
});

describe('clearing', () => {
  test('makes amounts zero and notes empty, and leaves names and totals', () => {
    const all: Rect = { top: 0, left: 0, bottom: SHEET.lines.length - 1, right: SHEET.columns.length - 1 };
    const noted: Plan = { ...SHEET.plan, rows: SHEET.plan.rows.map((row) => ({ ...row, note: 'Ghi chú' })) };
    const sheet = sheetOf(noted);
    const change = clearCells(sheet, [all, all]);
    const plan = made(noted, change);
    expect(plain(plan)).toEqual(plain({ ...SHEET.plan, amounts: new Map() }));
    expect(clearCells(sheetOf(plan), [all])).toBeNull();
  });
});

test('whatever is selected, clearing leaves it without money, and a second time there is nothing to clear', () => {
  fc.assert(
    fc.property(
      arbitraryPlan(),
      fc.constantFrom('F1', 'F2'),
      fc.nat(12),
      fc.nat(60),
      (plan, form, bottom, right) => {
        const sheet = sheetOf(plan, form);
        const rect = { top: 0, left: 0, bottom, right };
        const change = clearCells(sheet, [rect]);
        if (change) expect(clearCells(sheetOf(made(plan, change), form), [rect])).toBeNull();
      },
    ),
    { numRuns: 60 },
  );
});

describe('any fill on any plan', () => {
  const corner = fc.tuple(fc.nat(12), fc.nat(60), fc.nat(2), fc.nat(3), fc.integer({ min: 1, max: 5 }));
  const side = fc.constantFrom('down', 'up', 'left', 'right');

  test('touches no total, no unfunded year and nothing outside its target, and can be taken back', () => {
    fc.assert(
      fc.property(
        arbitraryPlan(),
        fc.constantFrom('F1', 'F2'),
        corner,
        side,
        fc.constantFrom('copy', 'series'),
        (plan, form, [row, column, down, across, more], to, mode) => {
          const sheet = sheetOf(plan, form);
          const top = row % sheet.lines.length;
          const left = column % sheet.columns.length;
          const source = {
            top,
            left,
            bottom: Math.min(top + down, sheet.lines.length - 1),
            right: Math.min(left + across, sheet.columns.length - 1),
          };
          const target = {
            top: to === 'up' ? Math.max(0, source.top - more) : source.top,
            left: to === 'left' ? Math.max(0, source.left - more) : source.left,
            bottom: to === 'down' ? Math.min(sheet.lines.length - 1, source.bottom + more) : source.bottom,
            right: to === 'right' ? Math.min(sheet.columns.length - 1, source.right + more) : source.right,
          };
          const fill = planFill(sheet, source, target, mode);
          for (const { place } of fill.cells) {
            expect(lockedBecause(place)).toBeNull();
            expect(leafColumn(place.column)?.unfunded ?? []).toEqual([]);
          }
          if (fill.change === null) return;
          const after = sheetOf(made(plan, fill.change), form);
          const said = new Map(
            fill.cells.map((cell) => [`${lineId(cell.place.line)} ${columnId(cell.place.column)}`, cell]),
          );
          for (const [at, line] of sheet.lines.entries()) {
            for (const [place, shown] of sheet.columns.entries()) {
              const now = { line: after.lines[at] ?? line, column: after.columns[place] ?? shown };
              const cell = said.get(`${lineId(line)} ${columnId(shown)}`);
              // Money in an unfunded year keeps a one-year cell at "≠", as when it is typed into.
              if (cell && 'amount' in cell)
                expect([cell.amount, form === 'F1' ? 'mixed' : cell.amount]).toContain(
                  cellAmount(after, now),
                );
              else if (cell) expect(cellText(after, now)).toBe(cell.text);
              else if (lockedBecause({ line, column: shown }) === null && shown.kind === 'amount') {
                expect(cellAmount(after, now)).toBe(cellAmount(sheet, { line, column: shown }));
              }
            }
          }
        },
      ),
      { numRuns: 200 },
    );
  });

  test('a series is exact however large its amounts are', () => {
    const column = rectAt(SHEET, 'DA6-TDA1', SN).left;
    const amounts = fc.bigInt(-(10n ** 18n), 10n ** 18n);
    fc.assert(
      fc.property(amounts, amounts, (one, two) => {
        const place = (row: string, amount: bigint) => ({
          row: placeAt(SHEET, row, SN).line.id,
          amount: dong(amount),
        });
        const edits = [place('DA6-TDA1', one), place('DA6-TDA2', two)].map(({ row, amount }) => {
          const leaf = leafColumn(placeAt(SHEET, 'DA6-TDA1', SN).column);
          if (row === null || leaf === null) throw new Error('no leaf');
          const { source, capital } = leaf;
          const [year] = leaf.years;
          if (year === undefined) throw new Error('no year');
          return {
            kind: 'setAmounts',
            amounts: [{ row, year, source, capital, amount }],
            unfunded: 'refuse',
          } as const;
        });
        const sheet = sheetOf(made(SHEET.plan, { label: { code: 'change.fill', params: {} }, edits }));
        const source = { ...rectAt(sheet, 'DA6-TDA1', SN, 'DA6-TDA2', SN), left: column, right: column };
        const fill = planFill(sheet, source, { ...source, bottom: source.bottom + 2 }, 'series');
        expect(fill.cells[0]).toMatchObject({ amount: two + (two - one) });
      }),
      { numRuns: 50 },
    );
  });
});
