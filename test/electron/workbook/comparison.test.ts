import exceljs from 'exceljs';
import { describe, expect, test } from 'vitest';
import { excelWorkbooks } from '../../../electron/workbook/excel.ts';
import type { Compared } from '../../../shared/api/comparing.ts';
import { dong } from '../../../shared/money/dong.ts';
import { applyEdits } from '../../../shared/plan/edit/apply.ts';
import type { PlanEdit } from '../../../shared/plan/edit/edit.ts';
import { rowId, sourceId, year } from '../../../shared/plan/ids.ts';
import type { Plan } from '../../../shared/plan/plan.ts';
import { compare } from '../../../shared/reconcile/compare.ts';
import { must, totalsOf, vinhLongPlan } from '../../shared/plan/sample-plan.ts';

const sample = vinhLongPlan();
const moment = (plan: Plan) => ({ plan, totals: totalsOf(plan) });
const compared = (...edits: PlanEdit[]): Compared => ({
  before: { code: 'compare.revision', params: { title: 'Phụ lục', label: 'Trình lần 1' } },
  after: { code: 'compare.now', params: { title: '=Phụ lục' } },
  unit: 'trieu',
  comparison: compare(
    moment(sample),
    moment(edits.length === 0 ? sample : must(applyEdits(sample, edits)).plan),
  ),
});
const amountOf = (row: string, amount: bigint): PlanEdit => ({
  kind: 'setAmounts',
  amounts: [
    {
      row: rowId(row),
      year: year(2023),
      source: sourceId('central'),
      capital: 'recurrent',
      amount: dong(amount),
    },
  ],
  unfunded: 'keep',
});

async function sheetOf(wanted: Compared): Promise<exceljs.Worksheet> {
  const bytes = must(await excelWorkbooks.writeComparison(wanted));
  const book = await new exceljs.Workbook().xlsx.load(bytes.buffer);
  const [sheet] = book.worksheets;
  if (!sheet) throw new Error('a workbook without a sheet');
  return sheet;
}

/** The lines under the table's heading, as they are seen. */
function linesOf(sheet: exceljs.Worksheet): { at: number; texts: string[] }[] {
  const lines: { at: number; texts: string[] }[] = [];
  let head = 0;
  sheet.eachRow((row, at) => {
    const texts = Array.from({ length: 10 }, (_, column) => row.getCell(column + 1).text);
    if (texts[0] === 'TT') head = at;
    else if (head > 0) lines.push({ at, texts });
  });
  return lines;
}

describe('a comparison as a workbook', () => {
  test('has a line for every detailed amount, its difference a live formula, and the totals last', async () => {
    const sheet = await sheetOf(compared(amountOf('DA3-TDA1', 6_500_000_001n)));
    const lines = linesOf(sheet);
    expect(lines.map(({ texts }) => texts.slice(0, 7).join('|'))).toEqual([
      '2.1|DA3-TDA1|Hỗ trợ phát triển sản xuất trong lĩnh vực nông nghiệp|Đổi số tiền|NSTW|SN|Năm 2023',
      '||Tổng cộng||Tổng số||Tổng giai đoạn 2022 - 2025',
      '||Tổng cộng||Tổng số||Năm 2023',
    ]);
    const [first] = lines;
    const cell = sheet.getCell(`J${first?.at}`);
    expect(cell.formula).toBe(`I${first?.at}-H${first?.at}`);
    expect(cell.result).toBe(250.000001);
    expect(sheet.getCell(`H${first?.at}`).value).toBe(6_250);
  });

  test('says which two are compared and what the columns mean; a text that begins with = stays one', async () => {
    const sheet = await sheetOf(compared(amountOf('DA2', 1n)));
    expect(sheet.getCell('A1').text).toBe('BẢNG SO SÁNH SỐ LIỆU');
    expect(sheet.getCell('A2').text).toBe('Trước: Phụ lục (phiên bản “Trình lần 1”)');
    expect(sheet.getCell('A3').text).toBe('Sau: =Phụ lục (hiện tại)');
    expect(sheet.getCell('A4').text).toContain('Chênh lệch = Sau − Trước');
    expect(sheet.pageSetup).toMatchObject({ orientation: 'landscape', fitToWidth: 1, paperSize: 9 });
    const [head] = linesOf(sheet);
    expect(sheet.pageSetup.printTitlesRow).toBe(`${(head?.at ?? 0) - 1}:${(head?.at ?? 0) - 1}`);
  });

  test('tells of rows that were added, removed, moved and renamed', async () => {
    const [model] = sample.rows;
    if (!model) throw new Error('the sample has rows');
    const row = { ...model, id: rowId('mới'), code: 'DA9', name: 'Dự án mới' };
    const sheet = await sheetOf(
      compared(
        {
          kind: 'insertRows',
          parent: null,
          index: 0,
          rows: [{ row, amounts: [] }],
          takesParentAmounts: null,
        },
        { kind: 'removeRows', row: rowId('DA6-TDA2'), givesParentAmounts: null },
        { kind: 'moveRow', row: rowId('DA7'), parent: null, index: 1 },
        { kind: 'updateRow', row: rowId('DA2'), patch: { name: 'Tên mới' } },
      ),
    );
    const said = new Map(linesOf(sheet).map(({ texts }) => [`${texts[1]} ${texts[3]}`, texts]));
    expect([...said.keys()].filter((text) => !text.includes('tiền') && text.trim() !== '')).toEqual([
      'DA9 Thêm dòng',
      'DA7 Chuyển chỗ: từ vị trí 5 sang vị trí 2',
      'DA2 Đổi tên, trước là “Đa dạng hóa sinh kế, phát triển mô hình giảm nghèo”',
      'DA6-TDA2 Bỏ dòng',
    ]);
    const removed = [...said.values()].find((texts) => texts[3] === 'Số tiền của dòng bỏ');
    expect(removed?.[8]).toBe('');
  });

  test('says so where there is nothing to tell', async () => {
    const sheet = await sheetOf(compared());
    expect(sheet.getCell('A6').text).toBe('Hai bản không có gì khác nhau.');
    expect(linesOf(sheet)).toEqual([]);
  });

  test('is refused where Excel would get the last digits wrong', async () => {
    const refused = await excelWorkbooks.writeComparison(compared(amountOf('DA2', 1_234_567_890_123_456n)));
    expect(refused).toMatchObject({ refusal: { code: 'compare.tooManyDigits' } });
  });
});
