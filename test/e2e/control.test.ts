import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { planId } from '../../shared/plan/ids.ts';
import { must } from '../shared/plan/sample-plan.ts';
import { Archive } from './archive.ts';
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

const panel = (): Locator => page.getByRole('complementary');
const lines = async (): Promise<string[]> =>
  (await panel().locator('.control-table tbody tr').allInnerTexts()).map((text) =>
    text.replaceAll(/\s+/g, ' ').trim(),
  );

describe('what a superior allocated', () => {
  it('is typed into a named set, and shown beside the plan with its difference', async () => {
    await sheet.press('Control+Shift+4');
    await panel().getByText('Chưa có số kiểm tra').waitFor();
    expect(await barriers(page)).toEqual([]);
    await panel().getByRole('button', { name: 'Đợt mới…' }).click();
    await sheet.answer('Lưu');
    await panel().getByLabel('Năm').selectOption('2023');
    await panel().getByLabel('Nguồn').selectOption('local');
    await panel().getByLabel('Số được giao').fill('3.000');
    await panel().getByLabel('Số được giao').press('Enter');
    await expect.poll(lines).toEqual(['Toàn chương trình · 2023 · NSĐP 3.000 3.100 ⚠ 100']);
  });

  it('is pasted as a table, which is asked how its numbers are written', async () => {
    await panel().getByRole('button', { name: 'Dán từ bảng tính…' }).click();
    await sheet.dialog().getByLabel('Năm').selectOption('2023');
    await sheet.dialog().getByLabel('Nguồn').selectOption('central');
    await sheet.dialog().getByLabel('Loại vốn').selectOption('recurrent');
    await sheet.dialog().getByLabel('Bảng cần dán').fill('2.1\tHỗ trợ\t6.000\n2.2\tDinh dưỡng\t2.375\n');
    expect(
      await sheet
        .dialog()
        .getByRole('button', { name: /Nhận 2 số/ })
        .isDisabled(),
    ).toBe(true);
    await sheet.dialog().getByLabel('Cách viết số trong tệp').selectOption('vi');
    await sheet.answer(/Nhận 2 số/);
    await expect
      .poll(lines)
      .toEqual([
        'Toàn chương trình · 2023 · NSĐP 3.000 3.100 ⚠ 100',
        expect.stringMatching(/^2\.1 .* · 2023 · NSTW · SN 6\.000 6\.250 ⚠ 250$/),
        expect.stringMatching(/^2\.2 .* · 2023 · NSTW · SN 2\.375 2\.375 ✓$/),
      ]);
    await panel().getByText('⚠ 2 trong 3 số được giao không khớp.').waitFor();
    expect(await barriers(page)).toEqual([]);
  });

  it('is told line by line what cannot be read, and nothing is taken in part', async () => {
    await panel().getByRole('button', { name: 'Dán từ bảng tính…' }).click();
    await sheet.dialog().getByLabel('Bảng cần dán').fill('2.1\t6.000,5\nDự án lạ\t7');
    await sheet.dialog().getByText('Dòng 2: Không tìm thấy dòng “Dự án lạ”').waitFor();
    expect(
      await sheet
        .dialog()
        .getByRole('button', { name: /Nhận 1 số/ })
        .isDisabled(),
    ).toBe(true);
    await sheet.press('Escape');
    await sheet.dialog().waitFor({ state: 'detached' });
  });

  it('leads to the cell, and the finding takes over what was allocated', async () => {
    await panel()
      .getByRole('button', { name: /^2\.1 / })
      .click();
    await expect.poll(() => sheet.active()).toBe('2.1 central.recurrent');
    await sheet.press('Control+Shift+1');
    const differs = panel().locator('.finding').filter({ hasText: 'được giao 6.000, phụ lục 6.250' });
    await differs.getByRole('button', { name: /Lấy số kiểm tra/ }).click();
    await expect.poll(() => differs.count()).toBe(0);
    await sheet.press('Control+Shift+4');
    await expect.poll(async () => (await lines())[1]).toMatch(/6\.000 6\.000 ✓$/);
  });

  it('adds up over its sets: a supplement to the first allocation', async () => {
    await panel().getByRole('button', { name: 'Đợt mới…' }).click();
    await sheet.answer('Lưu');
    await expect
      .poll(() => panel().getByLabel('Đợt giao').locator('option').allInnerTexts())
      .toEqual(['Giao đầu kỳ', 'Bổ sung đợt 1']);
    await panel().getByLabel('Năm').selectOption('2023');
    await panel().getByLabel('Nguồn').selectOption('local');
    await panel().getByLabel('Số được giao').fill('100');
    await panel().getByRole('button', { name: 'Ghi', exact: true }).click();
    await expect
      .poll(async () => (await lines())[0])
      .toBe('Toàn chương trình · 2023 · NSĐP 3.100 3.000 + 100 3.100 ✓');
    await panel().getByText('✓ 3 số được giao, phụ lục khớp tất cả.').waitFor();
    await sheet.press('F6', 'Control+z');
    await expect.poll(async () => (await lines())[0]).toContain('⚠ 100');
  });

  it('is read from a superior’s workbook: what differs is one cause, told at its cell', async () => {
    sheet = await office.freshSample(page);
    await page.getByRole('button', { name: 'Đọc từ tệp Excel…' }).waitFor();
    const plan = planId(new URL(page.url()).hash.replace('#/plan/', ''));
    const { bytes } = must(await new Archive(page).planner.exportWorkbook({ plan, form: 'F2' }));
    const file = path.join(office.library, 'so-giao.xlsx');
    writeFileSync(file, bytes);
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('button', { name: 'Đọc từ tệp Excel…' }).click(),
    ]);
    await chooser.setFiles(file);
    await panel()
      .getByText(/✓ \d+ số được giao, phụ lục khớp tất cả\./)
      .waitFor();
    await sheet.form('F2');
    await sheet.goTo('2.1', '2023.central.recurrent');
    await page.keyboard.type('6.500');
    await sheet.press('Enter');
    await panel()
      .getByText(/⚠ \d+ trong \d+ số được giao không khớp\./)
      .waitFor();
    await sheet.press('Control+Shift+1');
    const findings = panel().locator('.finding').filter({ hasText: 'Khác số kiểm tra' });
    await expect.poll(() => findings.count()).toBe(1);
    expect(await findings.innerText()).toContain('được giao 6.250, phụ lục 6.500 triệu đồng, chênh lệch 250');
    await findings.locator('.finding-go').click();
    await expect.poll(() => sheet.active()).toBe('2.1 2023.central.recurrent');
  });
});

it('nothing was complained of', () => {
  expect(office.complaints).toEqual([]);
  expect(office.strayRequests).toEqual([]);
});
