import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readBlockText } from '../../../shared/intake/block/read-text.ts';
import { wordLabel } from '../../../shared/messages/change-label.ts';
import { sourceId } from '../../../shared/plan/ids.ts';
import type { Plan } from '../../../shared/plan/plan.ts';
import { lockedBecause } from '../../../shared/sheet/cell-place.ts';
import { cellText } from '../../../shared/sheet/cell-text.ts';
import { planPaste } from '../../../shared/sheet/paste.ts';
import type { PasteBlock, PasteOptions } from '../../../shared/sheet/paste-plan.ts';
import type { Rect, Sheet } from '../../../shared/sheet/sheet.ts';
import { arbitraryPlan } from '../plan/arbitrary-plan.ts';
import { must, totalsOf, vinhLongPlan } from '../plan/sample-plan.ts';
import { made, pasteOptions, placeAt, plain, rectAt, sheetOf } from './a-sheet.ts';

const SHEET = sheetOf(vinhLongPlan());
const SN = '2023.central.recurrent';

function textBlock(text: string): PasteBlock {
  return { kind: 'text', block: must(readBlockText(text)), hints: [] };
}

function paste(sheet: Sheet, target: Rect, text: string, options: Partial<PasteOptions> = {}) {
  return planPaste(sheet, target, textBlock(text), pasteOptions(options));
}

/** What a cell shows after a paste. */
function shown(sheet: Sheet, plan: Plan, code: string, column: string): string {
  const after = sheetOf(plan, sheet.lines.some((line) => line.code === 'period') ? 'F1' : 'F2');
  return cellText(after, placeAt(after, code, column));
}

function planWith(sheet: Sheet, target: Rect, text: string, options: Partial<PasteOptions> = {}): Plan {
  const pasted = paste(sheet, target, text, options);
  expect(pasted).toMatchObject({ problemCount: 0, asks: [] });
  return made(sheet.plan, pasted.change);
}

describe('where a block lands', () => {
  test('one cell fills the whole target', () => {
    const target = rectAt(SHEET, 'DA7-TDA1', SN, 'DA7-TDA2', SN);
    const plan = planWith(SHEET, target, '12,5');
    expect(shown(SHEET, plan, 'DA7-TDA1', SN)).toBe('12,5');
    expect(shown(SHEET, plan, 'DA7-TDA2', SN)).toBe('12,5');
  });

  test('a target of exactly several blocks repeats it; another takes it once', () => {
    const twice = rectAt(SHEET, 'DA3-TDA1', '2023.central.investment', 'DA3-TDA2', SN);
    const repeated = paste(SHEET, twice, '1\t2\r\n');
    expect(repeated.rect).toEqual(twice);
    expect(repeated.count).toBe(4);
    const thrice = rectAt(SHEET, 'DA4-TDA1', SN, 'DA6', SN);
    const once = paste(SHEET, thrice, '1\r\n2\r\n');
    expect(once.rect).toEqual({ ...thrice, bottom: thrice.top + 1 });
  });

  test('a column of targets takes a row of cells in each line, as in Excel', () => {
    const target = rectAt(
      SHEET,
      'DA3-TDA1',
      '2023.central.investment',
      'DA3-TDA2',
      '2023.central.investment',
    );
    expect(paste(SHEET, target, '1\t2').count).toBe(4);
  });

  test('total rows at the end of a selection are not meant', () => {
    const target = rectAt(SHEET, 'DA7-TDA2', SN, 'total', SN);
    expect(paste(SHEET, target, '5')).toMatchObject({
      problemCount: 0,
      count: 1,
      rect: { bottom: target.top },
    });
  });

  test('a total row itself takes nothing', () => {
    const pasted = paste(SHEET, rectAt(SHEET, 'total', SN), '5\r\n6\r\n');
    expect(pasted).toMatchObject({ change: null, problemCount: 1, rowsMissing: 0 });
    expect(pasted.problems[0]?.refusal.code).toBe('cell.refusedTotal');
  });

  test('a block wider than what is left of the sheet does not fit, unless the rest is blank', () => {
    const target = rectAt(SHEET, 'DA2', '2025.other.total');
    expect(paste(SHEET, target, '1\tghi chú\t3').problems[0]).toMatchObject({
      row: 0,
      column: 2,
      text: '3',
      refusal: { code: 'paste.tooWide', params: { columns: 3, room: 2 } },
    });
    expect(paste(SHEET, target, '1\tghi chú\t\t ')).toMatchObject({ problemCount: 0, asks: [] });
  });
});

