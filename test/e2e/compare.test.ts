import { readFileSync } from 'node:fs';
import exceljs from 'exceljs';
import type { Download, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { barriers } from './axe.ts';
import { Office } from './office.ts';
import type { Sheet } from './sheet.ts';

const office = Office.open();
let page: Page;
let sheet: Sheet;
beforeAll(async () => {
  page = await office.start();
  sheet = await office.openSample(page);
});
afterAll(async () => {
  await office.leave();
});

const panel = (): Locator => page.getByRole('complementary', { name: 'So sánh' });
const amounts = (): Locator => panel().getByRole('table');
const group = (name: string): Locator =>
  panel()
    .getByRole('group')
    .filter({ has: page.locator('summary', { hasText: name }) });
/** The lines of the table of amounts: where, before, after, difference. */
const lines = async (): Promise<string[]> =>
  (await amounts().getByRole('row').allInnerTexts()).map((text) => text.replaceAll(/\s+/g, ' ').trim());

async function revise(label: string): Promise<void> {
  await page.getByRole('button', { name: 'Phụ lục', exact: true }).click();
  await page.getByRole('menuitem', { name: /Lưu thành phiên bản/ }).click();
  await page.getByLabel('Tên phiên bản').fill(label);
  await page.getByRole('button', { name: 'Lưu', exact: true }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}

async function saved(name: string): Promise<Download> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    panel().getByRole('button', { name }).click(),
  ]);
  return download;
}

describe('the panel that compares', () => {
  it('says what to do while there is nothing to compare with', async () => {
    await sheet.press('Control+Shift+3');
    await panel().getByText('Hãy chọn bản để so').waitFor();
  });

  it('holds the plan against its latest revision: alike first, then the amount that was typed and its totals', async () => {
    await revise('Trình lần 1');
    await panel().getByText('Hai bản không có gì khác nhau.').waitFor();
    await sheet.enter('2.1', 'central.recurrent', '6.500');
    await amounts().waitFor();
    await expect.poll(lines).toContain('Năm 2023 › NSTW › SN 6.250 6.500 +250');
    expect(await lines()).toContain('Tổng giai đoạn 2022 - 2025 › Tổng số 209.600 210.600 +1.000');
    expect(await sheet.focus()).not.toBe('elsewhere');
  });

  it('leads from an amount to its cell, by mouse and by keyboard', async () => {
    const link = amounts().getByRole('button', { name: 'Năm 2023 › NSTW › SN' });
    await link.click();
    await expect.poll(() => sheet.focus()).toBe('2 central.recurrent');
    await sheet.click('1', 'name');
    await link.focus();
    await sheet.press('Enter');
    await expect.poll(() => sheet.focus()).toBe('2 central.recurrent');
    await sheet.form('F2');
    await link.click();
    await expect.poll(() => sheet.focus()).toBe('2 2023.central.recurrent');
    await sheet.form('F1');
  });

  it('tells of rows: one that was added and one that was renamed', async () => {
    await sheet.enter('1', 'name', 'Đa dạng hóa sinh kế');
    await sheet.press('Alt+Insert');
    await group('Dòng đổi tên hoặc mã').getByRole('button', { name: '1 Đa dạng hóa sinh kế' }).waitFor();
    await group('Dòng thêm').getByRole('listitem').waitFor();
    await expect.poll(() => group('Dòng thêm').getByRole('listitem').count()).toBe(1);
    await sheet.press('F6', 'Control+z', 'Control+z');
    await group('Dòng thêm').waitFor({ state: 'detached' });
  });

  it('goes out as a table of changes and as F5', async () => {
    const changes = await new exceljs.Workbook().xlsx.readFile(
      await (await saved('Xuất bảng so sánh')).path(),
    );
    const table = changes.getWorksheet('So sánh');
    const texts: string[] = [];
    table?.eachRow((row) => texts.push([2, 4, 7, 8, 9, 10].map((at) => row.getCell(at).text).join('|')));
    expect(texts).toContain('DA3-TDA1|Đổi số tiền|Năm 2023|6250|6500|250');
    const f5 = await saved('Xuất F5');
    expect(f5.suggestedFilename()).toMatch(/ - F5\.xlsx$/);
    const book = await new exceljs.Workbook().xlsx.readFile(await f5.path());
    expect(book.getWorksheet('F5')?.getCell('H7').text).not.toBe('');
  });

  it('holds the plan against a workbook from the disk', async () => {
    const [download] = await Promise.all([page.waitForEvent('download'), sheet.press('Control+e')]);
    const file = { name: 'bản gửi.xlsx', mimeType: '', buffer: readFileSync(await download.path()) };
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      panel().getByLabel('Trước').selectOption({ label: 'Chọn tệp Excel hoặc JSON…' }),
    ]);
    await chooser.setFiles(file);
    await panel().getByText('Hai bản không có gì khác nhau.').waitFor();
    await sheet.enter('2.1', 'central.recurrent', '6.250');
    await expect.poll(lines).toContain('Năm 2023 › NSTW › SN 6.500 6.250 -250');
    await panel().getByRole('button', { name: 'Đổi chỗ hai bản' }).click();
    await expect.poll(lines).toContain('Năm 2023 › NSTW › SN 6.250 6.500 +250');
  });

  it('meets no barrier', async () => {
    expect(await barriers(page)).toEqual([]);
  });

  it('speaks English', async () => {
    await sheet.click('1', 'name');
    await sheet.press('Alt+l');
    await page.getByRole('complementary', { name: 'Compare' }).getByText('Amounts changed').waitFor();
  });
});

it('nothing was complained of', () => {
  expect(office.complaints).toEqual([]);
  expect(office.strayRequests).toEqual([]);
});
