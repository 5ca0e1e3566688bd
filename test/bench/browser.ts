import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { startBrowserHost } from '../../electron/hosts/browser.ts';
import { openPlanner } from '../../electron/hosts/open-planner.ts';
import type { Planner } from '../../shared/api/planner.ts';
import type { PlanId } from '../../shared/plan/ids.ts';
import { launchChromium } from '../e2e/chromium.ts';
import { must } from '../shared/plan/sample-plan.ts';
import { createBigPlan } from './big-plan.ts';
import { measureCommit } from './commit.ts';
import { measureFrames } from './frames.ts';
import { openBare, openOurs, ROOT, sizeOf } from './pages.ts';
import { measurePaste } from './paste.ts';
import type { Measured } from './report.ts';
import { createWidePlan, FIRST_WIDE } from './wide-plan.ts';
import { measureWordingWindow } from './wording-window.ts';

/** Frames as fast as they can be drawn: at the screen's own rate, a frame too long by a little would count twice. */
const UNPACED = ['--disable-frame-rate-limit', '--disable-gpu-vsync'];

const BIG = { create: createBigPlan, ready: '2021.central.recurrent' };
const WIDE = { create: createWidePlan, ready: FIRST_WIDE };

/** One thing measured on one plan: our page beside a bare grid of as many rows. */
interface Case {
  readonly plan: typeof BIG;
  readonly rows: number;
  readonly flags: readonly string[];
  readonly measure: (ours: Page, bare: Page, rows: number) => Promise<Measured[]>;
}

const CASES: readonly Case[] = [
  { plan: BIG, rows: 1_000, flags: [], measure: measureCommit },
  { plan: BIG, rows: 1_000, flags: [], measure: measureWordingWindow },
  { plan: BIG, rows: 1_000, flags: UNPACED, measure: measureFrames },
  { plan: WIDE, rows: 1_000, flags: UNPACED, measure: measurePaste },
  { plan: BIG, rows: 10_000, flags: UNPACED, measure: measureFrames },
  { plan: WIDE, rows: 10_000, flags: UNPACED, measure: measurePaste },
];

/** The sheet in Chromium against a bare AG Grid of the same size in the same run, one case after the other. */
export async function* measureBrowser(): AsyncGenerator<Measured[]> {
  for (const { plan, rows, flags, measure } of CASES) {
    const browser = await launchChromium(flags);
    try {
      yield await inOffice(browser, plan, rows, measure);
    } finally {
      await browser.close();
    }
  }
}

async function inOffice(
  browser: Browser,
  { create, ready }: { create(planner: Planner, rows: number): Promise<PlanId>; readonly ready: string },
  rows: number,
  measure: Case['measure'],
): Promise<Measured[]> {
  const library = mkdtempSync(path.join(tmpdir(), 'phu-luc-bench-'));
  try {
    const planner = must(openPlanner(library));
    const plan = await create(planner.planner, rows);
    planner.close();
    const rendererFolder = path.join(ROOT, 'dist', 'renderer');
    const host = must(await startBrowserHost({ library, rendererFolder }));
    const ours = await openOurs(browser, host.url, plan, ready);
    const bare = await openBare(browser, rows, await sizeOf(ours));
    const measured = await measure(ours, bare, rows);
    await host.close();
    return measured;
  } finally {
    rmSync(library, { recursive: true, force: true });
  }
}
