import ExcelJS from 'exceljs';
import type { Download, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { choiceName } from '../../shared/forms/print-set.ts';
import { must } from '../shared/plan/sample-plan.ts';
import { Archive } from './archive.ts';
import { Office } from './office.ts';
import { Sheet } from './sheet.ts';

const office = Office.open();
let sheet: Sheet;
beforeAll(async () => {
  sheet = await office.openSample(await office.start());
});
afterAll(async () => {
  await office.leave();
});

const preview = () => sheet.page.getByRole('dialog', { name: 'Xem trước, in và xuất' });
const pages = () => preview().locator('iframe').contentFrame();
const editor = () => preview().getByRole('form', { name: 'Biểu riêng' });
const button = (name: string) => preview().getByRole('button', { name });
/** The forms that are printed, in their order. */
const chosen = () => preview().locator('.print-choices strong').allInnerTexts();
/** The headings of the first page's table. */
const headings = async () =>
  (await pages().locator('section').first().locator('thead').innerText()).replaceAll(/\s+/g, ' ').trim();

async function open(): Promise<void> {
  await sheet.press('Control+p');
  await ready();
}

/** The pages are of what is set up now. */
async function ready(): Promise<void> {
  await pages().locator('section').first().waitFor();
  await expect.poll(() => button('In…').getAttribute('aria-disabled')).not.toBe('true');
}

async function close(): Promise<void> {
  await button('Đóng').click();
  await preview().waitFor({ state: 'detached' });
}

async function add(name: RegExp): Promise<void> {
  await button('Thêm biểu').click();
  await sheet.page.getByRole('menuitem', { name }).click();
}

async function saved(name: string): Promise<Download> {
  const [download] = await Promise.all([sheet.page.waitForEvent('download'), button(name).click()]);
  return download;
}

async function workbook(): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(await (await saved('Xuất Excel')).path());
  return book;
}

/** The names in the second column of a sheet, those of the table's head left out. */
function namesIn(book: ExcelJS.Workbook, name: string): string[] {
  const column = book.getWorksheet(name)?.getColumn(2).values ?? [];
  const texts = column.map((value) => `${value ?? ''}`);
  return texts.slice(texts.lastIndexOf('Nội dung') + 1).filter((text) => text !== '');
}

/** What has the keyboard. */
const focused = (page: Page) =>
  page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.tagName);

describe('several forms at once', () => {
  it('stand in the order that the officer gives them by Alt+↑, the keyboard staying where it is', async () => {
    await sheet.click('2.1', 'central.recurrent');
    // The pages that come meanwhile leave the keyboard where it is at work.
    await sheet.press('Control+p');
    await add(/^F3/);
    expect(await chosen()).toEqual(['F1 · Một năm và giai đoạn', 'F3 · Nguồn vốn theo năm']);
    await button('Chuyển F3 · Nguồn vốn theo năm lên').focus();
    await sheet.press('Alt+ArrowUp');
    expect(await chosen()).toEqual(['F3 · Nguồn vốn theo năm', 'F1 · Một năm và giai đoạn']);
    await ready();
    expect(await focused(sheet.page)).toBe('Chuyển F3 · Nguồn vốn theo năm lên');
    expect(await pages().locator('section').first().innerText()).toContain('PHỤ LỤC I\n');
  });

  it('are one workbook with its contents, total rows first where that was chosen', async () => {
    await preview().getByLabel('Dòng tổng').selectOption('ở đầu biểu');
    await ready();
    const book = await workbook();
    expect(book.worksheets.filter(({ state }) => state === 'visible').map(({ name }) => name)).toEqual([
      'Mục lục',
      'F3',
      'F1',
    ]);
    expect(namesIn(book, 'F1')[0]).toBe('Kinh phí các dự án 01 năm');
  });

  it('are one PDF or Word file under both names', async () => {
    expect((await saved('Lưu PDF')).suggestedFilename()).toMatch(/ - F3, F1\.pdf$/);
    expect((await saved('Xuất Word')).suggestedFilename()).toMatch(/ - F3, F1\.docx$/);
  });

  it('are remembered with the plan, and Ctrl+E exports the form that is shown, as it is officially', async () => {
    await close();
    const [download] = await Promise.all([sheet.page.waitForEvent('download'), sheet.press('Control+e')]);
    expect(download.suggestedFilename()).toMatch(/ - F1\.xlsx$/);
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(await download.path());
    expect(namesIn(book, 'F1')[0]).toBe('Đa dạng hóa sinh kế, phát triển mô hình giảm nghèo');
    await open();
    expect(await chosen()).toEqual(['F3 · Nguồn vốn theo năm', 'F1 · Một năm và giai đoạn']);
    expect(await preview().getByLabel('Dòng tổng').inputValue()).toBe('first');
    await button('Trở về mẫu chính thức').click();
    expect(await chosen()).toEqual(['F1 · Một năm và giai đoạn']);
    await ready();
  });
});

