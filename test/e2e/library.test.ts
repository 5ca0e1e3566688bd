import { writeFileSync } from 'node:fs';
import path from 'node:path';
import exceljs from 'exceljs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Office } from './office.ts';
import { Sheet } from './sheet.ts';

/** An appendix of one year as another office typed it, without its unit line. */
async function writeForeign(file: string): Promise<void> {
  const book = new exceljs.Workbook();
  const sheet = book.addWorksheet('Biểu 1');
  sheet.addRows([
    ['KINH PHÍ THỰC HIỆN NĂM 2024'],
    [],
    ['STT', 'Danh mục', 'Tổng cộng', 'Ngân sách TW', '', 'Ngân sách ĐP', '', 'Nguồn khác'],
    ['', '', '', 'Đầu tư', 'Sự nghiệp', 'Đầu tư', 'Sự nghiệp', ''],
    ['I', 'Chi nhánh đường thôn Một', 1500, 1000, 500, '-', '-', '-'],
    ['II', 'Chi nhánh đường thôn Hai', 1750, 0, 1250, 250, 0, 250],
    ['', 'Tổng cộng', 3250, 1000, 1750, 250, 0, 250],
  ]);
  for (const range of ['A3:A4', 'B3:B4', 'C3:C4', 'D3:E3', 'F3:G3', 'H3:H4']) sheet.mergeCells(range);
  await book.xlsx.writeFile(file);
}

describe('the library', () => {
  const office = Office.open();
  let page: Page;
  beforeAll(async () => {
    page = await office.start();
    const sheet = await office.openSample(page);
    await sheet.button('Thư viện').click();
    await page.locator('.library-list').waitFor();
  });
  afterAll(async () => {
    await office.leave();
  });
  const titles = () => page.locator('.library-list tbody a').allInnerTexts();
  const act = async (title: RegExp, action: string) => {
    await page.getByRole('row', { name: title }).getByRole('button').click();
    await page.getByRole('menuitem', { name: action }).click();
  };

  it('lists programme, period, total and the last change', async () => {
    const row = await page.locator('.library-list tbody tr').innerText();
    expect(row).toContain('2022 - 2025');
    expect(row).toContain('209.600');
    expect(row).toContain('Giảm nghèo bền vững'.toLowerCase().slice(5));
  });

  it('finds without diacritics', async () => {
    await page.getByLabel('Tìm phụ lục (không cần dấu)').fill('giam ngheo ben vung');
    expect(await titles()).toHaveLength(1);
    await page.getByLabel('Tìm phụ lục (không cần dấu)').fill('không có');
    await page.getByText('Không có phụ lục nào khớp “không có”').waitFor();
    await page.getByLabel('Tìm phụ lục (không cần dấu)').fill('');
  });

  it('renames, duplicates, and deletes with a way back', async () => {
    await act(/KINH PHÍ/, 'Đổi tên');
    await page.getByRole('dialog').getByLabel('Tên phụ lục').fill('Phụ lục của tôi');
    await page.getByRole('dialog').getByRole('button', { name: 'Lưu' }).click();
    await expect.poll(titles).toEqual(['Phụ lục của tôi']);
    await act(/Phụ lục của tôi/, 'Nhân bản');
    await expect
      .poll(async () => (await titles()).toSorted())
      .toEqual(['Phụ lục của tôi', 'Phụ lục của tôi (bản sao)']);
    await act(/bản sao/, 'Xóa');
    await expect.poll(titles).toEqual(['Phụ lục của tôi']);
    await page.getByRole('button', { name: 'Hoàn tác' }).click();
    await expect.poll(async () => (await titles()).length).toBe(2);
  });

  it('says what is wrong with a file that is no workbook, and keeps nothing of it', async () => {
    const file = path.join(office.library, 'khong-phai.xlsx');
    writeFileSync(file, 'đây không phải là một tệp Excel');
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('button', { name: 'Nhập từ Excel' }).click(),
    ]);
    await chooser.setFiles(file);
    await page
      .getByText(/khong-phai\.xlsx/)
      .first()
      .waitFor();
    expect(await titles()).toHaveLength(2);
  });

  it('asks for the unit that a workbook of another office does not state, and reads it then', async () => {
    const file = path.join(office.library, 'huyen-gui.xlsx');
    await writeForeign(file);
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('button', { name: 'Nhập từ Excel' }).click(),
    ]);
    await chooser.setFiles(file);
    const dialog = page.getByRole('dialog');
    const unit = dialog.getByLabel(/không ghi đơn vị tính/);
    await unit.waitFor();
    expect(await dialog.getByRole('button', { name: 'Tạo phụ lục' }).isDisabled()).toBe(true);
    await unit.selectOption('nghìn đồng');
    await dialog.getByText('Mọi số tổng trong tệp khớp với số chi tiết.').waitFor();
    await dialog.getByRole('button', { name: 'Tạo phụ lục' }).click();
    const sheet = await Sheet.on(page);
    await expect.poll(() => sheet.words()).toContain('Tổng kinh phí: 3.250.000 đồng');
    await sheet.button('Thư viện').click();
    await expect.poll(titles).toContain('KINH PHÍ THỰC HIỆN NĂM 2024');
    await act(/NĂM 2024/, 'Xóa');
    await expect.poll(async () => (await titles()).length).toBe(2);
  });

  it('speaks English where that is chosen', async () => {
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('button', { name: 'New appendix' }).waitFor();
    await page.getByRole('button', { name: 'Tiếng Việt' }).click();
    await page.getByRole('link', { name: 'Phụ lục của tôi', exact: true }).click();
    await Sheet.on(page);
    expect(office.complaints).toEqual([]);
    expect(office.strayRequests).toEqual([]);
  });
});
