import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type BrowserHost, startBrowserHost } from '../../electron/hosts/browser.ts';
import { temporaryFolder } from '../electron/store/temporary-library.ts';
import { must } from '../shared/plan/sample-plan.ts';
import { barriers } from './axe.ts';
import { launchChromium } from './chromium.ts';

const rendererFolder = path.resolve(import.meta.dirname, '..', '..', 'dist', 'renderer');

let browser: Browser;
let host: BrowserHost | undefined;
const place = temporaryFolder();
const complaints: string[] = [];

beforeAll(async () => {
  browser = await launchChromium();
});
afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
  await host?.close();
});
afterAll(async () => {
  await browser.close();
  place[Symbol.dispose]();
});

/** The window of a program that was started on this folder. */
async function windowOn(library: string, colorScheme: 'light' | 'dark' = 'light'): Promise<Page> {
  host = must(await startBrowserHost({ library, rendererFolder, onBug: (bug) => complaints.push(`${bug}`) }));
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 }, colorScheme });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (line) => line.type() === 'error' && complaints.push(line.text()));
  await page.goto(host.url);
  await page.waitForURL(`${host.origin}/`);
  return page;
}

describe('a folder that cannot be used', () => {
  it('is named by the window; once it is mended, “Thử lại” by the keyboard alone opens the planner', async () => {
    const library = path.join(place.folder, 'Kinh phí 2026');
    writeFileSync(library, '');
    const page = await windowOn(library);
    await page.getByRole('heading', { name: 'Chưa mở được thư viện' }).waitFor();
    expect(await page.getByRole('alert').innerText()).toContain(library);
    expect(await barriers(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await page.getByText('Lần thử gần nhất').waitFor();
    expect(await page.getByRole('alert').innerText()).toContain(library);

    rmSync(library);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Phụ lục Kinh phí' }).waitFor();
    await page.getByRole('button', { name: /bản mẫu/ }).click();
    await page.getByRole('grid').waitFor();
    expect(complaints).toEqual([]);
  });

  it('has a library of another program in it, which stays as it is', async () => {
    const library = path.join(place.folder, 'của phần mềm khác');
    mkdirSync(library);
    const file = path.join(library, 'library.plkp.db');
    const other = new Database(file);
    other.exec('PRAGMA application_id = 42; CREATE TABLE thing (name TEXT)');
    other.close();
    const page = await windowOn(library, 'dark');
    const said = page.getByRole('alert');
    await said.waitFor();
    expect(await said.innerText()).toContain('không phải của phần mềm này');
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('link', { name: 'Thử lại' }).click();
    await said.waitFor();
    const left = new Database(file, { readonly: true });
    expect(left.pragma('application_id', { simple: true })).toBe(42);
    left.close();
    expect(complaints).toEqual([]);
  });
});
