import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { barriers } from './axe.ts';
import { pasteEvent } from './clip.ts';
import { faintTexts } from './contrast.ts';
import { Office } from './office.ts';
import type { Sheet } from './sheet.ts';

const office = Office.open();
let page: Page;
let sheet: Sheet;
beforeAll(async () => {
  page = await office.start();
});
afterAll(async () => {
  await office.leave();
});

/** Something on the plan screen, how it comes up, and what it is. */
interface Scene {
  readonly name: string;
  readonly open: () => Promise<unknown>;
  readonly shown: () => Locator;
}

const dialog = () => sheet.dialog();
const findBar = () => page.locator('.find-bar');
/** Until the pages are there the buttons below them are greyed, which no contrast is asked of. */
async function printable(): Promise<void> {
  await expect.poll(() => page.locator('.print-actions button').count()).toBeGreaterThan(0);
  await expect.poll(() => page.locator('.print-actions [aria-disabled="true"]').count()).toBe(0);
}

const SCENES: readonly Scene[] = [
  { name: 'the command palette', open: () => sheet.press('Control+k'), shown: dialog },
  { name: 'the list of shortcuts', open: () => sheet.press('F1'), shown: dialog },
  {
    name: 'a paste that asks how its numbers are written',
    open: () => pasteEvent(sheet, { text: '12.345\t1' }),
    shown: dialog,
  },
  {
    name: 'a total that is spread',
    open: () => sheet.enter('2', 'central.recurrent', '9.000'),
    shown: dialog,
  },
  {
    name: 'what is printed around the table',
    open: () => sheet.button('Thông tin phụ lục').click(),
    shown: dialog,
  },
  {
    name: 'the print preview',
    open: async () => {
      await sheet.press('Control+p');
      await printable();
    },
    shown: () => page.locator('.print-preview iframe'),
  },
  {
    name: 'printing with a report, whose settings and notices are shown',
    open: async () => {
      await sheet.press('Control+p');
      await page.getByRole('button', { name: 'Thêm biểu' }).click();
      await page.getByRole('menuitem', { name: /^F6/ }).click();
      await page.getByText('Vốn huy động khác năm 2022').waitFor();
      await printable();
    },
    shown: () => page.locator('.print-preview iframe'),
  },
  {
    name: 'a form of the office’s own',
    open: async () => {
      await sheet.press('Control+p');
      await page.getByRole('button', { name: 'Thêm biểu' }).click();
      await page.getByRole('menuitem', { name: /Biểu riêng mới/ }).click();
      await printable();
    },
    shown: () => page.locator('.print-preview .own-form'),
  },
  {
    name: 'a row with money that is to go',
    open: () => sheet.press('Control+-'),
    shown: dialog,
  },
  {
    name: 'the menu of a cell',
    open: async () => (await sheet.cell('2.1', 'central.recurrent')).click({ button: 'right' }),
    shown: () => page.getByRole('menu'),
  },
  {
    name: 'a menu of the menu bar',
    open: () => sheet.button('Hiển thị').click(),
    shown: () => page.getByRole('menu'),
  },
  {
    name: 'the parts of a total, where the mouse rests on it',
    open: async () => (await sheet.cell('2', 'central.recurrent')).hover(),
    shown: () => page.locator('.cell-tip'),
  },
  {
    name: 'the history, a row of it opened',
    open: async () => {
      await sheet.press('Control+Shift+6');
      await page.locator('.history-open').first().click();
    },
    shown: () => page.locator('.history-item').first(),
  },
  { name: 'the office’s settings', open: () => sheet.press('Alt+Shift+O'), shown: dialog },
  { name: 'naming a revision', open: () => sheet.press('Control+Shift+S'), shown: dialog },
  { name: 'finding', open: () => sheet.press('Control+f'), shown: findBar },
  { name: 'replacing', open: () => sheet.press('Control+h'), shown: findBar },
  {
    name: 'a cell whose text was refused',
    open: () => sheet.enter('2.1', 'central.recurrent', '1.50'),
    shown: () => sheet.hint(),
  },
];

/** In the middle of the status bar, where a resting mouse brings up nothing. */
const REST = { x: 683, y: 757 };

/** Sets a scene, looks at it, and clears it away. */
async function lookAt({ open, shown }: Scene, looksFor?: 'colours'): Promise<string[]> {
  await sheet.goTo('2.1', 'central.recurrent');
  await open();
  await shown().waitFor();
  const found = await barriers(page, looksFor);
  // The first takes back a text, the second what is said of it.
  await sheet.press('Escape', 'Escape');
  await page.mouse.move(REST.x, REST.y);
  await shown().waitFor({ state: 'detached' });
  return found;
}