describe('what a pasted cell writes', () => {
  test('an amount in the unit that was chosen; a unit word in the cell wins', () => {
    const target = rectAt(SHEET, 'DA3-TDA1', SN);
    const plan = planWith(SHEET, target, '12.345\r\n1,5 tỷ\r\n', { unit: 'nghin', numbers: 'vi' });
    expect(shown(SHEET, plan, 'DA3-TDA1', SN)).toBe('12,345');
    expect(shown(SHEET, plan, 'DA3-TDA2', SN)).toBe('1.500');
  });

  test('a blank cell is zero, and empties a note; a name and its number stay', () => {
    const noted = made(SHEET.plan, paste(SHEET, rectAt(SHEET, 'DA2', 'note'), 'Xem lại').change);
    const sheet = sheetOf(noted);
    const columns = sheet.columns.length;
    const plan = planWith(sheet, rectAt(sheet, 'DA2', 'ordinal'), '\t'.repeat(columns - 1));
    expect(shown(sheet, plan, 'DA2', SN)).toBe('-');
    expect(shown(sheet, plan, 'DA2', 'note')).toBe('');
    expect(shown(sheet, plan, 'DA2', 'name')).toBe(placeAt(SHEET, 'DA2', 'name').line.name);
    expect(
      paste(sheet, rectAt(sheet, 'DA2', 'ordinal'), '\t'.repeat(columns - 1), { skipBlanks: true }),
    ).toMatchObject({
      change: null,
      asks: [],
      problemCount: 0,
    });
  });

  test('added to or subtracted from what is there, texts left as they are', () => {
    const target = rectAt(SHEET, 'DA3-TDA1', SN);
    expect(shown(SHEET, planWith(SHEET, target, '0,5', { operation: 'add' }), 'DA3-TDA1', SN)).toBe(
      '6.250,5',
    );
    expect(shown(SHEET, planWith(SHEET, target, '7.000,5', { operation: 'subtract' }), 'DA3-TDA1', SN)).toBe(
      '-750,5',
    );
    expect(paste(SHEET, target, ' ', { operation: 'add' }).change).toBeNull();
    expect(paste(SHEET, rectAt(SHEET, 'DA2', 'name'), 'Khác', { operation: 'add' }).change).toBeNull();
  });

  test('a text without what a cell cannot hold, its line ends kept in a name', () => {
    const plan = planWith(SHEET, rectAt(SHEET, 'DA2', 'ordinal'), '" I.\n1 "\t" Tên\u0007 mới\r\nhai dòng "');
    const row = plan.rows.find((one) => one.code === 'DA2');
    expect(row).toMatchObject({ ordinal: 'I. 1', name: 'Tên mới\nhai dòng', confirmed: true });
  });

  test('a number that says what the place says by itself is not kept as the officer’s own', () => {
    expect(paste(SHEET, rectAt(SHEET, 'DA3-TDA1', 'ordinal'), '2.1').change).toBeNull();
  });

  test('in a one-year column all funded years alike, also where they differed', () => {
    const one = planWith(SHEET, rectAt(SHEET, 'DA3-TDA1', SN), '1');
    const sheet = sheetOf(one, 'F1');
    expect(cellText(sheet, placeAt(sheet, 'DA3-TDA1', 'central.recurrent'))).toBe('≠');
    const plan = planWith(sheet, rectAt(sheet, 'DA3-TDA1', 'central.recurrent'), '6.250,5');
    for (const year of [2022, 2023, 2024, 2025]) {
      expect(shown(SHEET, plan, 'DA3-TDA1', `${year}.central.recurrent`)).toBe('6.250,5');
    }
    const added = planWith(sheet, rectAt(sheet, 'DA3-TDA1', 'central.recurrent'), '1', { operation: 'add' });
    expect(shown(SHEET, added, 'DA3-TDA1', SN)).toBe('2');
    expect(shown(SHEET, added, 'DA3-TDA1', '2022.central.recurrent')).toBe('6.251');
  });

  test('nothing where it is what was there', () => {
    expect(paste(SHEET, rectAt(SHEET, 'DA3-TDA1', SN), '6250')).toMatchObject({
      change: null,
      asks: [],
      count: 1,
    });
  });

  test('is said in history with its place and how many cells', () => {
    const { change } = paste(SHEET, rectAt(SHEET, 'DA3-TDA1', SN, 'DA3-TDA2', SN), '5');
    expect(change && wordLabel(change.label)).toBe(
      'Dán 2 ô từ 2.1 Hỗ trợ phát triển sản xuất trong lĩnh vực nông nghiệp',
    );
    const label = { code: 'change.paste', params: { count: 40_000, place: `1 ${'dài '.repeat(30)}` } };
    expect(wordLabel(label)).toMatch(/^Dán 40\.000 ô từ 1 dài .{30,60}…$/);
    expect(wordLabel(label, 'en')).toMatch(/^Paste 40,000 cells/);
  });
});

