import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LIBRARY_FILE } from '../../electron/store/library-files.ts';
import type { Planner } from '../../shared/api/planner.ts';
import { temporaryFolder } from '../electron/store/temporary-library.ts';
import { must } from '../shared/plan/sample-plan.ts';
import { Archive } from './archive.ts';
import { barriers } from './axe.ts';
import { Office } from './office.ts';

/** Milliseconds that a bar may take: the window asks again only now and then, so that it is opened anew meanwhile. */
const BAR = 20_000;

const barOf = (page: Page, text: RegExp) => page.getByText(text);

/** An office that worked a while and went home. */
async function workedIn(
  office: Office,
  more: (planner: Planner) => Promise<void> = async () => {},
): Promise<void> {
  const { planner } = new Archive(await office.start());
  must(await planner.createSample({ sample: 'vinh-long-2022-2025' }));
  await more(planner);
  await office.stop();
}

describe('a library that was repaired', () => {
  const office = Office.open();
  let page: Page;
  beforeAll(async () => {
    await workedIn(office);
    const file = path.join(office.library, LIBRARY_FILE);
    const bytes = readFileSync(file);
    bytes[bytes.indexOf('6250000000')] = '7'.charCodeAt(0);
    writeFileSync(file, bytes);
    page = await office.start();
  });
  afterAll(() => office.leave());

  it('is told over the list and over a plan, with what became of every plan', async () => {
    await barOf(page, /bị hỏng đã được dựng lại/).waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('link', { name: /KINH PHÍ/ }).click();
    await page.getByText(/Tổng kinh phí:/).waitFor();
    await barOf(page, /bị hỏng đã được dựng lại/).waitFor();
    await page.getByRole('button', { name: 'Xem báo cáo…' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText(/còn đủ, đến bước 0/).waitFor();
    expect(await dialog.innerText()).toMatch(/Tệp hỏng được giữ trong thư mục damaged-/);
    expect(await barriers(page)).toEqual([]);
  });

  it('is not told again once its report was read', async () => {
    await page.getByRole('dialog').getByRole('button', { name: 'Đã đọc' }).click();
    await barOf(page, /bị hỏng đã được dựng lại/).waitFor({ state: 'detached' });
    await page.reload();
    await page.getByText(/Tổng kinh phí:/).waitFor();
    expect(must(await new Archive(page).planner.libraryState({})).recovery).toBeNull();
    expect(await barOf(page, /bị hỏng đã được dựng lại/).count()).toBe(0);
    expect(office.complaints).toEqual([]);
  });
});

describe('a library of a newer version', () => {
  const office = Office.open();
  let page: Page;
  beforeAll(async () => {
    await workedIn(office);
    const database = new Database(path.join(office.library, LIBRARY_FILE));
    database.exec("ALTER TABLE plan ADD COLUMN later TEXT NOT NULL DEFAULT ''; PRAGMA user_version = 99");
    database.close();
    page = await office.start();
  });
  afterAll(() => office.leave());

  it('is said to be for reading alone, and can be read', async () => {
    await barOf(page, /chỉ xem được, không sửa được/).waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('link', { name: /KINH PHÍ/ }).click();
    await page.getByText(/Tổng kinh phí: 209\.600\.000\.000 đồng/).waitFor();
    await barOf(page, /chỉ xem được, không sửa được/).waitFor();
    expect(office.complaints).toEqual([]);
  });
});

describe('a library whose second backup folder is away', () => {
  const office = Office.open();
  let page: Page;
  let stick: string;
  beforeAll(async () => {
    await workedIn(office, async (planner) => {
      using folder = temporaryFolder();
      stick = folder.folder;
      must(await planner.keepSettings({ settings: { backupFolder: stick } }));
    });
    page = await office.start();
  });
  afterAll(() => office.leave());

  it('is told with the reason, until that was read', async () => {
    const bar = barOf(page, /Lần sao lưu tự động gần nhất chưa xong:/);
    await expect
      .poll(
        async () => {
          await page.reload();
          await page.getByRole('heading', { name: 'Phụ lục Kinh phí' }).waitFor();
          await page.waitForTimeout(300);
          return bar.count();
        },
        { timeout: BAR, interval: 1_000 },
      )
      .toBe(1);
    expect(await bar.innerText()).toContain(stick);
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('button', { name: 'Đã đọc' }).click();
    await bar.waitFor({ state: 'detached' });
    expect(office.complaints).toEqual([]);
  });
});
