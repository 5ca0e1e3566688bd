import { describe, expect, it } from 'vitest';
import { acceptable } from '../../../shared/intake/acceptable.ts';
import type { Draft } from '../../../shared/intake/draft.ts';
import { IDENTITY_SHEET } from '../../../shared/intake/identity-sheet.ts';
import { type OwnReading, readOwnWorkbook } from '../../../shared/intake/read-own-workbook.ts';
import { dong } from '../../../shared/money/dong.ts';
import { rowId, sourceId, year } from '../../../shared/plan/ids.ts';
import { leafKey } from '../../../shared/plan/plan.ts';
import type { Refusal, Result } from '../../../shared/refusal.ts';
import { must, vinhLongPlan } from '../../shared/plan/sample-plan.ts';
import { exported, number, shifted, text, typed } from './sheet-edits.ts';

// On F1 of the sample the rows stand in 7 to 19, the totals in 20 and 21; C to F are the period, G to J one year,
// K to M NSTW, N to P NSĐP, Q other. Row 9 is 2.1.
const plan = vinhLongPlan();

function own(read: Result<OwnReading> | null): Draft {
  if (!read) throw new Error('the hidden sheet is gone');
  return must(read).draft;
}

function importRefusal(draft: Draft): Refusal | null {
  const accepted = acceptable({ questions: [], draft });
  return accepted.ok ? null : accepted.refusal;
}