describe('the convention of a pasted block', () => {
  test('is asked where the block does not say, and nothing is read until then', () => {
    const target = rectAt(SHEET, 'DA3-TDA1', SN);
    const open = paste(SHEET, target, '1.500\r\n2.500\r\n');
    expect(open).toMatchObject({ asks: ['numbers'], change: null, convention: { needed: true, used: null } });
    expect(open.preview(0, 0)).toEqual({ kind: 'undecided', text: '1.500' });
    const [vi, en] = (['vi', 'en'] as const).map((numbers) =>
      paste(SHEET, target, '1.500\r\n2.500\r\n', { numbers }),
    );
    expect(vi?.preview(0, 0)).toEqual({ kind: 'amount', amount: 1_500_000_000n });
    expect(en?.preview(0, 0)).toEqual({ kind: 'amount', amount: 1_500_000n });
    expect([vi?.asks, en?.asks]).toEqual([[], []]);
  });

  test('is decided by another cell of the block, a total too, but not by a text', () => {
    const target = rectAt(SHEET, 'DA3-TDA1', '2023.central.investment');
    expect(paste(SHEET, target, '1.500\t12,5')).toMatchObject({
      asks: [],
      convention: { decided: 'vi', needed: false },
    });
    expect(paste(SHEET, rectAt(SHEET, 'DA3-TDA1', '2025.other.total'), '1.500\t12,5')).toMatchObject({
      asks: ['numbers'],
    });
  });

  test('is asked again where cells speak against each other, and both are named', () => {
    const target = rectAt(SHEET, 'DA3-TDA1', SN);
    const open = paste(SHEET, target, '1.234,5\r\n1,234.5\r\n');
    expect(open).toMatchObject({
      asks: ['numbers'],
      change: null,
      convention: { decision: { kind: 'contradiction', onlyVi: ['1.234,5'], onlyEn: ['1,234.5'] } },
    });
    expect(paste(SHEET, target, '1.234,5\r\n1,234.5\r\n', { numbers: 'vi' })).toMatchObject({
      asks: [],
      change: null,
      problems: [{ row: 1, column: 0, text: '1,234.5', refusal: { code: 'amount.groupAfterDecimal' } }],
    });
  });

  test('does not matter to numbers without marks, and is then not asked', () => {
    const pasted = paste(SHEET, rectAt(SHEET, 'DA3-TDA1', SN), '1500\r\n-\r\n');
    expect(pasted).toMatchObject({ asks: [], convention: { needed: false, decided: null, used: 'vi' } });
  });

  test.each(['1.\u200b500', '1.500 tỷ VND', 'VND (1.500)', '₫ -1.500', '‘1.500'])(
    'is never taken for granted: %j is asked about too, or refused',
    (text) => {
      const open = paste(SHEET, rectAt(SHEET, 'DA3-TDA1', SN), `${text}\r\n`);
      expect(open.change).toBeNull();
      if (open.problemCount === 0) expect(open.asks).toEqual(['numbers']);
      expect(
        paste(SHEET, rectAt(SHEET, 'DA3-TDA1', SN), `${text}\r\n`, { numbers: 'vi' }).asks,
      ).not.toContain('numbers');
    },
  );

  test('while it is open, a cell that is no number under either is said at once', () => {
    const open = paste(SHEET, rectAt(SHEET, 'DA3-TDA1', SN), '1.500\r\n####\r\n');
    expect(open.problems).toMatchObject([{ row: 1, refusal: { code: 'block.tooNarrow' } }]);
  });
});

