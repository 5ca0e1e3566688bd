import path from 'node:path';
import exceljs from 'exceljs';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { barriers } from './axe.ts';
import { Office } from './office.ts';
import { Sheet } from './sheet.ts';

type Line = readonly (string | number)[];

const HEADING: readonly Line[] = [
  ['STT', 'Danh mục', 'Tổng cộng', 'Ngân sách TW', '', 'Ngân sách ĐP', '', 'Nguồn khác', 'Quỹ riêng'],
  ['', '', '', 'Đầu tư', 'Sự nghiệp', 'Đầu tư', 'Sự nghiệp', '', ''],
];

/** A district's sheet of one year, in triệu, as it types it. */
async function writeSheet(file: string, rows: readonly Line[]): Promise<string> {
  const book = new exceljs.Workbook();
  const sheet = book.addWorksheet('Biểu 1');
  sheet.addRows(
    [['KINH PHÍ THỰC HIỆN NĂM 2024'], ['Đơn vị tính: triệu đồng'], ...HEADING, ...rows].map((row) => [
      ...row,
    ]),
  );
  for (const range of ['A3:A4', 'B3:B4', 'C3:C4', 'D3:E3', 'F3:G3', 'H3:H4', 'I3:I4'])
    sheet.mergeCells(range);
  await book.xlsx.writeFile(file);
  return file;
}

const ROWS: readonly Line[] = [
  ['1', 'Truyền thông và giảm nghèo về thông tin', 400, 0, 300, 0, 0, 0, 100],
  ['2', 'Nhà văn hóa thôn Một', 250, 0, 250, 0, 0, 0, 0],
  ['', 'Tổng cộng', 650, 0, 550, 0, 0, 0, 100],
];

describe('a workbook of another office beside what was understood of it', () => {
  const office = Office.open();
  let page: Page;
  let dialog: Locator;
  beforeAll(async () => {
    page = await office.start();
    dialog = page.getByRole('dialog');
  });
  afterAll(async () => {
    await office.leave();
  });

  const choose = async (button: string, ...files: string[]): Promise<void> => {
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('button', { name: button }).first().click(),
    ]);
    await chooser.setFiles(files);
    await dialog.waitFor();
  };
  const correct = async (column: string, label: string): Promise<void> => {
    // A list of all columns is made when the keyboard or the mouse comes to it.
    await dialog.getByLabel(`Cột ${column} là`).focus();
    await dialog.getByLabel(`Cột ${column} là`).selectOption({ label });
  };
  const inFile = (name: string): string => path.join(office.library, name);

  it('has a column corrected, which is remembered for the next file with the same heading', async () => {
    const first = await writeSheet(inFile('xa-mot.xlsx'), ROWS);
    await choose('Nhập từ Excel', first);
    await dialog.getByText(/Cột “Quỹ riêng” không có trong biểu nào/).waitFor();
    // The file's totals count that column: left out, they do not hold.
    await dialog.getByText(/ghi 400, cộng từ chi tiết được 300/).waitFor();
    await correct('I', 'Kinh phí năm 2024 › NSĐP › SN');
    await correct('G', 'Bỏ qua');
    await dialog.getByText('Mọi số tổng trong tệp khớp với số chi tiết.').waitFor();
    expect(await barriers(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Tạo phụ lục' }).click();
    const sheet = await Sheet.on(page);
    await expect.poll(() => sheet.words()).toContain('Tổng kinh phí: 650.000.000 đồng');
    await sheet.button('Thư viện').click();

    const second = await writeSheet(inFile('xa-hai.xlsx'), ROWS.slice(1, 2));
    await choose('Nhập từ Excel', second);
    await dialog.getByText('Các cột được đọc như lần trước bạn đã sửa.').waitFor();
    await dialog.getByRole('button', { name: 'Hủy' }).click();
  });

  it('reads many files one after the other, each looked at', async () => {
    await choose('Nhập từ Excel', inFile('xa-mot.xlsx'), inFile('xa-hai.xlsx'));
    await dialog.getByText('(1/2)').waitFor();
    await dialog.getByRole('button', { name: 'Tạo phụ lục' }).click();
    await dialog.getByText('(2/2)').waitFor();
    await dialog.getByRole('button', { name: 'Bỏ qua tệp này' }).click();
    await dialog.waitFor({ state: 'hidden' });
    expect(await page.locator('.library-list tbody a').count()).toBe(2);
  });

  it('takes a row for another of the programme, or leaves it out', async () => {
    await choose('Nhập từ Excel', inFile('xa-mot.xlsx'));
    const row = dialog.getByLabel('Dòng 6 là');
    await row.fill('DA5');
    await row.press('Enter');
    await expect.poll(() => row.inputValue()).toBe('DA5');
    await dialog.getByRole('button', { name: 'Bỏ dòng 5' }).click();
    await dialog.getByText(/ghi 650, cộng từ chi tiết được 250/).waitFor();
    await dialog.getByRole('button', { name: 'Lấy lại dòng 5' }).click();
    await dialog.getByText('Mọi số tổng trong tệp khớp với số chi tiết.').waitFor();
    await dialog.getByRole('button', { name: 'Hủy' }).click();
  });

  it('shows what it would change in a plan that is open, and is one undo', async () => {
    const sheet = await office.freshSample(page, 'F2');
    const before = await sheet.words();
    const file = await writeSheet(inFile('xa-ba.xlsx'), [
      ['1', 'Truyền thông và giảm nghèo về thông tin', '', '', '', '', '', '', ''],
      ['1.1', 'Giảm nghèo về thông tin', 777, 0, 777, 0, 0, 0, 0],
    ]);
    await choose('Nhập số liệu từ Excel', file);
    await dialog.getByRole('heading', { name: /Sẽ thay đổi \d+ số tiền/ }).waitFor();
    expect(await barriers(page)).toEqual([]);
    const line = dialog.getByRole('row', { name: /Giảm nghèo về thông tin.*2024.*NSTW · SN/ });
    expect(await line.innerText()).toContain('777');
    await dialog.getByRole('button', { name: 'Đưa vào phụ lục này' }).click();
    await expect.poll(() => sheet.words()).not.toBe(before);
    await page.keyboard.press('Control+z');
    await expect.poll(() => sheet.words()).toBe(before);
    expect(office.complaints).toEqual([]);
  });
});
