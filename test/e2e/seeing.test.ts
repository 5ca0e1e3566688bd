import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { planId } from '../../shared/plan/ids.ts';
import { Archive, trieu } from './archive.ts';
import { Mouse } from './mouse.ts';
import { Office } from './office.ts';
import { Sheet } from './sheet.ts';

const office = Office.open();
let sheet: Sheet;
let page: Page;
let archive: Archive;
let mouse: Mouse;
beforeAll(async () => {
  page = await office.start();
  sheet = await office.openSample(page);
  archive = new Archive(page);
  mouse = new Mouse(sheet);
});
beforeEach(async () => {
  sheet = await office.untouched(sheet);
});
afterAll(async () => {
  await office.leave();
});
const shown = async () => (await sheet.names()).map((name) => name.split(' ')[0]);
const settings = async () => {
  const answer = await archive.planner.settings({});
  if (!answer.ok) throw new Error(answer.refusal.code);
  return answer.value.settings;
};
const view = async (form: 'F1' | 'F2') => {
  const plan = planId(new URL(page.url()).hash.replace('#/plan/', ''));
  const answer = await archive.planner.view({ plan, form });
  if (!answer.ok) throw new Error(answer.refusal.code);
  return answer.value.view;
};

describe('the status bar', () => {
  it('sums up what is selected, each cell once, and follows a change', async () => {
    await mouse.dragOver(['5.1', 'central.recurrent'], ['5.2', 'central.recurrent']);
    await expect
      .poll(() => sheet.figures())
      .toEqual(
        expect.arrayContaining(['Tổng: 4.250', 'TB: 2.125', 'Đếm: 2', 'Nhỏ nhất: 1.500', 'Lớn nhất: 2.750']),
      );
    await sheet.page.keyboard.type('2.000');
    await sheet.press('Enter');
    await expect.poll(() => sheet.figures()).toContain('Tổng: 3.500');
    await sheet.press('Control+z');
    await expect.poll(() => sheet.figures()).toContain('Tổng: 4.250');
    await sheet.click('5.1', 'name');
    await expect.poll(() => page.locator('.status-bar').innerText()).toContain('Chọn ô có số để xem tổng');
  });

  it('copies a figure that is clicked', async () => {
    await mouse.dragOver(['5.1', 'central.recurrent'], ['5.2', 'central.recurrent']);
    await page.locator('.status-figure').filter({ hasText: 'Tổng: 4.250' }).click();
    await sheet.toast('Đã sao chép 4.250.').waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('4.250');
  });
});

describe('zoom', () => {
  it('goes up and down by keys and stops at the ends with a reason; a click and an edit meet their cell', async () => {
    const height = async () => (await (await sheet.cell('1', 'name')).boundingBox())?.height ?? 0;
    const before = await height();
    await sheet.press('Alt+Shift+Equal');
    await expect.poll(() => page.getByLabel('Cỡ hiển thị').inputValue()).toBe('110');
    await page.getByLabel('Cỡ hiển thị').selectOption('150');
    await expect.poll(height).toBeGreaterThan(before * 1.3);
    await sheet.goTo('2.1', 'central.recurrent');
    expect(await sheet.active()).toBe('2.1 central.recurrent');
    await sheet.press('F2');
    const [cell, input] = await Promise.all([
      (await sheet.cell('2.1', 'central.recurrent')).boundingBox(),
      page.locator('.cell-input').boundingBox(),
    ]);
    for (const side of ['x', 'y', 'width', 'height'] as const) {
      expect(Math.abs((cell?.[side] ?? 0) - (input?.[side] ?? 99))).toBeLessThan(3);
    }
    await sheet.press('Escape');
    await mouse.dragOver(['2.1', 'central.recurrent'], ['2.2', 'central.recurrent']);
    await expect.poll(() => sheet.selected()).toEqual(['2.1 central.recurrent', '2.2 central.recurrent']);
    await page.getByLabel('Cỡ hiển thị').selectOption('200');
    await sheet.click('1', 'name');
    await sheet.press('Alt+Shift+Equal');
    await expect.poll(() => sheet.hint().innerText()).toContain('đã ở cỡ lớn nhất');
    await sheet.press('Alt+Shift+0');
    await expect.poll(async () => (await settings()).zoom).toBe(100);
    await expect.poll(height).toBe(before);
  });
});

