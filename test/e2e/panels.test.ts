import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
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
beforeEach(async () => {
  if ((await panel().count()) > 0) await page.getByRole('button', { name: 'Đóng khung bên' }).click();
  await sheet.click('2.1', 'central.recurrent');
});
afterAll(async () => {
  await office.leave();
});

const panel = (): Locator => page.getByRole('complementary');
const edge = (): Locator => page.getByRole('separator', { name: 'Độ rộng khung bên' });
const width = async (): Promise<number> => (await panel().boundingBox())?.width ?? 0;
const kept = async () => {
  const answer = await new Archive(page).planner.settings({});
  if (!answer.ok) throw new Error(answer.refusal.code);
  return answer.value.settings;
};

describe('the panel beside the sheet', () => {
  it('opens by its keys with the keyboard in it; Escape closes it and leads back to the cell', async () => {
    await sheet.press('Control+Shift+1');
    await panel().waitFor();
    await expect.poll(() => page.evaluate(() => document.activeElement?.className)).toContain('side-panel');
    await sheet.press('Escape');
    await expect.poll(() => panel().count()).toBe(0);
    expect(await sheet.focus()).toBe('2 central.recurrent');
  });

  it('is reached and left with F6, and the sheet keeps its place', async () => {
    await sheet.press('Control+Shift+1');
    await panel().waitFor();
    await sheet.press('F6');
    expect(await sheet.focus()).toBe('2 central.recurrent');
    await sheet.press('F6');
    expect(await sheet.focus()).toBe('elsewhere');
    // Delete is a key of the sheet: in the panel it must not empty the cell that is selected there.
    await sheet.press('Delete');
    expect(await sheet.text('2.1', 'central.recurrent')).toBe('6.250');
    await sheet.press('F6');
    await page.keyboard.type('6.300');
    await sheet.press('Enter');
    await expect.poll(() => sheet.text('2.1', 'central.recurrent')).toBe('6.300');
    await sheet.press('Control+z');
    await expect.poll(() => sheet.text('2.1', 'central.recurrent')).toBe('6.250');
  });

  it('is made wider with the mouse and narrower by keyboard, within its limits', async () => {
    await sheet.press('Control+Shift+1');
    const before = await width();
    const box = await edge().boundingBox();
    if (!box) throw new Error('the panel has no edge');
    await page.mouse.move(box.x + 2, box.y + 100);
    await page.mouse.down();
    await page.mouse.move(box.x - 98, box.y + 120, { steps: 4 });
    await page.mouse.up();
    await expect.poll(width).toBe(before + 100);
    await edge().focus();
    await sheet.press('ArrowRight');
    await expect.poll(width).toBe(before + 76);
    await sheet.press('Home');
    await expect.poll(width).toBe(280);
    await sheet.press('End');
    await expect.poll(width).toBeGreaterThan(600);
    await sheet.press('Home', 'ArrowLeft');
    await expect.poll(async () => (await kept()).panelWidth).toBe(304);
  });

  it('leaves fourteen rows in sight on the usual screen, and meets no barrier', async () => {
    await sheet.press('Control+Shift+1');
    await panel().waitFor();
    const inSight = await page.evaluate(() => {
      const sight = document.querySelector('.form-grid')?.getBoundingClientRect();
      const rows = [...document.querySelectorAll('.form-grid .ag-row')].map((row) =>
        row.getBoundingClientRect(),
      );
      return rows.filter((row) => sight && row.top >= sight.top && row.bottom <= sight.bottom + 1).length;
    });
    expect(inSight).toBeGreaterThanOrEqual(14);
    expect(await barriers(page)).toEqual([]);
  });

  it('is open again at the next start, as wide as it was, with the keyboard in the sheet', async () => {
    await sheet.press('Control+Shift+1');
    await edge().focus();
    await sheet.press('Home');
    await expect.poll(async () => (await kept()).panelWidth).toBe(280);
    await expect.poll(async () => (await kept()).panel).toBe('checks');
    await page.reload();
    sheet = await Sheet.on(page);
    await expect.poll(width).toBe(280);
    expect(await sheet.focus()).not.toBe('elsewhere');
  });

  it('is in the menus and in the palette by its name', async () => {
    await sheet.press('Control+k');
    await page.keyboard.type('kiem tra so lieu');
    await sheet.press('Enter');
    await panel().waitFor();
    await page.getByRole('button', { name: 'Kiểm tra', exact: true }).click();
    await page.getByRole('menuitemcheckbox', { name: /Kiểm tra số liệu/ }).click();
    await expect.poll(() => panel().count()).toBe(0);
  });
});

it('nothing was complained of', () => {
  expect(office.complaints).toEqual([]);
  expect(office.strayRequests).toEqual([]);
});
