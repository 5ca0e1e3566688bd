import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { installClock } from './clock.ts';

export const ROOT = path.resolve(import.meta.dirname, '..', '..');
const VIEWPORT = { width: 1366, height: 768 };

/** The plan's screen on F2. `ready` is a cell that is there once it is drawn. */
export async function openOurs(browser: Browser, url: string, plan: string, ready: string): Promise<Page> {
  const page = await browser.newPage({ viewport: VIEWPORT });
  await installClock(page);
  await page.goto(url);
  await page.getByRole('heading').first().waitFor();
  await page.evaluate((id) => {
    location.hash = `#/plan/${id}`;
  }, plan);
  await page.getByLabel('Biểu', { exact: true }).selectOption('F2');
  await page.locator(`[row-index="3"] [col-id="${ready}"]`).waitFor();
  return page;
}

/** How large our sheet is drawn, so that a bare grid shows as many cells. */
export async function sizeOf(ours: Page): Promise<SheetSize> {
  return ours.evaluate(() => {
    const height = document.querySelector('.form-grid')?.clientHeight ?? 0;
    const amounts = [...document.querySelectorAll('[row-index="3"] .cell-amount')];
    const widths = amounts.map((cell) => cell.clientWidth).sort((one, other) => one - other);
    return { height, columnWidth: (widths[Math.floor(widths.length / 2)] ?? 0) + 1 };
  });
}

export interface SheetSize {
  readonly height: number;
  readonly columnWidth: number;
}

/** A bare AG Grid: as many rows, columns, headings, pinned parts, as large as our sheet; nothing of ours. */
export async function openBare(browser: Browser, rows: number, size: SheetSize): Promise<Page> {
  const page = await browser.newPage({ viewport: VIEWPORT });
  await page.setContent(`<div id="grid" style="height: ${size.height}px"></div>`);
  await installClock(page);
  await page.addScriptTag({
    path: path.join(ROOT, 'node_modules', 'ag-grid-community', 'dist', 'ag-grid-community.min.js'),
  });
  await page.evaluate(
    ({ count, width }) => {
      const leaf = (at: number) => ({ colId: `c${at}`, field: `c${at}`, headerName: `Cột ${at}`, width });
      const blocks = Array.from({ length: 6 }, (_, block) => ({
        headerName: `Khối ${block}`,
        children: [
          leaf(block * 8),
          { headerName: 'NSTW', children: [1, 2, 3].map((at) => leaf(block * 8 + at)) },
          { headerName: 'NSĐP', children: [4, 5, 6].map((at) => leaf(block * 8 + at)) },
          leaf(block * 8 + 7),
        ],
      }));
      const row = (at: number) => ({
        id: `${at}`,
        tt: `${at}`,
        name: `Hoạt động thứ ${at} của chương trình`,
        note: '',
        ...Object.fromEntries(Array.from({ length: 48 }, (_, column) => [`c${column}`, at * 48 + column])),
      });
      const agGrid = Reflect.get(window, 'agGrid');
      const api = agGrid.createGrid(document.getElementById('grid'), {
        columnDefs: [
          { colId: 'tt', field: 'tt', pinned: 'left', width: 48 },
          { colId: 'name', field: 'name', pinned: 'left', width: 290 },
          ...blocks,
          { colId: 'note', field: 'note', width: 180 },
        ],
        defaultColDef: { cellDataType: false },
        rowHeight: 26,
        animateRows: false,
        getRowId: (params: { data: { id: string } }) => params.data.id,
        rowData: Array.from({ length: count }, (_, at) => row(at)),
        pinnedBottomRowData: [row(count)],
      });
      Reflect.set(window, 'bareGrid', api);
    },
    { count: rows, width: size.columnWidth },
  );
  await page.locator('[row-index="3"] [col-id="c2"]').waitFor();
  return page;
}