describe('columns', () => {
  it('widths and folded rows are there again when the plan is opened anew', async () => {
    const heading = mouse.heading('central.recurrent');
    const width = async () => Math.round((await heading.boundingBox())?.width ?? 0);
    const before = await width();
    const edge = await heading.locator('.ag-header-cell-resize').boundingBox();
    if (!edge) throw new Error('the column has no edge to pull');
    const [x, y] = [edge.x + edge.width / 2, edge.y + edge.height / 2];
    await mouse.drag({ x, y }, [{ x: x + 45, y }]);
    await expect.poll(width).toBe(before + 45);
    expect(await sheet.selected()).not.toContain('1 central.recurrent');
    await sheet.click('2', 'name');
    await sheet.press('Alt+Minus');
    await expect.poll(shown).not.toContain('2.1');
    await expect.poll(async () => (await view('F1')).collapsed).toHaveLength(1);
    expect((await view('F1')).widths).toEqual({ 'central.recurrent': before + 45 });
    await sheet.press('Alt+Home');
    await page
      .getByRole('link', { name: /KINH PHÍ THỰC HIỆN/ })
      .first()
      .click();
    sheet = await Sheet.on(page);
    await expect.poll(width).toBe(before + 45);
    expect(await shown()).not.toContain('2.1');
    await sheet.form('F2');
    expect(await shown()).toContain('2.1');
    await sheet.form('F1');
    await expect.poll(shown).not.toContain('2.1');
    await sheet.press('Alt+w');
    await expect.poll(width).toBe(before);
    await sheet.press('Alt+a');
    await expect.poll(shown).toContain('2.1');
    await sheet.press('Alt+w');
    await expect.poll(() => sheet.hint().innerText()).toContain('chưa cột nào bị đổi độ rộng');
  });

  it('Alt+C keeps the columns up to the active one in sight, and lets them go', async () => {
    await sheet.form('F2');
    await sheet.goTo('1', 'period.central.total');
    await sheet.press('Alt+c');
    const pinned = page.locator(
      '.ag-row[row-index="0"] .ag-grid-pinned-left-cells [col-id="period.central.total"]',
    );
    await pinned.waitFor();
    const viewport = page.locator('.form-grid .ag-grid-viewport');
    await viewport.evaluate((element) => element.scrollTo({ left: 1200 }));
    await expect.poll(() => page.locator('[col-id="2023.central.recurrent"]').count()).toBeGreaterThan(0);
    expect((await pinned.boundingBox())?.x).toBeLessThan(800);
    expect(await sheet.selected()).toEqual(['1 period.central.total']);
    await sheet.press('Alt+c');
    await pinned.waitFor({ state: 'detached' });
    await sheet.form('F1');
  });
});

describe('what changed since the last revision', () => {
  const marked = () =>
    page.evaluate(() =>
      [...document.querySelectorAll('.cell-changed')].map((cell) => {
        const ordinal = cell.closest('.ag-row')?.querySelector('[col-id="ordinal"]')?.textContent;
        return `${ordinal} ${cell.getAttribute('col-id')}`;
      }),
    );
  const revise = async (label: string) => {
    await sheet.press('Control+Shift+s');
    await sheet.dialog().getByLabel('Tên phiên bản').fill(label);
    await sheet.press('Enter');
    await sheet.toast(`Đã lưu phiên bản “${label}”.`).waitFor();
    await sheet.dialog().waitFor({ state: 'detached' });
  };

  it('is marked in every cell that shows it, until it is taken back or revised again', async () => {
    expect(await marked()).toEqual([]);
    await sheet.press('Control+Shift+s');
    await sheet.press('Enter');
    await sheet.dialog().getByText('Hãy đặt tên').waitFor();
    await sheet.press('Escape');
    await sheet.dialog().waitFor({ state: 'detached' });
    await revise('Dự thảo lần 1');
    expect(await marked()).toEqual([]);
    await sheet.enter('5.2', 'central.recurrent', '1.501');
    await expect
      .poll(marked)
      .toEqual(
        expect.arrayContaining([
          '5.2 central.recurrent',
          '5.2 central.total',
          '5.2 period.total',
          '5 period.total',
        ]),
      );
    expect(await marked()).not.toContain('5.1 central.recurrent');
    await sheet.press('Alt+r');
    await expect.poll(marked).toEqual([]);
    await sheet.press('Alt+r');
    await expect.poll(marked).toContain('5.2 central.recurrent');
    await sheet.press('Control+z');
    await expect.poll(marked).toEqual([]);
    await sheet.enter('5.2', 'name', 'Tên khác');
    await expect.poll(marked).toEqual(['5.2 name']);
    await revise('Dự thảo lần 2');
    await expect.poll(marked).toEqual([]);
    await sheet.press('Control+Shift+s');
    await sheet.dialog().getByLabel('Tên phiên bản').fill('Dự thảo lần 2');
    await sheet.press('Enter');
    await sheet.dialog().getByText('Đã có phiên bản “Dự thảo lần 2”').waitFor();
    await sheet.answer('Hủy');
  });
});

