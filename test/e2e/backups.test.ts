import { copyFileSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BACKUP_FOLDER, backupName } from '../../electron/store/backup-files.ts';
import { LIBRARY_FILE } from '../../electron/store/library-files.ts';
import { TemporaryLibrary, temporaryFolder } from '../electron/store/temporary-library.ts';
import { barriers } from './axe.ts';
import { Office } from './office.ts';
import { Sheet } from './sheet.ts';

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
/** Gives a file to the dialog that asks for one. */
const chosen = async (file: string): Promise<void> => {
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), choose('Khôi phục từ tệp…')]);
  await chooser.setFiles(file);
};
/** Gives the backup that the officer made the name of one of the day before; answers that day, as it is shown. */
const makeYesterdays = (): string => {
  const folder = path.join(office.library, BACKUP_FOLDER);
  const yesterday = new Date();
  yesterday.setDate(yesterday.getDate() - 1);
  for (const name of readdirSync(folder).filter((one) => one.includes('-manual.'))) {
    renameSync(path.join(folder, name), path.join(folder, backupName(yesterday, 'manual')));
  }
  return [yesterday.getDate(), yesterday.getMonth() + 1].map((part) => `${part}`.padStart(2, '0')).join('/');
};
const amount = () => sheet.text('2.1', 'central.recurrent');

describe('backups', () => {
  it('the one of yesterday is taken back after a look at what that changes, and that is undone', async () => {
    const former = await amount();
    await sheet.press('Alt+Shift+B');
    await dialog().getByRole('button', { name: 'Sao lưu ngay' }).press('Enter');
    await dialog().getByText('Đã sao lưu.').waitFor();
    expect(await barriers(page)).toEqual([]);
    // By the keyboard alone: what was pressed keeps the focus.
    await page.keyboard.press('Escape');
    await dialog().waitFor({ state: 'detached' });
    const day = makeYesterdays();

    await sheet.enter('2.1', 'central.recurrent', '6500');
    await sheet.saved();
    await sheet.press('Alt+Shift+B');
    const row = dialog().locator('tr').filter({ hasText: 'Người dùng tự sao lưu' });
    expect(await row.innerText()).toMatch(new RegExp(`${day}/\\d{2}.* MB`, 's'));
    await row.getByRole('button').press('Enter');
    await expect
      .poll(() => dialog().innerText())
      .toMatch(/từ bước 1 về bước 0; tổng kinh phí 210\.600\.000\.000 → 209\.600\.000\.000 đồng/);
    expect(await barriers(page)).toEqual([]);
    await choose('Khôi phục');
    await choose('Hoàn tác khôi phục');
    await expect.poll(() => dialog().innerText()).toMatch(/từ bước 0 về bước 1/);
    await dialog().getByRole('button', { name: 'Hoàn tác khôi phục' }).press('Enter');
    await expect.poll(() => dialog().innerText()).toMatch(/từ bước 1 về bước 0/);
    expect(await barriers(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await dialog().waitFor({ state: 'detached' });
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

  it('come out as a file that is a whole library, and back from it; what is no backup is told', async () => {
    await page
      .getByRole('link', { name: /KINH PHÍ/ })
      .first()
      .click();
    sheet = await Sheet.on(page);
    const file = path.join(office.library, 'bản sao.plkp.db');
    await sheet.press('Alt+Shift+B');
    const [download] = await Promise.all([page.waitForEvent('download'), choose('Lưu bản sao ra tệp…')]);
    expect(download.suggestedFilename()).toMatch(/\.plkp\.db$/);
    await download.saveAs(file);
    await dialog()
      .getByText(/^Đã lưu/)
      .waitFor();
    using copy = new TemporaryLibrary();
    copy.library.close();
    copyFileSync(file, path.join(copy.folder, LIBRARY_FILE));
    copy.reopen();
    expect(copy.opened.recovery).toBeNull();
    expect(copy.library.list()).toHaveLength(1);

    const wrong = path.join(office.library, 'ảnh.db');
    writeFileSync(wrong, 'không phải thư viện');
    await chosen(wrong);
    await dialog()
      .getByText(/ảnh\.db không phải bản sao lưu của thư viện/)
      .waitFor();
    expect(await barriers(page)).toEqual([]);
    await choose('Đóng');

    await sheet.enter('2.1', 'central.recurrent', '6600');
    await sheet.saved();
    await sheet.press('Alt+Shift+B');
    await chosen(file);
    await expect
      .poll(() => dialog().innerText())
      .toMatch(/từ bước 1 về bước 0; tổng kinh phí 211\.000\.000\.000 → 209\.600\.000\.000 đồng/);
    expect(await barriers(page)).toEqual([]);
    await choose('Hủy');
    await choose('Đóng');
    expect(office.complaints).toEqual([]);
  });

  it('are opened by their keys also while the history is searched', async () => {
    await sheet.press('Control+Shift+6');
    for (const [keys, title] of [
      ['Alt+Shift+B', 'Sao lưu và khôi phục'],
      ['Alt+Shift+O', 'Cài đặt của đơn vị'],
      ['Control+Shift+S', 'Lưu thành phiên bản'],
    ] as const) {
      await page.getByLabel('Tìm trong lịch sử').focus();
      await sheet.press(keys);
      await dialog().getByText(title, { exact: false }).first().waitFor();
      await choose(/^(Đóng|Hủy)$/);
      await dialog().waitFor({ state: 'detached' });
    }
  });

  it('go to a second folder only where that can take them, which is told when it is saved', async () => {
    await sheet.press('Alt+Shift+O');
    const folder = dialog().getByLabel('Thư mục sao lưu thứ hai');
    const file = path.join(office.library, 'ảnh.db');
    for (const [wrong, said] of [
      ['Sao lưu', 'chưa phải đường dẫn đầy đủ'],
      [path.join(office.library, 'usb'), 'Không có thư mục'],
      [file, 'là một tệp, không phải thư mục'],
      [office.library, 'trong chính thư mục của thư viện'],
    ] as const) {
      await folder.fill(wrong);
      await choose('Lưu');
      await dialog().getByText(said).waitFor();
    }
    expect(await barriers(page)).toEqual([]);
    using stick = temporaryFolder();
    await folder.fill(stick.folder);
    await choose('Lưu');
    await dialog().waitFor({ state: 'detached' });
    await sheet.press('Alt+Shift+B');
    await choose('Sao lưu ngay');
    await dialog().getByText('Đã sao lưu.').waitFor();
    expect(readdirSync(stick.folder)).toHaveLength(1);
    await choose('Đóng');
    expect(office.complaints).toEqual([]);
  });
});