describe('a workbook that was changed in Excel before it came back', () => {
  it('takes a typed amount for every year that the source funds', async () => {
    const book = typed(await exported(plan, 'F1'), 'F1', 'M9', number(6500));
    const { plan: read } = own(readOwnWorkbook(book));
    const amounts = read.amounts.get(rowId('DA3-TDA1'));
    for (const at of [2022, 2023, 2024, 2025]) {
      expect(amounts?.get(leafKey(year(at), sourceId('central'), 'recurrent'))).toBe(6_500_000_000n);
    }
  });

  it('says by how much each printed total is off: ours minus stated, at its address', async () => {
    const book = typed(await exported(plan, 'F1'), 'F1', 'C21', number(209_780));
    const { issues, plan: read } = own(readOwnWorkbook(book));
    expect(issues).toMatchObject([
      {
        code: 'workbook.totalDiffers',
        severity: 'warning',
        sheet: 'F1',
        cell: 'C21',
        difference: dong(-180_000_000n),
        params: { stated: '209.780', ours: '209.600', difference: '-180' },
      },
    ]);
    expect(read).toEqual(plan);
  });

  it('finds a difference of a single đồng in the largest total', async () => {
    const book = typed(await exported(plan, 'F1'), 'F1', 'C21', number(209_600.000001));
    const { issues } = own(readOwnWorkbook(book));
    expect(issues.map((issue) => [issue.cell, issue.difference])).toEqual([['C21', -1n]]);
  });

  it('reads amounts that were typed as text, the Vietnamese way', async () => {
    const f1 = await exported(plan, 'F1');
    const book = typed(typed(f1, 'F1', 'M9', text('6.250,5')), 'F1', 'Q9', text(' - '));
    const { plan: read } = own(readOwnWorkbook(book));
    const amounts = read.amounts.get(rowId('DA3-TDA1'));
    expect(amounts?.get(leafKey(year(2022), sourceId('central'), 'recurrent'))).toBe(6_250_500_000n);
    expect(amounts?.has(leafKey(year(2022), sourceId('other'), 'none'))).toBe(false);
  });

  it('names every cell that holds no amount, and is then not imported', async () => {
    let book = await exported(plan, 'F1');
    book = typed(book, 'F1', 'M9', text('1.50'));
    book = typed(book, 'F1', 'M10', { kind: 'error', error: '#REF!' });
    book = typed(book, 'F1', 'P10', { kind: 'date' });
    book = typed(book, 'F1', 'Q10', number(0.00000049));
    book = typed(book, 'F1', 'L10', { kind: 'unknown' });
    const draft = own(readOwnWorkbook(book));
    const errors = draft.issues.filter((issue) => issue.severity === 'error');
    expect(errors.map((issue) => [issue.cell, issue.code])).toEqual([
      ['M9', 'amount.dotIsThousands'],
      ['L10', 'workbook.cellHasNoResult'],
      ['M10', 'workbook.cellIsError'],
      ['P10', 'workbook.cellIsNoAmount'],
      ['Q10', 'amount.finerThanDong'],
    ]);
    expect(importRefusal(draft)).toEqual({
      code: 'workbook.unreadableCells',
      params: { count: 5, cells: 'M9, L10, M10, P10, Q10' },
    });
  });

  it('takes over a printed number, name, note, title and decision, and says so', async () => {
    let book = await exported(plan, 'F2');
    const noteColumn = 'AQ';
    book = typed(book, 'F2', 'A10', text('2a'));
    book = typed(book, 'F2', 'B10', text('Hỗ trợ nông nghiệp'));
    book = typed(book, 'F2', `${noteColumn}10`, text('Sở NN&MT'));
    book = typed(book, 'F2', 'C2', text('KINH PHÍ ĐIỀU CHỈNH'));
    book = typed(book, 'F2', 'C3', text('(Kèm theo Quyết định số 2)'));
    const draft = own(readOwnWorkbook(book));
    const row = draft.plan.rows.find((one) => one.code === 'DA3-TDA1');
    expect(row).toMatchObject({ ordinal: '2a', name: 'Hỗ trợ nông nghiệp', note: 'Sở NN&MT' });
    expect(draft.plan.header.title).toBe('KINH PHÍ ĐIỀU CHỈNH');
    expect(draft.plan.header.decision).toBe('Kèm theo Quyết định số 2');
    expect(draft.issues.map((issue) => [issue.code, issue.severity, issue.cell])).toEqual([
      ['workbook.titleChanged', 'information', 'C2'],
      ['workbook.decisionChanged', 'information', 'C3'],
      ['workbook.ordinalChanged', 'information', 'A10'],
      ['workbook.rowRenamed', 'information', 'B10'],
      ['workbook.noteChanged', 'information', `${noteColumn}10`],
    ]);
  });

  it('follows its block when rows were inserted above the appendix', async () => {
    const draft = own(readOwnWorkbook(shifted(await exported(plan, 'F1'), 'F1', 1, 3)));
    expect(draft.plan).toEqual(plan);
    expect(draft.issues).toEqual([]);
  });

  it('refuses an inserted, a deleted and a moved row by name', async () => {
    const book = await exported(plan, 'F1');
    const inserted = typed(shifted(book, 'F1', 9, 1), 'F1', 'B9', text('Dòng mới'));
    expect(readOwnWorkbook(inserted)).toMatchObject({
      refusal: { code: 'workbook.rowsChanged', params: { missing: '-', extra: 'Dòng mới' } },
    });
    const deleted = shifted(book, 'F1', 11, -1);
    expect(readOwnWorkbook(deleted)).toMatchObject({
      refusal: { code: 'workbook.rowsChanged', params: { missing: '2.2 Cải thiện dinh dưỡng', extra: '-' } },
    });
    let swapped = typed(typed(book, 'F1', 'A9', text('2.2')), 'F1', 'B9', text('Cải thiện dinh dưỡng'));
    swapped = typed(swapped, 'F1', 'A10', text('2.1'));
    swapped = typed(swapped, 'F1', 'B10', text('Hỗ trợ phát triển sản xuất trong lĩnh vực nông nghiệp'));
    expect(readOwnWorkbook(swapped)).toMatchObject({ refusal: { code: 'workbook.rowsMoved' } });
  });

  it('refuses columns that were added, and another unit than that of the export', async () => {
    const book = await exported(plan, 'F1');
    const names = new Map(book.names);
    const block = names.get('so_lieu_F1');
    if (block) names.set('so_lieu_F1', { ...block, right: block.right + 1 });
    expect(readOwnWorkbook({ ...book, names })).toMatchObject({
      refusal: { code: 'workbook.columnsChanged', params: { expected: 15, found: 16 } },
    });
    expect(readOwnWorkbook(typed(book, 'F1', 'A4', text('Đơn vị tính: Đồng')))).toMatchObject({
      refusal: { code: 'workbook.unitChanged', params: { printed: 'Đơn vị tính: Đồng', unit: 'triệu đồng' } },
    });
  });

  it('warns of a heading that names its column otherwise', async () => {
    const book = typed(await exported(plan, 'F1'), 'F1', 'M6', text('Thường xuyên'));
    expect(own(readOwnWorkbook(book)).issues).toMatchObject([
      {
        code: 'workbook.headingChanged',
        severity: 'warning',
        params: { before: 'SN', after: 'Thường xuyên' },
      },
    ]);
  });

  it('keeps an amount in a year that its source does not fund, and warns', async () => {
    // On F2 the local budget of 2022 stands in O to Q.
    const book = typed(await exported(plan, 'F2'), 'F2', 'Q10', number(12));
    const draft = own(readOwnWorkbook(book));
    const amounts = draft.plan.amounts.get(rowId('DA3-TDA1'));
    expect(amounts?.get(leafKey(year(2022), sourceId('local'), 'recurrent'))).toBe(12_000_000n);
    expect(draft.issues[0]).toMatchObject({
      code: 'workbook.unfundedAmount',
      severity: 'warning',
      cell: 'Q10',
    });
  });

  it('refuses a workbook with a damaged hidden sheet, or from a newer planner', async () => {
    const book = await exported(plan, 'F1');
    const shown = book.sheets.filter((sheet) => !sheet.hidden);
    expect(readOwnWorkbook({ ...book, sheets: shown })).toBeNull();
    expect(readOwnWorkbook(typed(book, IDENTITY_SHEET, 'B3', text('F9')))).toMatchObject({
      refusal: { code: 'workbook.identityDamaged' },
    });
    expect(readOwnWorkbook(typed(book, IDENTITY_SHEET, 'C2', number(3)))).toMatchObject({
      refusal: { code: 'workbook.newerVersion', params: { version: '3' } },
    });
  });
});
