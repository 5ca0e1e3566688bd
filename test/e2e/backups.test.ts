import type { Page } from 'playwright-core';
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

const dialog = () => sheet.dialog();
const choose = (name: string | RegExp) => dialog().getByRole('button', { name, exact: true }).click();
const amount = () => sheet.text('2.1', 'central.recurrent');

describe('backups', () => {
  it('one is made, taken back after a look at what that changes, and that is undone', async () => {
    const former = await amount();
    await sheet.press('Alt+Shift+B');
    await choose('Sao lưu ngay');
    await dialog().getByText('Đã sao lưu.').waitFor();
    expect(await barriers(page)).toEqual([]);
    const [row] = await dialog().locator('tr').filter({ hasText: 'Người dùng tự sao lưu' }).all();
    expect(await row?.innerText()).toMatch(/\d{1,2}\/\d{1,2}\/\d{2,4}.* MB/s);
    await choose('Đóng');

    await sheet.enter('2.1', 'central.recurrent', '6500');
    await sheet.saved();
    await sheet.press('Alt+Shift+B');
    await dialog().locator('tr').filter({ hasText: 'Người dùng tự sao lưu' }).getByRole('button').click();
    await expect
      .poll(() => dialog().innerText())
      .toMatch(/từ thao tác 1 về thao tác 0; tổng kinh phí 210\.600\.000\.000 → 209\.600\.000\.000 đồng/);
    expect(await barriers(page)).toEqual([]);
    await choose('Khôi phục');
    await choose('Hoàn tác khôi phục');
    await expect.poll(() => dialog().innerText()).toMatch(/từ thao tác 0 về thao tác 1/);
    await choose('Hoàn tác khôi phục');
    await expect.poll(() => dialog().innerText()).toMatch(/từ thao tác 1 về thao tác 0/);
    expect(await barriers(page)).toEqual([]);
    await choose('Đóng');
    await expect.poll(amount).toBe(former);

    await sheet.press('Alt+Shift+B');
    await dialog().locator('tr').filter({ hasText: 'Trước khi khôi phục' }).first().waitFor();
    await choose('Đóng');
    expect(office.complaints).toEqual([]);
  });

  it('of a library without the open plan leads to the list', async () => {
    await sheet.press('Alt+Shift+B');
    await choose('Sao lưu ngay');
    await dialog().getByText('Đã sao lưu.').waitFor();
    await choose('Đóng');
    sheet = await office.freshSample(page);
    await sheet.press('Alt+Shift+B');
    await dialog()
      .locator('tr')
      .filter({ hasText: 'Người dùng tự sao lưu' })
      .first()
      .getByRole('button')
      .click();
    await expect.poll(() => dialog().innerText()).toContain('sẽ mất khỏi thư viện');
    await choose('Khôi phục');
    await dialog().getByRole('button', { name: 'Hoàn tác khôi phục' }).waitFor();
    await choose('Đóng');
    await page.getByRole('heading', { name: 'Phụ lục Kinh phí' }).waitFor();
    await expect.poll(() => page.locator('tbody tr').count()).toBe(1);
    expect(office.complaints).toEqual([]);
  });
});
