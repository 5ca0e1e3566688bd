import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Archive, trieu } from './archive.ts';
import { barriers } from './axe.ts';
import { Office } from './office.ts';
import { Sheet } from './sheet.ts';

const office = Office.open();
let page: Page;
let other: Page;
let here: Sheet;
let there: Sheet;

beforeAll(async () => {
  page = await office.start();
  await office.openSample(page);
  other = await office.anotherWindow(page);
});
afterAll(async () => {
  await office.leave();
});
beforeEach(async () => {
  here = await office.freshSample(page);
  await other.goto(page.url());
  await other.reload();
  there = await Sheet.on(other);
});

const total = (sheet: Sheet) => sheet.text('Tổng giai đoạn 2022 - 2025', 'period.total');

/** A window that does not see what others did until it has sent an edit of its own, as in the moment between two looks. */
async function betweenLooks(window: Page): Promise<() => Promise<void>> {
  const looks = '**/api/changesSince';
  let hasSent = false;
  window.on('request', (request) => {
    hasSent ||= request.url().endsWith('/api/applyChange');
  });
  await window.route(looks, (route) => (hasSent ? route.continue() : route.abort()));
  return () => window.unroute(looks);
}

describe('two windows on one plan', () => {
  it('see each other’s edits, and what one undoes the other sees undone', async () => {
    await here.enter('2.1', 'central.recurrent', '6500');
    await expect.poll(() => there.text('2.1', 'central.recurrent')).toBe('6.500');
    await expect.poll(() => total(there)).toBe('210.600');
    await there.enter('3.2', 'central.recurrent', '0');
    await expect.poll(async () => (await total(here)) === (await total(there))).toBe(true);
    await expect.poll(() => here.text('3.2', 'central.recurrent')).toBe('-');
    await expect.poll(() => here.words()).toBe(await there.words());
    await here.press('Control+z');
    await expect.poll(() => there.text('3.2', 'central.recurrent')).not.toBe('-');
    await there.press('Control+z');
    await expect.poll(() => total(here)).toBe('209.600');
    expect(await new Archive(page).isAsSample()).toBe(true);
  });

  it('see rows come and go, and what the terminal changed, with the cell and the typed text where they were', async () => {
    await there.click('2.2', 'central.recurrent');
    await other.keyboard.type('12');
    const rows = (await new Archive(page).rows()).length;
    await here.click('2.2', 'name');
    await here.press('Control+Shift++');
    await expect.poll(async () => (await new Archive(page).rows()).length).toBe(rows + 1);
    await expect
      .poll(() => other.locator('.form-grid [col-id="name"]', { hasText: 'Nội dung mới' }).count())
      .toBe(1);
    expect(await other.locator('.cell-input').inputValue()).toBe('12');
    await other.keyboard.type('34');
    await there.press('Enter');
    await there.saved();
    await expect.poll(() => here.text('2.2', 'central.recurrent')).toBe('1.234');
  });

  it('refuse an edit on figures that were changed meanwhile, with who changed what and the text that was typed', async () => {
    const archive = new Archive(page);
    await archive.planner.keepSettings({ settings: { author: 'Nguyễn Thị Hoa' } });
    const seeAgain = await betweenLooks(other);
    await here.enter('2.1', 'central.recurrent', '6500');
    await here.saved();
    await there.enter('2.1', 'central.recurrent', '7777');
    const told = other.locator('.plan-bar-alert');
    await told.waitFor();
    const text = await told.innerText();
    expect(text).toContain('7.777');
    expect(text).toContain('Nguyễn Thị Hoa: Sửa NSTW SN, 2.1');
    expect(text).toContain('6.250 → 6.500');
    for (const theme of ['Alt+Shift+7', 'Alt+Shift+8', 'Alt+Shift+6']) {
      await there.press(theme);
      expect(await barriers(other, 'colours')).toEqual([]);
    }
    await expect.poll(() => there.text('2.1', 'central.recurrent')).toBe('6.500');
    expect(await archive.amount('2.1', 'central.recurrent')).toBe(trieu(6500));
    // What was said stays until it has been read, whatever is typed next.
    await there.enter('2.2', 'central.recurrent', '5');
    await there.saved();
    expect(await told.innerText()).toContain('7.777');
    await told.getByRole('button').click();
    await told.waitFor({ state: 'detached' });
    await seeAgain();
  });

  it('say of a cell that changes under the text being typed what it is now, and keep the text', async () => {
    await there.click('2.1', 'central.recurrent');
    await other.keyboard.type('7777');
    await here.enter('2.1', 'central.recurrent', '6500');
    await expect.poll(() => total(there)).toBe('210.600');
    await there.press('Enter');
    await expect.poll(() => there.hint().innerText()).toContain('6.500');
    expect(await other.locator('.cell-input').inputValue()).toBe('7777');
    await there.press('Enter');
    await expect.poll(() => here.text('2.1', 'central.recurrent')).toBe('7.777');
  });

  it('are opened from the menu', async () => {
    const opened = page.context().waitForEvent('page');
    await here.press('Alt+Shift+N');
    const third = await opened;
    const sheet = await Sheet.on(third);
    expect(await total(sheet)).toBe('209.600');
    await third.close();
  });
});