describe('nothing stands in an officer’s way', () => {
  it('in an empty library, and in the dialog for a new plan', async () => {
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('button', { name: 'Phụ lục mới' }).click();
    await page.getByRole('dialog').getByLabel('Tên phụ lục').waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.keyboard.press('Escape');
  });

  it('in a library with a plan, whose menu is open', async () => {
    sheet = await office.openSample(page);
    await sheet.button('Thư viện').click();
    const row = page.locator('.library-list tbody tr');
    await row.waitFor();
    expect(await barriers(page)).toEqual([]);
    await row.getByRole('button').click();
    await page.getByRole('menu').waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await row.getByRole('link').click();
    await page.locator('.form-grid .ag-row').first().waitFor();
  });

  it('on the plan screen, on either form', async () => {
    await sheet.form('F2');
    expect(await barriers(page)).toEqual([]);
    await sheet.form('F1');
    expect(await barriers(page)).toEqual([]);
  });

  it.each(SCENES)('on the plan screen: $name', async (scene) => {
    expect(await lookAt(scene)).toEqual([]);
  });
});

async function choose(theme: string): Promise<void> {
  await sheet.press('Control+k');
  await page.keyboard.type(theme);
  await page.getByRole('option', { name: theme }).waitFor();
  await sheet.press('Enter');
  await dialog().waitFor({ state: 'detached' });
}

describe.each(['Nền tối', 'Tương phản cao', 'Nền sáng'])('with %s', (theme) => {
  beforeAll(() => choose(theme));

  it('every text of the sheet can be read, on either form', async () => {
    for (const form of ['F2', 'F1'] as const) {
      await sheet.form(form);
      const { faint, looked } = await faintTexts(page);
      expect(faint).toEqual([]);
      expect(looked).toBeGreaterThan(150);
    }
  });

  it('the library can be read, with the mouse over a plan too', async () => {
    await sheet.button('Thư viện').click();
    const row = page.locator('.library-list tbody tr');
    await row.hover();
    expect(await barriers(page, 'colours')).toEqual([]);
    await row.getByRole('link').click();
    await page.locator('.form-grid .ag-row').first().waitFor();
  });
});

describe.each(['Nền tối', 'Tương phản cao'])('with %s', (theme) => {
  beforeAll(() => choose(theme));

  it.each(SCENES)('can be read: $name', async (scene) => {
    expect(await lookAt(scene, 'colours')).toEqual([]);
  });
});

describe('the active cell is read out', () => {
  const spoken = () => page.locator('.cell-input').getAttribute('aria-label');

  it('with its row, its column, its amount and the unit, wherever the arrow keys go', async () => {
    await sheet.goTo('2.1', 'central.investment');
    await sheet.press('ArrowRight');
    const name = 'Hỗ trợ phát triển sản xuất trong lĩnh vực nông nghiệp';
    await expect.poll(spoken).toBe(`2.1 ${name}, NSTW, SN: 6.250 triệu đồng`);
    await sheet.press('ArrowLeft');
    await expect.poll(spoken).toBe(`2.1 ${name}, NSTW, ĐTPT: 0 triệu đồng`);
    await sheet.press('ArrowDown');
    await expect.poll(spoken).toBe('2.2 Cải thiện dinh dưỡng, NSTW, ĐTPT: 0 triệu đồng');
  });

  it('with a name, or as a cell that the form does not use', async () => {
    await sheet.goTo('2.2', 'name');
    await expect.poll(spoken).toBe('2.2 Cải thiện dinh dưỡng, Nội dung: Cải thiện dinh dưỡng');
    await sheet.goTo('Kinh phí các dự án 01 năm', 'period.total');
    await expect.poll(spoken).toMatch(/^Kinh phí các dự án 01 năm, .*: không áp dụng$/);
  });

  it('with years that differ, in words and not as "≠"', async () => {
    await sheet.form('F2');
    await sheet.goTo('3.2', '2023.central.investment');
    await page.keyboard.type('3000');
    await sheet.press('Enter');
    await sheet.form('F1');
    await sheet.goTo('3.2', 'central.investment');
    await expect.poll(spoken).toBe('3.2 Hỗ trợ việc làm bền vững, NSTW, ĐTPT: các năm khác nhau');
  });

  it('without a word of complaint from the page in all this', () => {
    expect(office.complaints).toEqual([]);
  });
});
