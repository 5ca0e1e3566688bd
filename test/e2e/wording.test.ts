import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { barriers } from './axe.ts';
import { Office } from './office.ts';
import type { Sheet } from './sheet.ts';

const TEXT = readFileSync(path.resolve(import.meta.dirname, '../golden/wording/vinh-long-1424.txt'), 'utf8');

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
const summary = (): Promise<string> => panel().locator('.wording-summary').innerText();
const differences = (): Locator => panel().getByRole('region', { name: 'Số lệch, theo nguyên nhân' });

async function enter(text: string): Promise<void> {
  await panel().getByRole('textbox', { name: 'Lời văn', exact: true }).fill(text);
  await panel().getByRole('button', { name: 'Đối chiếu', exact: true }).click();
  await panel().locator('.wording-summary').waitFor();
}

describe('the wording of the decision beside its appendix', () => {
  it('is pasted, differs in one amount, leads to the cell, and turns green when it is mended', async () => {
    await sheet.press('Control+Shift+2');
    // The plan says 6.500 where the decision was written with 6.250.
    await sheet.goTo('2.1', 'central.recurrent');
    await page.keyboard.type('6.500');
    await sheet.press('Enter');
    await enter(TEXT);
    await expect.poll(summary).toBe('✓ 33 số khớp · ✗ 6 số lệch');
    const cause = differences().getByRole('listitem').first();
    await expect
      .poll(() => cause.locator('.finding-go').first().innerText())
      .toContain('Văn bản: 25 tỷ đồng · phụ lục: 26 tỷ đồng · lệch +1 tỷ đồng');
    expect(await cause.locator('summary').innerText()).toBe('kéo theo 5 số tổng lệch');
    await sheet.click('5.2', 'name');
    await cause.locator('.finding-go').first().click();
    await expect.poll(() => sheet.active()).toBe('2.1 central.recurrent');
    await page.keyboard.type('6.250');
    await sheet.press('Enter');
    await expect.poll(summary).toBe('✓ 39 số khớp · ✓ 0 số lệch');
    expect(await panel().locator('.wording-fine').innerText()).toContain('khớp nhau đến từng đồng');
  });

  it('stays readable, with every amount a link to its cell', async () => {
    await panel().getByRole('tab', { name: 'Văn bản' }).click();
    const text = panel().locator('.wording-text');
    expect(await text.locator('button.wording-amount').count()).toBe(39);
    const amount = text.getByRole('button', { name: '62,5 tỷ đồng ✓' });
    await amount.click();
    await expect.poll(() => sheet.active()).toBe('1 period.total');
  });

  it('is still there after a restart of the window, and passes axe', async () => {
    expect(await barriers(page)).toEqual([]);
    await page.reload();
    await expect.poll(summary).toBe('✓ 39 số khớp · ✓ 0 số lệch');
  });

  it('is said to break its own sum where one amount of it is wrong', async () => {
    await panel().getByRole('button', { name: 'Sửa hoặc thay lời văn' }).click();
    await enter(TEXT.replace('59 tỷ đồng', '58,5 tỷ đồng'));
    await expect.poll(summary).toBe('✓ 38 số khớp · ✗ 1 số lệch · ✗ 1 tổng trong câu không khớp');
    const broken = panel().getByRole('region', { name: 'Tổng trong văn bản không khớp' });
    expect(await broken.innerText()).toContain('62,5 tỷ đồng ≠ 58,5 tỷ đồng + 1,5 tỷ đồng + 2 tỷ đồng');
    await broken.locator('.finding-go').click();
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('62,5 tỷ đồng ✓');
  });

  it('asks which row a heading means whose number and name contradict each other', async () => {
    await panel().getByRole('button', { name: 'Sửa hoặc thay lời văn' }).click();
    await enter(
      '2. Dự án 3: Đa dạng hóa sinh kế, phát triển mô hình giảm nghèo\nNhu cầu kinh phí: 62,5 tỷ đồng.',
    );
    const question = panel().getByRole('region', { name: 'Cần cho biết' });
    await question.getByRole('button', { name: /^1 Đa dạng hóa sinh kế/ }).click();
    await expect.poll(summary).toBe('✓ 1 số khớp · ✓ 0 số lệch');
  });

  it('is opened from a Word file that the program itself wrote, and agrees', async () => {
    await panel().getByText('Soạn lời văn từ phụ lục').click();
    const [saved] = await Promise.all([
      page.waitForEvent('download'),
      panel().getByRole('button', { name: 'Xuất Word (.docx)' }).click(),
    ]);
    const file = await saved.path();
    await panel().getByRole('button', { name: 'Sửa hoặc thay lời văn' }).click();
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      panel().getByRole('button', { name: 'Mở tệp Word hoặc văn bản…' }).click(),
    ]);
    await chooser.setFiles({
      name: 'Lời văn.docx',
      mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      buffer: readFileSync(file),
    });
    // A thread of its own is started for files.
    await expect.poll(summary, { timeout: 30_000 }).toBe('✓ 39 số khớp · ✓ 0 số lệch');
    expect(await panel().locator('.wording-file').innerText()).toBe('Lời văn.docx');
  });

  it('refuses a PDF with what to do instead', async () => {
    await panel().getByRole('button', { name: 'Sửa hoặc thay lời văn' }).click();
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      panel().getByRole('button', { name: 'Mở tệp Word hoặc văn bản…' }).click(),
    ]);
    await chooser.setFiles({ name: 'a.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7') });
    await expect.poll(() => page.locator('body').innerText()).toContain('là PDF');
  });
});