describe('what stands against a paste', () => {
  test('a value onto a total, with its place; a blank one is nothing', () => {
    const target = rectAt(SHEET, 'DA3-TDA1', '2023.central.total');
    expect(paste(SHEET, target, '\t0\t5')).toMatchObject({ problemCount: 0, totalCount: 0 });
    const pasted = paste(SHEET, target, '6\t1\t5');
    expect(pasted).toMatchObject({ asks: ['totals'], change: null, totalCount: 1, problemCount: 1 });
    expect(pasted.problems[0]?.place).toEqual(placeAt(SHEET, 'DA3-TDA1', '2023.central.total'));
    expect(pasted.preview(0, 0)).toEqual({ kind: 'total', text: '6' });
  });

  test('totals of the block are left out and held against what will be computed after the paste', () => {
    const target = rectAt(SHEET, 'DA3', '2023.central.total');
    const text = '9.000\t1.000\t8.000\r\n6.500\t500\t6.000\r\n2.500,5\t500\t2.000\r\n';
    const pasted = paste(SHEET, target, text, { skipTotals: true });
    expect(pasted.asks).toEqual(['totals']);
    expect(pasted.statedTotals).toEqual([
      {
        place: placeAt(SHEET, 'DA3-TDA2', '2023.central.total'),
        pasted: 2_500_500_000n,
        computed: 2_500_000_000n,
        difference: 500_000n,
      },
    ]);
    // To be read and confirmed: the change itself stands ready, and this plan's own totals were not touched.
    expect(pasted.change).not.toBeNull();
    expect(cellText(SHEET, placeAt(SHEET, 'DA3', '2023.central.total'))).toBe('8.625');
    const right = paste(SHEET, target, text.replace('2.500,5', '2.500'), { skipTotals: true, numbers: 'vi' });
    expect(right).toMatchObject({ asks: [], statedTotals: [] });
  });

  test('an amount where the form has none is named, a dash is not', () => {
    const sheet = sheetOf(vinhLongPlan(), 'F1');
    const rows = (total: string) =>
      `11.150\t-\t11.150\t-\r\n6.150\t-\t6.150\t-\r\n${total}\t${total}\t-\t-\r\n`;
    const target = rectAt(sheet, 'DA7-TDA1', 'period.total');
    const options = { skipTotals: true, numbers: 'vi' } as const;
    // The third line is the first total row only by its name; without one it would be a new row.
    expect(paste(sheet, target, rows('5'), options).rowsMissing).toBe(1);
    const named = rectAt(sheet, 'DA7-TDA2', 'name');
    const pasted = paste(
      sheet,
      named,
      'Giám sát, đánh giá\t6.150\r\nKinh phí các dự án 01 năm\t5\r\n',
      options,
    );
    expect(pasted.rowsMissing).toBe(0);
    expect(pasted.statedTotals).toMatchObject([{ pasted: 5_000_000n, computed: null, difference: null }]);
    expect(
      paste(sheet, named, 'Giám sát, đánh giá\t6.150\r\nKinh phí các dự án 01 năm\t-\r\n', options)
        .statedTotals,
    ).toEqual([]);
  });

  test('rows of different length are to be confirmed; what is missing stays as it was', () => {
    const pasted = paste(SHEET, rectAt(SHEET, 'DA3-TDA1', '2023.central.investment'), '1\t2\r\n3\r\n');
    expect(pasted.asks).toEqual(['ragged']);
    const plan = made(SHEET.plan, pasted.change);
    expect(shown(SHEET, plan, 'DA3-TDA2', SN)).toBe('2.375');
    expect(pasted.preview(1, 1)).toEqual({ kind: 'kept' });
  });

  test('years that the source does not fund are named, and funded where the officer says so', () => {
    const target = rectAt(SHEET, 'DA3-TDA1', '2022.local.recurrent');
    const open = paste(SHEET, target, '5');
    expect(open).toMatchObject({
      asks: ['unfunded'],
      change: null,
      unfunded: [{ source: 'local', sourceName: 'Ngân sách địa phương', years: [2022] }],
    });
    const plan = planWith(SHEET, target, '5', { fundYears: true });
    expect(plan.sources.find((source) => source.id === sourceId('local'))?.years).toEqual([
      2022, 2023, 2024, 2025,
    ]);
    expect(shown(SHEET, plan, 'DA3-TDA1', '2022.local.recurrent')).toBe('5');
    // Zero needs no funding.
    expect(paste(SHEET, target, '-')).toMatchObject({ asks: [], unfunded: [] });
  });

  test('amounts a thousand times the plan look like another unit', () => {
    const target = rectAt(SHEET, 'DA3-TDA1', SN);
    expect(paste(SHEET, target, '209600000').asks).toEqual(['unit']);
    expect(paste(SHEET, target, '209599999').asks).toEqual([]);
    expect(paste(SHEET, target, '209600000', { unit: 'nghin' }).asks).toEqual([]);
    const empty = sheetOf({ ...vinhLongPlan(), amounts: new Map() });
    expect(paste(empty, target, '1000000000').asks).toEqual(['unit']);
    expect(paste(empty, target, '999999999').asks).toEqual([]);
  });

  test('a sign of the đồng is to be confirmed', () => {
    const pasted = paste(SHEET, rectAt(SHEET, 'DA3-TDA1', SN), '1.500.000.000 ₫');
    expect(pasted.asks).toEqual(['currency']);
    expect(shown(SHEET, made(SHEET.plan, pasted.change), 'DA3-TDA1', SN)).toBe('1.500');
  });

  test('an amount that leaves the range by being added', () => {
    const target = rectAt(SHEET, 'DA3-TDA1', SN);
    const pasted = paste(SHEET, target, '9000000000000', { operation: 'add' });
    expect(pasted).toMatchObject({ change: null, problems: [{ refusal: { code: 'amount.outOfRange' } }] });
  });

  test('a text longer than its cell takes', () => {
    const pasted = paste(SHEET, rectAt(SHEET, 'DA3-TDA1', 'ordinal'), 'x'.repeat(81));
    expect(pasted.problems).toMatchObject([
      { refusal: { code: 'paste.textTooLong', params: { limit: 80 } } },
    ]);
  });

  test('many problems are counted, the first are named', () => {
    const pasted = paste(SHEET, rectAt(SHEET, 'DA2', 'period.total'), `${'x\t'.repeat(39)}\r\n`.repeat(13));
    expect(pasted.problems).toHaveLength(100);
    expect(pasted.problemCount).toBe(39 * 13);
  });
});

