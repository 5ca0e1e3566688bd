import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { must } from '../shared/plan/sample-plan.ts';
import { Archive } from './archive.ts';
import { Office } from './office.ts';
import { Sheet } from './sheet.ts';

const PASSWORD = 'Cù Lao Dung 2025';

describe('a plan handed from one office to another', () => {
  const [lan, minh] = [Office.open(), Office.open()];
  const file = path.join(minh.library, 'gửi anh Minh.plkp');
  let sheet: Sheet;
  let page: Page;
  beforeAll(async () => {
    sheet = await lan.openSample(await lan.start());
    await sheet.enter('2.1', 'central.recurrent', '6.500');
    await sheet.saved();
  });
  afterAll(async () => {
    await lan.leave();
    await minh.leave();
  });
  const historyOf = async (archive: Archive) => {
    const [plan] = must(await archive.planner.listPlans({}));
    return plan && { plan, history: must(await archive.planner.history({ plan: plan.id })) };
  };

  it('is locked by a password that was typed twice alike', async () => {
    await sheet.press('Alt+Shift+g');
    const dialog = sheet.dialog();
    await dialog.getByLabel('Kèm toàn bộ lịch sử').check();
    await dialog.getByLabel('Mật khẩu (ít nhất').fill(PASSWORD);
    await dialog.getByLabel('Nhập lại mật khẩu').fill('cù lao dung');
    await dialog.getByRole('button', { name: 'Lưu tệp' }).click();
    await dialog.getByText('không giống nhau').waitFor();
    await dialog.getByLabel('Nhập lại mật khẩu').fill(PASSWORD);
    const [download] = await Promise.all([
      sheet.page.waitForEvent('download'),
      dialog.getByRole('button', { name: 'Lưu tệp' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/\.plkp$/);
    await download.saveAs(file);
    await dialog.waitFor({ state: 'detached' });
  });

  it('shows what it is only to who has the password, and is added with all that happened to it', async () => {
    page = await minh.start();
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('button', { name: 'Nhập từ Excel' }).click(),
    ]);
    await chooser.setFiles(file);
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Mật khẩu của tệp').fill('cù lao dung 2025');
    await dialog.getByRole('button', { name: 'Xem nội dung' }).click();
    await dialog.getByRole('alert').getByText('Mật khẩu không mở được tệp').waitFor();
    await dialog.getByLabel('Mật khẩu của tệp').fill(PASSWORD);
    await dialog.getByRole('button', { name: 'Xem nội dung' }).click();
    await dialog.getByText('Tổng kinh phí: 210.600.000.000 đồng').waitFor();
    await dialog.getByText('Kèm lịch sử: 2 bước, 0 phiên bản').waitFor();
    await dialog.getByRole('button', { name: 'Thêm vào thư viện' }).click();
    const added = await Sheet.on(page);
    expect(await added.words()).toBe(await sheet.words());
    expect(await historyOf(new Archive(page))).toEqual(await historyOf(new Archive(sheet.page)));
  });

  it('is offered at once where the program was opened with it, and a second one stands beside the first', async () => {
    await minh.stop();
    const bytes = new Uint8Array(readFileSync(file));
    page = await minh.start(undefined, [], [{ name: 'gửi anh Minh.plkp', bytes }]);
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Phụ lục trong tệp “gửi anh Minh.plkp”').waitFor();
    await dialog.getByLabel('Mật khẩu của tệp').fill(PASSWORD);
    await dialog.getByRole('button', { name: 'Xem nội dung' }).click();
    await dialog.getByText('Thư viện đã có phụ lục này').waitFor();
    await dialog.getByRole('button', { name: 'Thêm vào thư viện' }).click();
    const added = await Sheet.on(page);
    await added.button('Thư viện').click();
    await page.locator('.library-list').waitFor();
    expect(await page.locator('.library-list tbody tr').count()).toBe(2);
    expect(await page.getByRole('dialog').count()).toBe(0);
  });

  it('without a word of complaint from either page', () => {
    expect([...lan.complaints, ...minh.complaints]).toEqual([]);
    expect([...lan.strayRequests, ...minh.strayRequests]).toEqual([]);
  });
});
