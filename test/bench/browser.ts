import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { startBrowserHost } from '../../electron/hosts/browser.ts';
import { openPlanner } from '../../electron/hosts/open-planner.ts';
import { launchChromium } from '../e2e/chromium.ts';
import { must } from '../shared/plan/sample-plan.ts';
import { createBigPlan } from './big-plan.ts';
import { type Measured, median } from './report.ts';

const ROOT = path.resolve(import.meta.dirname, '..', '..');
const ROWS = 1000;
const ROUNDS = 6;
const EDITS = 15;

/**
 * From committing a cell to its totals on the screen, in F2 of 1 000 rows × 51 columns, against what a bare AG Grid
 * of the same size takes to show one changed cell. Both wait for the frame that was painted; rounds take turns.
 */
export async function measureBrowser(): Promise<Measured[]> {
  const library = mkdtempSync(path.join(tmpdir(), 'phu-luc-bench-'));
  const browser = await launchChromium();
  try {
    const planner = must(openPlanner(library));
    const plan = await createBigPlan(planner.planner, ROWS);
    planner.close();
    const host = must(
      await startBrowserHost({ library, rendererFolder: path.join(ROOT, 'dist', 'renderer') }),
    );
    const ours = await openOurs(browser, host.url, plan);
    const bare = await openBare(browser);
    const times = { ours: [] as Commit[], bare: [] as Commit[] };
    for (let round = 0; round < ROUNDS; round++) {
      times.ours.push(...(await ours.bringToFront().then(() => commitInOurs(ours, round))));
      times.bare.push(...(await bare.bringToFront().then(() => changeInBare(bare, round))));
    }
    await host.close();
    const shown = (commits: readonly Commit[]): number => median(commits.map((commit) => commit.shown));
    const worked = (commits: readonly Commit[]): number => median(commits.map((commit) => commit.worked));
    console.log(
      `of which script, style and layout: ${worked(times.ours).toFixed(2)} ms, bare ${worked(times.bare).toFixed(2)} ms`,
    );
    return [
      {
        what: 'commit to totals on the screen, 1000 rows × 51 columns (ms)',
        ours: shown(times.ours).toFixed(2),
        yardstick: shown(times.bare).toFixed(2),
        ratio: shown(times.ours) / shown(times.bare),
        limit: 1.5,
      },
    ];
  } finally {
    await browser.close();
    rmSync(library, { recursive: true, force: true });
  }
}

interface Commit {
  /** Until the frame that shows it was painted. */
  readonly shown: number;
  /** Until script, style and layout were done. */
  readonly worked: number;
}

const VIEWPORT = { width: 1366, height: 768 };

async function openOurs(browser: Browser, url: string, plan: string): Promise<Page> {
  const page = await browser.newPage({ viewport: VIEWPORT });
  await page.goto(url);
  await page.getByRole('heading').first().waitFor();
  await page.evaluate((id) => {
    location.hash = `#/plan/${id}`;
  }, plan);
  await page.getByLabel('Biểu', { exact: true }).selectOption('F2');
  await page.locator('[row-index="3"] [col-id="2021.central.recurrent"]').waitFor();
  const columns = await page.locator('.ag-header-cell').count();
  if (columns === 0) throw new Error('the sheet has no columns');
  return page;
}

/** Types an amount into one cell again and again; checks that the grand total is on the screen by then. */
async function commitInOurs(page: Page, round: number): Promise<Commit[]> {
  await page.locator('[row-index="3"] [col-id="2021.central.recurrent"]').click();
  return page.evaluate(
    async ({ edits, start }) => {
      const painted = () =>
        new Promise<void>((resolve) => {
          requestAnimationFrame(() => {
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = () => resolve();
            port2.postMessage(null);
          });
        });
      const press = (key: string) =>
        document.activeElement?.dispatchEvent(
          new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }),
        );
      const total = () => document.querySelector('[row-index="b-0"] [col-id="period.total"]')?.textContent;
      const commits: { shown: number; worked: number }[] = [];
      for (let edit = 0; edit < edits; edit++) {
        const input = document.querySelector<HTMLTextAreaElement>('.cell-input');
        if (!input) throw new Error('the sheet has no input');
        input.value = `${start + edit * 7}`;
        input.dispatchEvent(new InputEvent('input', { bubbles: true }));
        await painted();
        await painted();
        const before = total();
        const begun = performance.now();
        press('Enter');
        // What React does for the change it does before this turn of the loop ends.
        await Promise.resolve();
        document.body.getBoundingClientRect();
        const worked = performance.now() - begun;
        await painted();
        // The clock runs until the grand total is on the screen, however many frames that takes.
        for (let frames = 1; total() === before; frames++) {
          if (frames > 30) throw new Error('the grand total never came to the screen');
          await painted();
        }
        commits.push({ shown: performance.now() - begun, worked });
        press('ArrowUp');
        await new Promise((resolve) => setTimeout(resolve, 60));
      }
      return commits;
    },
    { edits: EDITS, start: 1000 + round * 1000 },
  );
}

/** A bare AG Grid: the same rows, columns, headings, pinned parts and window; nothing of ours. */
async function openBare(browser: Browser): Promise<Page> {
  const page = await browser.newPage({ viewport: VIEWPORT });
  await page.setContent('<div id="grid" style="height: 660px"></div>');
  await page.addScriptTag({
    path: path.join(ROOT, 'node_modules', 'ag-grid-community', 'dist', 'ag-grid-community.min.js'),
  });
  await page.evaluate((rows) => {
    const leaf = (at: number) => ({ colId: `c${at}`, field: `c${at}`, headerName: `Cột ${at}`, width: 80 });
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
      rowData: Array.from({ length: rows }, (_, at) => row(at)),
      pinnedBottomRowData: [row(rows)],
    });
    Reflect.set(window, 'bareGrid', api);
  }, ROWS);
  await page.locator('[row-index="3"] [col-id="c2"]').waitFor();
  return page;
}

async function changeInBare(page: Page, round: number): Promise<Commit[]> {
  // As in ours, the cell has the focus and the mouse is over it.
  await page.locator('[row-index="3"] [col-id="c2"]').click();
  return page.evaluate(
    async ({ edits, start }) => {
      const painted = () =>
        new Promise<void>((resolve) => {
          requestAnimationFrame(() => {
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = () => resolve();
            port2.postMessage(null);
          });
        });
      const node = Reflect.get(window, 'bareGrid').getRowNode('3');
      const commits: { shown: number; worked: number }[] = [];
      for (let edit = 0; edit < edits; edit++) {
        await painted();
        await painted();
        const begun = performance.now();
        node.setDataValue('c2', start + edit * 7);
        await Promise.resolve();
        document.body.getBoundingClientRect();
        const worked = performance.now() - begun;
        await painted();
        commits.push({ shown: performance.now() - begun, worked });
        await new Promise((resolve) => setTimeout(resolve, 60));
      }
      return commits;
    },
    { edits: EDITS, start: 1_000_000 + round * 1000 },
  );
}
