import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { type BrowserHost, startBrowserHost } from '../../electron/hosts/browser.ts';
import type { ChosenFile } from '../../shared/api/host.ts';
import { must } from '../shared/plan/sample-plan.ts';
import { Archive } from './archive.ts';
import { launchChromium } from './chromium.ts';
import { Sheet } from './sheet.ts';

const RENDERER = path.resolve(import.meta.dirname, '..', '..', 'dist', 'renderer');

/** One officer at one desk: a real host over a real library in a folder of its own, and a real browser window. */
export class Office {
  readonly library: string;
  /** Whatever the page or the browser complained of; a test expects it to stay empty. */
  readonly complaints: string[] = [];
  /** Requests that left this computer's own host. */
  readonly strayRequests: string[] = [];
  #browser: Browser | null = null;
  #context: BrowserContext | null = null;
  #host: BrowserHost | null = null;

  private constructor(library: string) {
    this.library = library;
  }

  static open(): Office {
    return new Office(mkdtempSync(path.join(tmpdir(), 'phu-luc-e2e-')));
  }

  /** Starts host and browser, and opens the window; on a display, one that shares its clipboard; with more flags; with files that were double-clicked. */
  async start(
    display?: string,
    flags: readonly string[] = [],
    files: readonly ChosenFile[] = [],
  ): Promise<Page> {
    const host = must(
      await startBrowserHost({
        library: this.library,
        rendererFolder: RENDERER,
        files,
        onBug: (error) => this.complaints.push(`host: ${error}`),
      }),
    );
    this.#host = host;
    this.#browser = await launchChromium(flags, display);
    this.#context = await this.#browser.newContext({
      viewport: { width: 1366, height: 768 },
      locale: 'vi-VN',
      // What moves in and out of the window would only be waited for.
      reducedMotion: 'reduce',
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    const page = await this.#context.newPage();
    this.#watch(page, host.origin);
    await page.goto(host.url);
    await page.getByRole('heading', { name: 'Phụ lục Kinh phí' }).waitFor();
    return page;
  }

  /** Another window on what the first one shows. */
  async anotherWindow(page: Page): Promise<Page> {
    const other = await page.context().newPage();
    this.#watch(other, new URL(page.url()).origin);
    await other.goto(page.url());
    return other;
  }

  #watch(page: Page, ours: string): void {
    page.on('pageerror', (error) => this.complaints.push(`page: ${error.message}`));
    page.on('console', (line) => {
      if (line.type() === 'error' || line.type() === 'warning')
        this.complaints.push(`console: ${line.text()}`);
    });
    page.on('request', (request) => {
      const { protocol, origin } = new URL(request.url());
      if (origin !== ours && protocol !== 'data:' && protocol !== 'blob:')
        this.strayRequests.push(request.url());
    });
  }

  /** Closes browser and host, as at the end of a day; the library stays. */
  async stop(): Promise<void> {
    await this.#context?.close();
    await this.#browser?.close();
    await this.#host?.close();
    this.#context = null;
    this.#browser = null;
    this.#host = null;
  }

  async leave(): Promise<void> {
    await this.stop();
    rmSync(this.library, { recursive: true, force: true });
  }

  async openSample(page: Page): Promise<Sheet> {
    await page.getByRole('button', { name: /bản mẫu/ }).click();
    return Sheet.on(page);
  }

  /** A new plan from the sample in the window that is open, whatever it showed before. */
  async freshSample(page: Page, form: 'F1' | 'F2' = 'F1'): Promise<Sheet> {
    const { plan } = must(await new Archive(page).planner.createSample({ sample: 'vinh-long-2022-2025' }));
    const sheet = await Sheet.ofPlan(page, plan.id);
    if (form === 'F2') await sheet.form(form);
    return sheet;
  }

  /** The sheet on a plan as the sample has it: the one that is open where all was taken back, else a new one. */
  async untouched(sheet: Sheet, form: 'F1' | 'F2' = 'F1'): Promise<Sheet> {
    const { page } = sheet;
    const isFree = (await sheet.dialog().count()) === 0 && (await sheet.focus()) !== 'elsewhere';
    const isOnForm = (await page.getByLabel('Biểu', { exact: true }).inputValue()) === form;
    if (isFree && isOnForm && (await new Archive(page).isAsSample())) return sheet;
    return this.freshSample(page, form);
  }
}
