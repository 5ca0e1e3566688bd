import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openPlanner } from '../../electron/hosts/open-planner.ts';
import type { Planner } from '../../shared/api/planner.ts';
import { dong } from '../../shared/money/dong.ts';
import { type PlanId, planId, rowId, sourceId, year } from '../../shared/plan/ids.ts';
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

const panel = () => page.locator('.side-panel');
const texts = () => panel().locator('.history-text').allInnerTexts();
const search = () => panel().getByLabel('Tìm trong lịch sử');

async function openHistory(): Promise<void> {
  if ((await panel().count()) === 0) await sheet.press('Control+Shift+6');
  await panel().locator('.history-item').first().waitFor();
}

/** One edit of one cell, as the terminal would make it. */
async function edit(planner: Planner, plan: PlanId, baseSequence: number): Promise<void> {
  const place = {
    row: rowId('DA2'),
    source: sourceId('central'),
    capital: 'recurrent',
    year: year(2023),
  } as const;
  const amounts = [{ ...place, amount: dong(BigInt(baseSequence + 1) * 1_000_000n) }];
  const label = { code: 'change.setAmount', params: { row: 'DA2', after: `${baseSequence + 1}` } };
  const change = { label, edits: [{ kind: 'setAmounts' as const, amounts, unfunded: 'refuse' as const }] };
  must(await planner.applyChange({ plan, baseSequence, change }));
}

