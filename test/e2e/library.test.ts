import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Office } from './office.ts';
import { Sheet } from './sheet.ts';

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