describe('what a total is made of', () => {
  const tip = () => page.locator('.cell-tip');

  it('is told to a mouse that rests on it, and each part leads to its cell', async () => {
    const { x, y } = await mouse.overCell(['3', 'central.recurrent']);
    await page.mouse.move(x, y);
    await tip().waitFor();
    expect(await tip().innerText()).toContain('3 · ');
    const parts = tip().getByRole('button');
    expect(await parts.allInnerTexts()).toEqual([
      expect.stringMatching(/3\.1: 8\.250/),
      expect.stringMatching(/3\.2: 4\.750/),
    ]);
    await parts.last().click();
    await expect.poll(() => sheet.active()).toBe('3.2 central.recurrent');
    await tip().waitFor({ state: 'detached' });
    expect(await sheet.focus()).not.toBe('elsewhere');
  });

  it('a name is told whole, with what is to be looked at', async () => {
    await sheet.enter('3.1', 'local.recurrent', '-5');
    const { x, y } = await mouse.overCell(['3.1', 'name']);
    await page.mouse.move(x, y);
    await expect.poll(() => tip().innerText()).toContain('Số âm ở Ngân sách địa phương');
    await sheet.press('Escape');
    await tip().waitFor({ state: 'detached' });
  });

  it('Ctrl+[ selects the parts; on a detail it says why not', async () => {
    await sheet.click('3', 'central.recurrent');
    await sheet.press('Control+[');
    await expect.poll(() => sheet.selected()).toEqual(['3.1 central.recurrent', '3.2 central.recurrent']);
    await expect.poll(() => sheet.figures()).toContain('Tổng: 13.000');
    await sheet.click('3.1', 'central.recurrent');
    await sheet.press('Control+[');
    await expect.poll(() => sheet.hint().innerText()).toContain('ô đang chọn không phải ô tổng');
  });

  it('the formula bar names them too', async () => {
    await sheet.click('3', 'central.recurrent');
    await expect.poll(() => sheet.bar().innerText()).toContain('3.1: 8.250');
    await sheet.bar().getByRole('button', { name: /3\.2/ }).click();
    await expect.poll(() => sheet.active()).toBe('3.2 central.recurrent');
  });
});

describe('looks', () => {
  it('rows are airy or dense', async () => {
    const height = async () => (await (await sheet.cell('5.2', 'name')).boundingBox())?.height ?? 0;
    const dense = await height();
    await sheet.press('Alt+y');
    await expect.poll(height).toBeGreaterThan(dense);
    await sheet.press('Alt+y');
    await expect.poll(height).toBe(dense);
  });

  it('themes are chosen by key and remembered', async () => {
    const look = () => page.evaluate(() => document.documentElement.dataset.look);
    for (const [key, theme] of [
      ['Alt+Shift+7', 'dark'],
      ['Alt+Shift+8', 'contrast'],
      ['Alt+Shift+6', 'light'],
    ] as const) {
      await sheet.press(key);
      await expect.poll(look).toBe(theme);
      await expect.poll(async () => (await settings()).theme).toBe(theme);
    }
    await sheet.press('Alt+Shift+5');
    await expect.poll(async () => (await settings()).theme).toBe('system');
  });

  it('the language changes and comes back, with the sheet as it was', async () => {
    await sheet.press('Alt+l');
    await page.getByRole('button', { name: 'Undo' }).first().waitFor();
    await sheet.press('Alt+l');
    await page.getByRole('button', { name: 'Hoàn tác' }).first().waitFor();
    expect(await archive.amount('1', 'period.total')).toBe(trieu(62_500));
  });

  it('nothing was complained of', () => {
    expect(office.complaints).toEqual([]);
  });
});
