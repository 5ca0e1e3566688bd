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

/** How large our sheet and its parts are drawn, so that a bare grid shows as many cells. */
export async function sizeOf(ours: Page): Promise<SheetSize> {
  return ours.evaluate(() => {
    const heightOf = (part: string): number => document.querySelector(part)?.clientHeight ?? 0;
    const widthOf = (cell: Element | null): number => (cell?.clientWidth ?? 0) + 1;
    const amounts = [...document.querySelectorAll('[row-index="3"] .cell-amount')];
    const widths = amounts.map(widthOf).sort((one, other) => one - other);
    return {
      height: heightOf('.form-grid'),
      rowHeight: heightOf('[row-index="3"]'),
      headerHeight: heightOf('.ag-header-row-column'),
      columnWidth: widths[Math.floor(widths.length / 2)] ?? 0,
      pinnedWidths: ['header', 'ordinal', 'name'].map((id) =>
        widthOf(document.querySelector(`[row-index="3"] [col-id="${id}"]`)),
      ),
    };
  });
}

/** Pixels. */
export interface SheetSize {
  readonly height: number;
  readonly rowHeight: number;
  readonly headerHeight: number;
  readonly columnWidth: number;
  /** Of the row header, the ordinal and the name. */
  readonly pinnedWidths: readonly number[];
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
    ({ count, sheet }) => {
      const leaf = (at: number) => ({
        colId: `c${at}`,
        field: `c${at}`,
        headerName: `Cột ${at}`,
        width: sheet.columnWidth,
      });
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
        number: `${at + 1}`,
        tt: `${at}`,
        name: `Hoạt động thứ ${at} của chương trình`,
        note: '',
        ...Object.fromEntries(
          Array.from({ length: 48 }, (_, column) => [`c${column}`, 10_000 + at * 48 + column]),
        ),
      });
      const agGrid = Reflect.get(window, 'agGrid');
      const api = agGrid.createGrid(document.getElementById('grid'), {
        columnDefs: [
          ...['number', 'tt', 'name'].map((id, at) => ({
            colId: id,
            field: id,
            pinned: 'left',
            width: sheet.pinnedWidths[at],
          })),
          ...blocks,
          { colId: 'note', field: 'note', width: 180 },
        ],
        defaultColDef: { cellDataType: false },
        rowHeight: sheet.rowHeight,
        headerHeight: sheet.headerHeight,
        groupHeaderHeight: sheet.headerHeight,
        animateRows: false,
        getRowId: (params: { data: { id: string } }) => params.data.id,
        rowData: Array.from({ length: count }, (_, at) => row(at)),
        pinnedBottomRowData: [row(count)],
      });
      Reflect.set(window, 'bareGrid', api);
    },
    { count: rows, sheet: size },
  );
  await page.locator('[row-index="3"] [col-id="c2"]').waitFor();
  return page;
}