describe('rows beyond the last one', () => {
  const LAST = rectAt(SHEET, 'DA7-TDA2', 'ordinal');

  test('are asked about, then added beside the last row with what the block says of them', () => {
    const text = '5.2\tGiám sát, đánh giá\r\n5.3\tKiểm tra\r\n*\tTổng kết\r\n';
    expect(paste(SHEET, LAST, text)).toMatchObject({ asks: ['rows'], rowsMissing: 2, change: null });
    const pasted = paste(SHEET, LAST, text, { addRows: true });
    expect(pasted.asks).toEqual([]);
    expect(pasted.rect).toMatchObject({ top: LAST.top, bottom: LAST.top + 2 });
    const plan = made(SHEET.plan, pasted.change);
    expect(plan.rows.slice(-2)).toMatchObject([
      { id: 'pasted-1', parent: 'DA7', code: 'DA7-TDA3', ordinal: null, name: 'Kiểm tra' },
      { id: 'pasted-2', parent: 'DA7', code: 'DA7-TDA4', ordinal: '*', name: 'Tổng kết' },
    ]);
  });

  test('take the amounts of the block, and a name where it has none; blank ones are none', () => {
    const target = rectAt(SHEET, 'DA7-TDA2', SN);
    const pasted = paste(SHEET, target, '1,5\r\n2,5\r\n\r\n3,5\r\n\r\n', { addRows: true });
    expect(pasted).toMatchObject({ rowsMissing: 2, problemCount: 0, asks: [] });
    const plan = made(SHEET.plan, pasted.change);
    expect(plan.rows.at(-1)?.name).toBe('Dòng mới');
    expect(shown(SHEET, plan, 'DA7-TDA3', SN)).toBe('2,5');
    expect(shown(SHEET, plan, 'DA7-TDA4', SN)).toBe('3,5');
    expect(shown(SHEET, plan, 'total', SN)).toBe('45.032,5');
  });

  test('hold their totals against what will be computed once they are there', () => {
    const target = rectAt(SHEET, 'DA7-TDA2', '2023.central.total');
    const text = '1.500\t0\t1.500\r\n10\t4\t6\r\n';
    const options = { addRows: true, skipTotals: true, numbers: 'vi' } as const;
    expect(paste(SHEET, target, text, options)).toMatchObject({ problemCount: 0, statedTotals: [] });
  });

  test('that are the form’s own total row never become a row that counts twice', () => {
    const target = rectAt(SHEET, 'DA7-TDA2', 'name');
    const total = (name: string, amount: string) => `Giám sát, đánh giá\t6.150\r\n${name}\t${amount}\r\n`;
    const options = { skipTotals: true, addRows: true, numbers: 'vi' } as const;
    for (const name of ['Tổng cộng', 'TỔNG CỘNG:', 'Cộng']) {
      expect(paste(SHEET, target, total(name, '209.600'), options)).toMatchObject({
        rowsMissing: 0,
        statedTotals: [],
      });
    }
    const off = paste(SHEET, target, total('Tổng số', '209.601'), options);
    expect(off.statedTotals).toMatchObject([{ difference: 1_000_000n }]);
  });

  test('of a plan that has none are its first', () => {
    const empty: Plan = { ...vinhLongPlan(), rows: [], amounts: new Map() };
    const sheet = sheetOf(empty);
    const pasted = paste(sheet, { top: 0, left: 0, bottom: 0, right: 0 }, '1\tMột\r\n2\tHai\r\n', {
      addRows: true,
    });
    const plan = made(empty, pasted.change);
    expect(plan.rows.map(({ code, name }) => `${code} ${name}`)).toEqual(['DA1 Một', 'DA2 Hai']);
  });

  test('are never thousands at once', () => {
    const pasted = paste(SHEET, LAST, 'x\r\n'.repeat(2_002));
    expect(pasted.problems).toMatchObject([{ refusal: { code: 'paste.tooManyRows' } }]);
  });
});