describe('a form of the office’s own', () => {
  it('shows its columns at once as they are chosen and ordered', async () => {
    await add(/Biểu riêng mới/);
    await sheet.page.keyboard.type('Biểu trình Sở Tài chính');
    expect(await editor().getByLabel('Tên biểu').inputValue()).toBe('Biểu trình Sở Tài chính');
    await editor().getByRole('checkbox', { name: 'Tổng giai đoạn 2022 - 2025' }).uncheck();
    await editor().getByRole('checkbox', { name: 'NSĐP' }).focus();
    await sheet.press('Alt+ArrowUp');
    await expect.poll(headings).toMatch(/^TT Nội dung Kinh phí 01 năm NSĐP NSTW/);
    expect(await sheet.page.evaluate(() => document.activeElement?.closest('.own-column')?.textContent)).toBe(
      'NSĐP',
    );
  });

  it('cannot take the name of an official form', async () => {
    const name = editor().getByLabel('Tên biểu');
    await name.fill('F2');
    await sheet.press('Enter');
    await editor().getByText('Đã có biểu mang tên “F2”').waitFor();
    await name.fill('Biểu trình Sở Tài chính');
    await sheet.press('Enter');
    await editor().waitFor({ state: 'detached' });
    expect(await chosen()).toEqual(['F1 · Một năm và giai đoạn', 'Biểu trình Sở Tài chính']);
    await expect.poll(() => focused(sheet.page)).toBe('BUTTON');
  });

  it('is left unchanged with Escape, and the preview stays', async () => {
    await button('Sửa biểu: Biểu trình Sở Tài chính').click();
    await editor().getByRole('checkbox', { name: 'NSTW' }).uncheck();
    await sheet.press('Escape');
    await editor().waitFor({ state: 'detached' });
    await button('Bỏ F1').click();
    await expect.poll(headings).toMatch(/^TT Nội dung Kinh phí 01 năm NSĐP NSTW/);
  });

  it('is deleted, and comes back', async () => {
    await button('Xóa biểu: Biểu trình Sở Tài chính').click();
    await preview().getByText('Đã xóa biểu “Biểu trình Sở Tài chính”.').waitFor();
    expect(await chosen()).toEqual(['F1 · Một năm và giai đoạn']);
    await button('Hoàn tác').click();
    await expect.poll(chosen).toEqual(['Biểu trình Sở Tài chính']);
    await ready();
  });

  it('outlives a restart, and its sheet has its columns alone', async () => {
    await close();
    // What is remembered of a view is kept a moment after it changed.
    const archive = new Archive(sheet.page);
    const plan = (await archive.plan()).id;
    const remembered = async () =>
      must(await archive.planner.view({ plan, form: 'F1' })).view.print?.choices.map(choiceName);
    await expect.poll(remembered).toEqual(['Biểu trình Sở Tài chính']);
    await office.stop();
    const page = await office.start();
    await page.getByRole('link', { name: /KINH PHÍ THỰC HIỆN/ }).click();
    sheet = await Sheet.on(page);
    await open();
    expect(await chosen()).toEqual(['Biểu trình Sở Tài chính']);
    expect(await headings()).not.toContain('Tổng giai đoạn');
    const book = await workbook();
    const [shown] = book.worksheets.filter(({ state }) => state === 'visible');
    expect(shown?.name).toBe('Biểu trình Sở Tài chính');
    const heading = shown?.getRows(1, 9)?.find((row) => row.getCell(1).value === 'TT');
    expect([...new Set([heading?.values ?? []].flat())].filter((text) => text !== undefined)).toEqual([
      ...['TT', 'Nội dung', 'Kinh phí 01 năm', 'NSĐP', 'NSTW', 'Huy động hợp pháp khác'],
    ]);
    await close();
  });
});

describe('what was adjusted since a revision', () => {
  it('says how to name one where there is none', async () => {
    await open();
    await add(/^F5/);
    await preview().getByText('Phụ lục chưa có phiên bản nào để so.').waitFor();
    await preview().getByRole('alert').getByText('Biểu điều chỉnh so hai lần ban hành').waitFor();
    expect(await button('Xuất Excel').getAttribute('aria-disabled')).toBe('true');
    await close();
  });

  it('shows what went up and down, the revision named', async () => {
    await sheet.press('Control+Shift+S');
    await sheet.dialog().getByLabel('Tên phiên bản').fill('Đã giao');
    await sheet.press('Enter');
    await sheet.dialog().waitFor({ state: 'detached' });
    await sheet.enter('2.1', 'central.recurrent', '6.500');
    await sheet.enter('2.2', 'central.recurrent', '2.000');
    await sheet.saved();
    await open();
    expect(await preview().getByLabel('So với phiên bản').inputValue()).toBe('Đã giao');
    await preview().getByLabel('Tăng, giảm').selectOption('chỉ tổng số');
    await button('Bỏ Biểu trình Sở Tài chính').click();
    await ready();
    expect(await headings()).toMatch(/Kế hoạch đã giao Điều chỉnh Sau điều chỉnh Ghi chú .* Tăng Giảm /);
    // Four years: 250 more a year in one row, 375 less in the other.
    const rows = (await pages().locator('tbody tr').allInnerTexts()).map((row) =>
      row.replaceAll(/\s+/g, ' '),
    );
    expect(rows.find((row) => row.startsWith('2.1 '))).toMatch(/ 1\.000 -/);
    expect(rows.find((row) => row.startsWith('2.2 '))).toMatch(/ - 1\.500 /);
    await close();
  });
});

it('without a word of complaint from the page in all this', () => {
  expect(office.complaints).toEqual([]);
  expect(office.strayRequests).toEqual([]);
});