describe('the history', () => {
  beforeEach(async () => {
    sheet = await office.freshSample(page);
  });

  it('tells who did what, what is undone, and grows as the officer works', async () => {
    await sheet.enter('2.1', 'central.recurrent', '6500');
    await sheet.enter('2.2', 'central.recurrent', '1');
    await openHistory();
    await expect.poll(async () => (await texts()).length).toBe(3);
    expect((await texts())[1]).toMatch(/^Sửa NSTW SN, 2\.1 .*6\.250 → 6\.500 triệu đồng$/);
    await page.locator('.form-grid').click({ position: { x: 400, y: 300 } });
    await sheet.press('Control+z');
    await expect.poll(async () => (await texts())[0]).toMatch(/^Hoàn tác: Sửa NSTW SN, 2\.2/);
    expect((await texts())[1]).toContain('đã hoàn tác');
    expect(await barriers(page)).toEqual([]);
  });

  it('is searched without diacritics, by kind, and by the row of the active cell', async () => {
    await sheet.enter('2.1', 'central.recurrent', '6500');
    await sheet.enter('2.2', 'central.recurrent', '1');
    await sheet.click('2.2', 'central.recurrent');
    await sheet.press('Alt+Shift+H');
    await expect
      .poll(async () => (await texts()).join('|'))
      .toMatch(/^Sửa NSTW SN, 2\.2 Cải thiện dinh dưỡng[^|]*$/);
    await panel()
      .getByRole('button', { name: /Chỉ dòng: 2\.2/ })
      .click();
    await expect.poll(texts).toHaveLength(3);
    await search().fill('SAN XUAT');
    await expect.poll(texts).toHaveLength(1);
    await search().fill('không có gì như thế');
    await panel().getByText('Không có thay đổi nào như vậy.').waitFor();
    await search().fill('');
    await panel().getByLabel('Loại').selectOption('Dòng');
    await expect.poll(texts).toHaveLength(0);
    await panel().getByLabel('Loại').selectOption('Mọi thay đổi');
    await expect.poll(texts).toHaveLength(3);
  });

  it('leads back to a point of it, by keys, as one new change that one undo takes back', async () => {
    await sheet.enter('2.1', 'central.recurrent', '6500');
    await sheet.enter('2.2', 'central.recurrent', '1');
    await openHistory();
    await expect.poll(async () => (await texts()).length).toBe(3);
    await panel().locator('.history-open').first().focus();
    await sheet.press('ArrowDown', 'ArrowDown', 'Enter', 'Tab', 'Tab', 'Enter');
    const dialog = sheet.dialog();
    await expect.poll(() => dialog.innerText()).toContain('8 số tiền thay đổi');
    expect(await dialog.innerText()).toMatch(/Tổng kinh phí: 2\d\d\.\d+ → 209\.600 triệu đồng/);
    expect(await barriers(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Quay lại' }).focus();
    await sheet.press('Enter');
    const archive = new Archive(page);
    await expect.poll(() => archive.isAsSample()).toBe(true);
    expect((await archive.history()).at(-1)).toBe('Quay lại như ở bước 0');
    await expect.poll(async () => (await texts())[0]).toBe('Quay lại như ở bước 0');
    await sheet.press('Control+z');
    await expect.poll(() => sheet.text('2.1', 'central.recurrent')).toBe('6.500');
  });

  it('shows what was different at a point of it, and marks revisions in the line of time', async () => {
    await sheet.enter('2.1', 'central.recurrent', '6500');
    await sheet.saved();
    const archive = new Archive(page);
    const id = planId(new URL(page.url()).hash.replace('#/plan/', ''));
    await expect.poll(async () => (await archive.history()).length).toBe(2);
    must(
      await archive.planner.revise({
        plan: id,
        label: 'Trình lần 1',
        stage: 'submitted',
        note: 'Tờ trình 5',
      }),
    );
    await sheet.enter('2.2', 'central.recurrent', '1');
    await openHistory();
    const mark = panel().locator('.history-mark');
    await expect.poll(() => mark.innerText()).toContain('Trình lần 1');
    expect(await mark.innerText()).toContain('Tờ trình 5');
    await panel().locator('.history-open').last().click();
    await panel().getByRole('button', { name: 'So với bây giờ' }).last().click();
    await expect.poll(() => panel().innerText()).toContain('2.1 Hỗ trợ phát triển sản xuất');
    expect(await panel().getByLabel('Trước').inputValue()).toBe('point 0');
    await sheet.press('Control+Shift+3');
  });
});

it('10 000 edits stay after a restart, are looked through at once, and are undone to the first', async () => {
  const EDITS = 10_000;
  const KEYS = 50;
  sheet = await office.freshSample(page);
  const plan = planId(new URL(page.url()).hash.replace('#/plan/', ''));
  await office.stop();
  const before = must(openPlanner(office.library));
  for (let made = 0; made < EDITS; made++) await edit(before.planner, plan, made);
  before.close();

  page = await office.start();
  sheet = await Sheet.ofPlan(page, plan);
  const archive = new Archive(page);
  await openHistory();
  expect(await panel().locator('.history-item').count()).toBe(200);
  await search().fill('sua mot dieu khong co');
  await panel().getByText('Không có thay đổi nào như vậy.').waitFor();
  await sheet.press('Control+Shift+6');
  for (let undone = 0; undone < KEYS; undone++) await sheet.press('Control+z');
  const sequence = async () => must(await archive.planner.openPlan({ plan })).sequence;
  await expect.poll(sequence).toBe(EDITS + KEYS);

  const terminal = must(openPlanner(office.library));
  for (let base = EDITS + KEYS; base < 2 * EDITS; base++)
    must(await terminal.planner.undo({ plan, baseSequence: base }));
  terminal.close();
  const { undo } = must(await archive.planner.openPlan({ plan }));
  expect(undo).toBeNull();
  expect(await archive.isAsSample()).toBe(true);
  // The window followed, too much at once as it was.
  await expect.poll(() => sheet.text('Tổng giai đoạn 2022 - 2025', 'period.total')).toBe('209.600');
  await sheet.press('Control+y');
  await expect.poll(() => sheet.text('Tổng giai đoạn 2022 - 2025', 'period.total')).not.toBe('209.600');
}, 300_000);

it('nothing was complained of', () => {
  expect(office.complaints).toEqual([]);
  expect(office.strayRequests).toEqual([]);
});