describe('any block on any plan', () => {
  const cell = fc.constantFrom(
    '',
    '-',
    '0',
    '5',
    '12,5',
    '1.500',
    '(3)',
    'x',
    '####',
    '1.000 ₫',
    '2,5 tỷ',
    '1,234.5',
  );
  const block = fc.array(fc.array(cell, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 5 });
  const options = fc.record({
    numbers: fc.constantFrom(null, 'vi', 'en'),
    unit: fc.constantFrom('trieu', 'ty'),
    operation: fc.constantFrom('set', 'add', 'subtract'),
    skipBlanks: fc.boolean(),
    skipTotals: fc.boolean(),
    addRows: fc.boolean(),
    fundYears: fc.boolean(),
  } as const);
  const corner = fc.tuple(fc.nat(12), fc.nat(60), fc.nat(3), fc.nat(3));

  test('is a change that can be made and taken back, or reasons; and shows what it said it would', () => {
    fc.assert(
      fc.property(
        arbitraryPlan(),
        fc.constantFrom('F1', 'F2'),
        corner,
        block,
        options,
        (plan, form, [row, column, down, across], rows, chosen) => {
          const sheet = sheetOf(plan, form);
          const top = row % sheet.lines.length;
          const left = column % sheet.columns.length;
          const target = { top, left, bottom: top + down, right: left + across };
          const pasted = paste(
            sheet,
            target,
            rows.map((cells) => `${cells.join('\t')}\r\n`).join(''),
            chosen,
          );
          if (pasted.problemCount > 0) expect(pasted.change).toBeNull();
          if (pasted.convention.used === null) expect(pasted.change).toBeNull();
          if (pasted.change === null) return;
          const result = sheetOf(made(plan, pasted.change), form);
          totalsOf(result.plan);
          if (pasted.rowsMissing > 0) return;
          for (let at = 0; at <= pasted.rect.bottom - pasted.rect.top; at += 1) {
            for (let place = 0; place <= pasted.rect.right - pasted.rect.left; place += 1) {
              const line = result.lines[pasted.rect.top + at];
              const shownColumn = result.columns[pasted.rect.left + place];
              const said = pasted.preview(at, place);
              if (!line || !shownColumn || said.kind === 'kept' || said.kind === 'total') continue;
              const cellNow = { line, column: shownColumn };
              expect(lockedBecause(cellNow)).toBeNull();
              if (said.kind === 'text') expect(cellText(result, cellNow)).toBe(said.text);
              if (said.kind === 'amount' && said.amount === 0n)
                expect(['', '-', '≠']).toContain(cellText(result, cellNow));
              else if (said.kind === 'amount') expect(['', '-']).not.toContain(cellText(result, cellNow));
            }
          }
          expect(plain(sheet.plan)).toEqual(plain(plan));
        },
      ),
      { numRuns: 400 },
    );
  });
});
