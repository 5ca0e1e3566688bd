import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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

const panel = (): Locator => page.getByRole('complementary');
const findings = (): Locator => panel().locator('.findings > .finding:not(.finding-accepted) > .finding-go');
const texts = async (): Promise<string[]> =>
  (await findings().allInnerTexts()).map((text) => text.replaceAll(/\s+/g, ' ').trim());
const openChecks = async (): Promise<void> => {
  if ((await panel().count()) === 0) await sheet.press('Control+Shift+1');
  await findings().first().waitFor();
};

describe('what is to be looked at', () => {
  it('of the sample is one information, that the local share starts in 2023, on either form', async () => {
    await openChecks();
    expect(await texts()).toEqual([
      'ℹ Thông tin: Toàn chương trình Ngân sách địa phương bắt đầu có từ năm 2023, chiếm 5,83 % tổng kinh phí; năm 2022 không có.',
    ]);
    await sheet.form('F2');
    await expect.poll(async () => (await texts()).length).toBe(1);
    await sheet.form('F1');
    await expect.poll(() => page.locator('.status-bar').innerText()).toMatch(/✓ 1\d đạt/);
    expect(await page.locator('.status-bar').innerText()).not.toContain('cần xem');
  });

  it('leads from a finding to its cell, is mended by its fix, and one undo brings it back', async () => {
    await sheet.goTo('2.1', 'local.recurrent');
    await page.keyboard.type('-200');
    await sheet.press('Enter');
    await openChecks();
    const negative = findings().filter({ hasText: 'Số âm ở Ngân sách địa phương' });
    await negative.waitFor();
    await expect.poll(() => page.locator('.status-bar').innerText()).toContain('⚠ 1 cần xem');
    await sheet.click('5.2', 'name');
    await negative.click();
    await expect.poll(() => sheet.focus()).toContain('local.recurrent');
    expect(await sheet.active()).toBe('2.1 local.recurrent');
    // The cell is marked by its edge and by a sign.
    const cell = await sheet.reveal('2.1', 'local.recurrent');
    expect(await cell.getAttribute('class')).toContain('cell-warning');
    expect(await cell.evaluate((one) => getComputedStyle(one, '::after').content)).toBe('"⚠"');
    // Back to the finding by keyboard, and to the cell again.
    await sheet.press('F6');
    expect(await page.evaluate(() => document.activeElement?.className)).toContain('finding-go');
    await sheet.press('Enter');
    await expect.poll(() => sheet.focus()).toContain('local.recurrent');
    await sheet.press('Control+z');
    await expect.poll(() => negative.count()).toBe(0);
    await expect.poll(async () => (await cell.getAttribute('class')) ?? '').not.toContain('cell-warning');
  });

  it('offers a fix as one change', async () => {
    await sheet.enter('2.1', 'central.investment', '100');
    await openChecks();
    const investment = panel().locator('.finding').filter({ hasText: 'không dự kiến vốn đầu tư' });
    await investment.getByRole('button', { name: /Chuyển vốn đầu tư sang thường xuyên/ }).click();
    await expect.poll(() => investment.count()).toBe(0);
    expect(await sheet.text('2.1', 'central.recurrent')).toBe('6.350');
    expect(await sheet.text('2.1', 'central.investment')).toBe('-');
    await page.getByRole('button', { name: /Hoàn tác: Chuyển vốn đầu tư/ }).click();
    await investment.waitFor();
    expect(await sheet.text('2.1', 'central.investment')).toBe('100');
    await page.getByRole('button', { name: /^Hoàn tác/ }).click();
    await expect.poll(() => investment.count()).toBe(0);
  });

  it('fires a counterpart percentage of 10 % for all four years, and lists by severity what it is asked for', async () => {
    await openChecks();
    await panel().getByRole('button', { name: 'Tỷ lệ vốn đối ứng…' }).click();
    for (const year of ['2022', '2023', '2024', '2025']) await sheet.dialog().getByLabel(year).fill('10');
    await sheet.answer('Lưu');
    await expect.poll(async () => (await texts()).length).toBe(5);
    const [first, second] = await texts();
    expect(first).toContain('Vốn đối ứng năm 2022');
    expect(first).toContain('= 0 %');
    expect(second).toContain('= 6,32 %');
    await panel()
      .getByRole('button', { name: /Cần xem 4/ })
      .click();
    await expect.poll(async () => (await texts()).length).toBe(1);
    await panel()
      .getByRole('button', { name: /Cần xem 4/ })
      .click();
    await expect.poll(async () => (await texts()).length).toBe(5);
    expect(await barriers(page)).toEqual([]);
  });

  it('refuses what is no percentage, beside its year', async () => {
    await panel().getByRole('button', { name: 'Tỷ lệ vốn đối ứng…' }).click();
    await sheet.dialog().getByLabel('2024').fill('mười');
    await sheet.dialog().getByRole('button', { name: 'Lưu' }).click();
    await sheet.dialog().getByText('“mười” không phải tỷ lệ phần trăm').waitFor();
    await sheet.press('Escape');
    await sheet.dialog().waitFor({ state: 'detached' });
  });

  it('is accepted with a reason, which is still there after a restart, and can be withdrawn', async () => {
    const year2022 = () => panel().locator('.finding').filter({ hasText: 'Vốn đối ứng năm 2022' });
    await year2022().getByRole('button', { name: 'Chấp nhận…' }).click();
    await sheet.dialog().getByRole('button', { name: 'Chấp nhận' }).click();
    await sheet.dialog().getByText('Hãy ghi lý do').waitFor();
    await sheet.dialog().getByLabel('Lý do').fill('Ngân sách tỉnh bố trí từ năm 2023');
    await sheet.answer('Chấp nhận');
    await expect.poll(async () => (await texts()).length).toBe(4);
    await sheet.saved();
    await office.stop();
    const url = new URL(page.url()).hash;
    page = await office.start();
    await page.evaluate((hash) => {
      location.hash = hash;
    }, url);
    sheet = await Sheet.on(page);
    await openChecks();
    await expect.poll(async () => (await texts()).length).toBe(4);
    await panel().getByText('Đã chấp nhận (1)').click();
    await panel().getByText('Lý do: Ngân sách tỉnh bố trí từ năm 2023').waitFor();
    await expect.poll(() => panel().locator('.finding-reason em').innerText()).toMatch(/\d{2}:\d{2}/);
    expect(await barriers(page)).toEqual([]);
    await panel().getByRole('button', { name: 'Bỏ chấp nhận' }).click();
    await expect.poll(async () => (await texts()).length).toBe(5);
  });

  it('speaks English too', async () => {
    await sheet.press('Alt+l');
    await expect.poll(async () => (await texts())[1]).toContain('Counterpart of 2023: local budget');
    await sheet.press('Alt+l');
  });
});

it('nothing was complained of', () => {
  expect(office.complaints).toEqual([]);
  expect(office.strayRequests).toEqual([]);
});
