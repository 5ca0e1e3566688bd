import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readArchive } from '../../electron/workbook/zip/read-archive.ts';
import { must } from '../shared/plan/sample-plan.ts';
import { barriers } from './axe.ts';
import { Office } from './office.ts';
import type { Sheet } from './sheet.ts';

const office = Office.open();
let page: Page;
let sheet: Sheet;

beforeAll(async () => {
  page = await office.start();
  sheet = await office.openSample(page);
  await sheet.enter('2.1', 'central.recurrent', '98.765.432.100 đ');
  await sheet.saved();
});
afterAll(async () => {
  await office.leave();
});

const dialog = () => page.getByRole('dialog');

/** The files of the report that the officer's Enter saves. */
async function saved(): Promise<Map<string, Uint8Array>> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
  expect(download.suggestedFilename()).toMatch(/^Bao cao ho tro .*\.zip$/);
  const file = path.join(office.library, 'báo cáo.zip');
  await download.saveAs(file);
  await dialog().waitFor({ state: 'detached' });
  const files = must(readArchive(readFileSync(file)));
  return new Map(files.map((one) => [one.path, one.bytes]));
}

const told = (files: Map<string, Uint8Array>): string =>
  [...files].map(([name, bytes]) => `${name} ${new TextDecoder().decode(bytes)}`).join('\n');

const PARTS = ['DOC-TRUOC.txt', 'thu-vien.json', 'logs/program.log'];

describe('a report to ask for help', () => {
  it('says what is in it and what is not, and has neither an amount nor a name of the plan', async () => {
    await sheet.press('Alt+Shift+R');
    await dialog().getByText('Nhật ký của phần mềm').waitFor();
    await dialog().getByText('Không có số tiền, tên phụ lục').waitFor();
    expect(await barriers(page)).toEqual([]);
    await dialog().getByRole('button', { name: 'Lưu báo cáo' }).focus();
    const files = await saved();
    expect([...files.keys()]).toEqual(PARTS);
    for (const secret of [
      'Vĩnh Long',
      'GIẢM NGHÈO',
      'Giảm nghèo',
      'sản xuất',
      '98765',
      '98.765',
      office.library,
    ]) {
      expect(told(files), secret).not.toContain(secret);
    }
  });

  it('has the plan only where the officer ticks it, by the keyboard alone', async () => {
    await sheet.press('Alt+Shift+R');
    const box = dialog().getByRole('checkbox', { name: 'Kèm bản kế hoạch này (có số liệu và tên)' });
    await box.waitFor();
    expect(await box.isChecked()).toBe(false);
    await box.focus();
    await page.keyboard.press('Space');
    await dialog().getByText('Chỉ gửi cho người được phép xem bản kế hoạch này').waitFor();
    expect(await barriers(page)).toEqual([]);
    await dialog().getByRole('button', { name: 'Lưu báo cáo' }).focus();
    const files = await saved();
    expect([...files.keys()]).toEqual([...PARTS, 'phu-luc.plkp']);
  });

  it('is offered in the library too, where no plan can go along', async () => {
    await sheet.button('Thư viện').click();
    await page.getByRole('button', { name: 'Nhờ hỗ trợ' }).click();
    await dialog().getByText('Nhật ký của phần mềm').waitFor();
    expect(await dialog().getByRole('checkbox').count()).toBe(0);
    expect(await barriers(page)).toEqual([]);
    await dialog().getByRole('button', { name: 'Lưu báo cáo' }).focus();
    expect([...(await saved()).keys()]).toEqual(PARTS);
    await page.getByText('Đã lưu báo cáo vào tệp').first().waitFor();
    expect(office.complaints).toEqual([]);
  });
});