describe('an approved plan', () => {
  it('resists an edit in every window until it is opened with a reason, and then goes out as F5 against it', async () => {
    await here.press('Control+Shift+s');
    await here.dialog().getByLabel('Tên phiên bản').fill('Phê duyệt lần 1');
    await here.dialog().getByLabel('Phê duyệt', { exact: true }).click();
    await here.press('Enter');
    await page.locator('.plan-bar-status', { hasText: 'Đã phê duyệt: “Phê duyệt lần 1”' }).waitFor();
    await other.locator('.plan-bar-status', { hasText: 'Đã phê duyệt' }).waitFor();
    for (const sheet of [here, there]) {
      await sheet.click('2.1', 'central.recurrent');
      await sheet.page.keyboard.type('1');
      await expect.poll(() => sheet.hint().innerText()).toContain('phiên bản “Phê duyệt lần 1”');
      await sheet.press('Delete', 'Control+z', 'Control+v');
    }
    expect(await new Archive(page).isAsSample()).toBe(true);
    await other.getByRole('button', { name: 'Mở để điều chỉnh…' }).click();
    await there.press('Enter');
    expect(await there.dialog().innerText()).toContain('Hãy ghi lý do');
    await there.dialog().getByLabel('Lý do').fill('Nghị quyết 12 giảm vốn');
    await there.press('Enter');
    await page.locator('.plan-bar-status', { hasText: 'Nghị quyết 12 giảm vốn' }).waitFor();
    await here.enter('2.1', 'central.recurrent', '6000');
    await here.saved();
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Xuất F5 so với “Phê duyệt lần 1”' }).click();
    expect((await download).suggestedFilename()).toMatch(/F5\.xlsx$/);
  });
});

describe('the list of plans', () => {
  it('shows what another window or the terminal made, renamed or deleted', async () => {
    await here.button('Thư viện').click();
    const titles = () => page.locator('.library-list tbody a').allInnerTexts();
    await page.locator('.library-list').waitFor();
    const before = (await titles()).length;
    const { planner } = new Archive(other);
    const made = await planner.createSample({ sample: 'vinh-long-2022-2025' });
    if (!made.ok) throw new Error(made.refusal.code);
    const plan = made.value.plan.id;
    await expect.poll(async () => (await titles()).length).toBe(before + 1);
    const label = { code: 'change.rename', params: { before: '', after: 'Tên mới' } };
    const edits = [{ kind: 'setHeader' as const, patch: { title: 'Tên mới' } }];
    await planner.applyChange({ plan, baseSequence: 0, change: { label, edits } });
    await expect.poll(titles).toContain('Tên mới');
    await planner.deletePlan({ plan });
    await expect.poll(async () => (await titles()).length).toBe(before);
  });
});

it('nothing was complained of', () => {
  // What was lost on its way on purpose is all that the browser complained of.
  expect(office.complaints.filter((one) => !one.includes('net::ERR_FAILED'))).toEqual([]);
  expect(office.strayRequests).toEqual([]);
});
