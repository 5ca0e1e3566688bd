import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { looksLikePlanFile } from '../../shared/intake/plan-file.ts';
import { Office } from './office.ts';
import { Sheet } from './sheet.ts';

const office = Office.open();
let sheet: Sheet;
beforeAll(async () => {
  sheet = await office.openSample(await office.start());
});
afterAll(async () => {
  await office.leave();
});

const preview = () => sheet.page.getByRole('dialog', { name: 'Xem trước, in và xuất' });
const frame = () => preview().locator('iframe');
const sheets = () => frame().contentFrame().locator('section');
const place = () => preview().locator('output').innerText();
/** Counts what is printed, the pages or the window, in place of printing. */
const countPrints = () =>
  sheet.page.evaluate(() => {
    const count = { pages: 0, window: 0 };
    const counted = (what: keyof typeof count) => (): void => {
      count[what] += 1;
    };
    window.print = counted('window');
    const inside = document.querySelector('iframe')?.contentWindow;
    if (inside) inside.print = counted('pages');
    Object.assign(window, { printCount: count });
  });
const printCount = () => sheet.page.evaluate(() => Reflect.get(window, 'printCount'));

async function openPreview(): Promise<void> {
  await sheet.press('Control+p');
  await sheets().first().waitFor();
}

describe('the print preview', () => {
  it('comes with Ctrl+P from the sheet, the form that is shown on its pages, as wide as the window', async () => {
    await sheet.click('2.1', 'central.recurrent');
    await openPreview();
    await expect.poll(place).toBe('Trang 1/2');
    expect(await sheets().count()).toBe(2);
    expect(await sheets().first().innerText()).toContain('PHỤ LỤC');
    expect(await sheets().last().innerText()).toMatch(/^2\s.*209\.600\.000\.000 đồng.*\.\/\.\s*$/s);
    const [page, room] = [await sheets().first().boundingBox(), await frame().boundingBox()];
    expect(page?.width).toBeGreaterThan((room?.width ?? 0) * 0.95);
  });

  it('follows the page in sight, and shows a whole page or a fixed size', async () => {
    await frame().focus();
    // A key that comes while the pages still glide is lost, as in any window.
    const shownAfter = async (key: string): Promise<string> => {
      await sheet.press(key);
      return place();
    };
    await expect.poll(() => shownAfter('End')).toBe('Trang 2/2');
    await expect.poll(() => shownAfter('Home')).toBe('Trang 1/2');
    const zoom = preview().getByLabel('Cỡ trang');
    await zoom.selectOption('page');
    const height = async () => (await sheets().first().boundingBox())?.height ?? 0;
    const room = (await frame().boundingBox())?.height ?? 0;
    await expect.poll(height).toBeLessThan(room);
    await zoom.selectOption('100');
    await expect.poll(async () => Math.round((await sheets().first().boundingBox())?.width ?? 0)).toBe(1123);
  });

  it('prints the pages, never the window: by its button and by Ctrl+P, also from among the pages', async () => {
    await countPrints();
    await preview().getByRole('button', { name: 'In…' }).click();
    await sheet.press('Control+p');
    await frame().focus();
    await sheet.press('Control+p');
    await expect.poll(printCount).toEqual({ pages: 3, window: 0 });
  });

  it('keeps the pages as PDF', async () => {
    const [download] = await Promise.all([
      sheet.page.waitForEvent('download'),
      preview().getByRole('button', { name: 'Lưu PDF' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/ - F1\.pdf$/);
    const bytes = readFileSync(await download.path()).toString('latin1');
    expect(bytes.startsWith('%PDF-')).toBe(true);
    expect(bytes.match(/\/Type \/Page\b/g)).toHaveLength(2);
  });

  it('closes with Escape, also from among the pages, and the keyboard is on the sheet again', async () => {
    await frame().focus();
    await sheet.press('Escape');
    await preview().waitFor({ state: 'detached' });
    await expect.poll(() => sheet.active()).toBe('2.1 central.recurrent');
    await expect.poll(() => sheet.focus()).not.toBe('elsewhere');
  });

  it('says why a form cannot be printed, and shows the one that can', async () => {
    await sheet.form('F2');
    await sheet.enter('3.2', '2023.central.investment', '3000');
    await sheet.saved();
    await sheet.form('F1');
    await sheet.click('2.1', 'central.recurrent');
    await sheet.press('Control+p');
    await preview().getByRole('alert').getByText('3.2 Hỗ trợ việc làm bền vững').waitFor();
    await preview().getByRole('button', { name: 'Xem theo F2' }).click();
    await sheets().first().waitFor();
    expect(await sheets().nth(1).innerText()).toContain('Năm 2023');
    await sheet.press('Escape');
    await preview().waitFor({ state: 'detached' });
    await sheet.press('Control+z');
  });

  it('no other dialog lets the browser print the window', async () => {
    await sheet.press('F1');
    await sheet.dialog().waitFor();
    await sheet.page.evaluate(() => {
      const look = (event: KeyboardEvent): void => {
        if (event.key === 'p') Object.assign(window, { wasPrevented: event.defaultPrevented });
      };
      window.addEventListener('keydown', look, { capture: true });
    });
    await sheet.press('Control+p');
    expect(await sheet.page.evaluate(() => Reflect.get(window, 'wasPrevented'))).toBe(true);
    await sheet.press('Escape');
    await sheet.dialog().waitFor({ state: 'detached' });
  });
});

describe('the other ways out and in', () => {
  it.each([
    ['Xuất Word', / - F1\.docx$/, 'PK'],
    ['Xuất CSV', / - F1\.csv$/, '\uFEFFTT;'],
    ['Xuất toàn bộ phụ lục (JSON)', /2025\.json$/, '{'],
  ])('%s', async (name, file, begins) => {
    await sheet.page.getByRole('button', { name: 'Xuất dạng khác' }).click();
    const [download] = await Promise.all([
      sheet.page.waitForEvent('download'),
      sheet.page.getByRole('menuitem', { name }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(file);
    const bytes = readFileSync(await download.path());
    expect(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes).startsWith(begins)).toBe(true);
    expect(looksLikePlanFile(bytes)).toBe(name.includes('JSON'));
  });

  it('a JSON file comes back through the import of the library', async () => {
    const words = await sheet.words();
    const [download] = await Promise.all([sheet.page.waitForEvent('download'), sheet.press('Alt+Shift+j')]);
    const file = await download.path();
    await sheet.button('Thư viện').click();
    const [chooser] = await Promise.all([
      sheet.page.waitForEvent('filechooser'),
      sheet.page.getByRole('button', { name: 'Nhập từ Excel, .plkp hoặc JSON' }).click(),
    ]);
    await chooser.setFiles(file);
    const imported = await Sheet.on(sheet.page);
    await expect.poll(() => imported.words()).toBe(words);
  });

  it('without a word of complaint from the page in all this', () => {
    expect(office.complaints).toEqual([]);
    expect(office.strayRequests).toEqual([]);
  });
});
