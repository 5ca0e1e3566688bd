import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { year } from '../../shared/plan/ids.ts';
import { must } from '../shared/plan/sample-plan.ts';
import { Archive } from './archive.ts';
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

const panel = (): Locator => page.getByRole('complementary', { name: 'Biểu đồ' });
const picture = (name: string): Locator => page.getByRole('region', { name });
const sources = (): Locator => picture('Nguồn vốn theo năm');
const figures = async (name: string): Promise<string[]> =>
  (await picture(name).getByRole('row').allInnerTexts()).map((text) => text.replaceAll(/\s+/g, ' ').trim());

describe('a plan in pictures', () => {
  it('has the sources of each year as marks and as figures', async () => {
    await sheet.press('Control+Shift+5');
    await sources().getByRole('link').first().waitFor();
    const marks = await sources()
      .getByRole('link')
      .evaluateAll((links) => links.map((link) => link.getAttribute('aria-label')));
    // Nothing is drawn of what is nothing: the local budget begins in 2023.
    expect(marks).toHaveLength(11);
    expect(marks).toContain('2023, NSĐP: 3.100 triệu đồng');
    expect(await figures('Nguồn vốn theo năm')).toEqual([
      'Năm NSTW NSĐP Huy động khác',
      '2022 49.025 - 1.050',
      ...['2023', '2024', '2025'].map((year) => `${year} 49.025 3.100 1.050`),
    ]);
  });

  it('leads from a mark to its cell, by mouse and by keyboard', async () => {
    await sheet.form('F2');
    await sources().getByRole('link', { name: '2023, NSTW' }).click();
    await expect.poll(() => sheet.focus()).toMatch(/ 2023\.central\.total$/);
    await sources().getByRole('link', { name: '2022, Huy động khác' }).focus();
    await sheet.press('Enter');
    await expect.poll(() => sheet.focus()).toMatch(/ 2022\.other\.total$/);
    await sheet.form('F1');
    await picture('Tỷ trọng')
      .getByRole('link', { name: /^2 Hỗ trợ phát triển sản xuất/ })
      .click();
    await expect.poll(() => sheet.focus()).toBe('1 period.total');
    await sources().getByRole('button', { name: '3.100' }).first().click();
    await expect.poll(() => sheet.focus()).toMatch(/ local\.total$/);
  });

  it('follows an edit', async () => {
    await sheet.enter('2.1', 'central.recurrent', '6.500');
    await expect.poll(() => figures('Nguồn vốn theo năm')).toContain('2022 49.275 - 1.050');
    await sheet.press('Control+z');
    await expect.poll(() => figures('Nguồn vốn theo năm')).toContain('2022 49.025 - 1.050');
  });

  it('holds the counterpart against the percentage of each year, once one is set', async () => {
    const name = 'Vốn đối ứng: ngân sách địa phương so với ngân sách trung ương';
    expect(await figures(name)).toContain('2023 3.100 49.025 6,32 % chưa đặt');
    const archive = new Archive(page);
    const { id } = await archive.plan();
    const { sequence } = must(await archive.planner.openPlan({ plan: id }));
    const shares = [
      { year: year(2022), hundredths: 1000 },
      { year: year(2023), hundredths: 600 },
    ];
    const change = {
      label: { code: 'change.setAmount', params: {} },
      edits: [{ kind: 'setCounterpart', shares } as const],
    };
    must(await archive.planner.applyChange({ plan: id, baseSequence: sequence, change }));
    await page.reload();
    sheet = await Sheet.on(page);
    await expect.poll(() => figures(name)).toContain('2022 - 49.025 0 % 10 % ⚠');
    expect(await figures(name)).toContain('2023 3.100 49.025 6,32 % 6 % ✓');
  });

  it('shows what changed since a revision', async () => {
    const changes = picture('Thay đổi so với phiên bản trước');
    await changes.getByText('Phụ lục chưa có phiên bản nào').waitFor();
    const archive = new Archive(page);
    const { id } = await archive.plan();
    must(await archive.planner.revise({ plan: id, label: 'Lần 1' }));
    await page.reload();
    sheet = await Sheet.on(page);
    await changes.getByText('không đổi so với phiên bản này').waitFor();
    await sheet.enter('2.1', 'central.recurrent', '6.000');
    await changes.getByRole('link', { name: /^2 Hỗ trợ.*: -1\.000 triệu đồng$/ }).waitFor();
    await changes.getByText('Tổng kinh phí thay đổi: -1.000').waitFor();
  });

  it('fills the window, leads from there too, and is printed alone with all its marks', async () => {
    await panel().getByRole('button', { name: 'Xem rộng và in' }).click();
    const view = page.getByRole('dialog', { name: 'Biểu đồ' });
    await view.getByRole('link', { name: '2023, NSTW' }).waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.evaluate(() => {
      window.print = () => {
        document.body.dataset.printed = `${document.querySelectorAll('.printed-alone .picture-mark').length}`;
      };
    });
    const drawn = await view.locator('.picture-mark').count();
    await view.getByRole('button', { name: 'In…' }).click();
    expect(await page.evaluate(() => document.body.dataset.printed)).toBe(`${drawn}`);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.printed-alone').isVisible()).toBe(true);
    expect(await view.isVisible()).toBe(false);
    await page.emulateMedia({ media: null });
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
    expect(await page.locator('.printed-alone').count()).toBe(0);
    await view.getByRole('link', { name: '2023, NSĐP' }).click();
    await view.waitFor({ state: 'detached' });
    await expect.poll(() => sheet.focus()).toMatch(/ local\.total$/);
  });

  it('meets no barrier beside the sheet, in any look', async () => {
    for (const look of ['Alt+Shift+6', 'Alt+Shift+7', 'Alt+Shift+8']) {
      await sheet.click('1', 'name');
      await sheet.press(look);
      expect(await barriers(page)).toEqual([]);
    }
  });

  it('speaks English', async () => {
    await sheet.press('Alt+l');
    await page.getByRole('region', { name: 'Sources by year' }).waitFor();
  });
});

it('nothing was complained of', () => {
  expect(office.complaints).toEqual([]);
  expect(office.strayRequests).toEqual([]);
});
