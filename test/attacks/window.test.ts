import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writePlanFile } from '../../shared/intake/plan-file.ts';
import { Archive } from '../e2e/archive.ts';
import { pasteEvent } from '../e2e/clip.ts';
import { Office } from '../e2e/office.ts';
import { Sheet } from '../e2e/sheet.ts';
import { must, vinhLongPlan } from '../shared/plan/sample-plan.ts';

/**
 * Attack: names, titles and a clipboard that hold scripts, pictures and styles from elsewhere, in the officer's window.
 * Each script would set `window.attacked`; each picture would be a request that leaves this computer.
 */
const SCRIPT = `<img src="http://evil.example/a" onerror="window.attacked = 1"><script>window.attacked = 1</script>{{constructor.constructor('window.attacked = 1')()}}javascript:window.attacked=1`;

const office = Office.open();
let sheet: Sheet;
beforeAll(async () => {
  const page = await office.start();
  const plan = vinhLongPlan();
  const attacked = {
    ...plan,
    header: { ...plan.header, title: SCRIPT, decision: SCRIPT, footnotes: [SCRIPT], locality: SCRIPT },
    rows: plan.rows.map((row) => ({ ...row, name: `${row.name} ${SCRIPT}`, note: SCRIPT, confirmed: false })),
    sources: plan.sources.map((source) => ({ ...source, name: SCRIPT, short: SCRIPT })),
  };
  const bytes = new TextEncoder().encode(writePlanFile(attacked));
  const made = must(await new Archive(page).planner.importWorkbook({ name: `${SCRIPT}.json`, bytes }));
  sheet = await Sheet.ofPlan(page, made.plan);
});
afterAll(async () => {
  await office.leave();
});

const attacked = () => sheet.page.evaluate(() => Reflect.get(window, 'attacked'));

/** No element of the attack is on the page, none of its scripts ran, and nothing was asked of anybody. */
async function expectNothing(): Promise<void> {
  expect(await attacked()).toBeUndefined();
  expect(await sheet.page.locator('img[src*="evil"], script:not([src])').count()).toBe(0);
  expect(office.strayRequests).toEqual([]);
  expect(office.complaints).toEqual([]);
}

describe('a script as every name of a plan', () => {
  test('is text in the sheet, its tips, its panels and its dialogs', async () => {
    expect(await sheet.page.locator('.form-grid').innerText()).toContain('<img src="http://evil.example/a"');
    const cell = sheet.page.locator('.form-grid .ag-row [col-id="name"]').first();
    await cell.hover();
    await cell.click();
    await sheet.page.keyboard.press('F2');
    await sheet.page.keyboard.press('Escape');
    for (const panel of [1, 2, 3, 4, 5]) {
      await sheet.press(`Control+Shift+${panel}`);
      await sheet.page.getByRole('complementary').waitFor();
      await sheet.press('Escape');
    }
    await sheet.press('Control+k');
    await sheet.page.getByRole('combobox', { name: /Gõ/ }).fill('evil');
    await sheet.press('Escape');
    await expectNothing();
  });

  test('is text in the print preview', async () => {
    await cellClick();
    await sheet.press('Control+p');
    const preview = sheet.page.getByRole('dialog', { name: 'Xem trước, in và xuất' });
    const pages = preview.locator('iframe').contentFrame();
    await pages.locator('section').first().waitFor();
    expect(await pages.locator('body').innerText()).toContain('<img src=');
    expect(await pages.locator('img, script').count()).toBe(0);
    await sheet.press('Escape');
    await preview.waitFor({ state: 'detached' });
    await expectNothing();
  });
});

function cellClick(): Promise<void> {
  return sheet.page.locator('.form-grid .ag-row [col-id="name"]').nth(1).click();
}

describe('a clipboard of a page of the web', () => {
  test('brings its texts: nothing of its HTML runs or is fetched', async () => {
    sheet = await office.freshSample(sheet.page);
    const html = `<html><head><link rel="stylesheet" href="http://evil.example/a.css"><style>@import "http://evil.example/b.css"; td { background: url(http://evil.example/c) }</style></head><body onload="window.attacked = 1"><table><tr><td sdval="6300">${SCRIPT}6.300</td></tr></table><iframe src="http://evil.example/d"></iframe><object data="http://evil.example/e"></object></body></html>`;
    await sheet.click('2.1', 'central.recurrent');
    await pasteEvent(sheet, { text: '6.300', html });
    // Its HTML was looked into for what the number means; the officer is asked all the same.
    await sheet.dialog().waitFor();
    await expectNothing();
    await sheet.press('Escape');
    await sheet.dialog().waitFor({ state: 'detached' });
  });

  test('brings a name as text', async () => {
    await sheet.click('2.1', 'name');
    await pasteEvent(sheet, { text: SCRIPT, html: SCRIPT });
    await expect.poll(() => sheet.page.locator('.form-grid').innerText()).toContain('javascript:window');
    await expectNothing();
  });
});

test('a typed or pasted name leaves behind the marks that would turn it around', async () => {
  await sheet.click('2.2', 'name');
  await sheet.press('F2');
  await sheet.page.keyboard.press('Control+a');
  await sheet.page.keyboard.insertText('Dự án \u202E000.5\u2067 x');
  await sheet.press('Enter');
  await sheet.saved();
  const { rows } = await new Archive(sheet.page).plan();
  expect(rows.map(({ name }) => name)).toContain('Dự án 000.5 x');
  expect(await sheet.page.locator('.form-grid').innerText()).not.toMatch(/[\u202A-\u202E\u2066-\u2069]/);
});
