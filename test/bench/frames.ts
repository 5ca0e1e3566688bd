import type { Page } from 'playwright-core';
import { type Measured, median } from './report.ts';

/** A cell to begin in; both pages lay their columns out nearly alike. */
const BEGIN = '[row-index="3"]';
const ROUNDS = 5;
const STEPS = 90;
/** Milliseconds after which a gesture that never ended is told of: Chromium now and then stops drawing a page. */
const PATIENCE = 60_000;

/**
 * Scrolling and selecting under the mouse, frame by frame, against the same on a bare grid. Rounds take turns and
 * each has its own ratio, of which the median counts: how fast the machine is changes within seconds, for both alike.
 */
export async function measureFrames(ours: Page, bare: Page, rows: number): Promise<Measured[]> {
  const measured: Measured[] = [];
  for (const [name, gesture] of [
    ['scrolling down', scroll],
    ['scrolling sideways', scrollSideways],
    ['selecting under the mouse', select],
  ] as const) {
    const rounds = { ours: [] as number[][], bare: [] as number[][] };
    for (let round = 0; round < ROUNDS; round++) {
      await ours.bringToFront();
      rounds.ours.push(await inTime(gesture(ours)));
      await bare.bringToFront();
      rounds.bare.push(await inTime(gesture(bare)));
    }
    for (const [what, of] of [
      ['median', median],
      ['95th percentile', percentile95],
    ] as const) {
      const [mine, yardstick] = [rounds.ours.map(of), rounds.bare.map(of)];
      measured.push({
        what: `${name}, ${rows} rows × 51 columns, ${what} frame (ms)`,
        ours: median(mine).toFixed(2),
        yardstick: median(yardstick).toFixed(2),
        ratio: median(mine.map((time, round) => time / (yardstick[round] ?? Number.NaN))),
        limit: 1.25,
      });
    }
  }
  return measured;
}

async function inTime(times: Promise<number[]>): Promise<number[]> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no end of a gesture after ${PATIENCE} ms`)), PATIENCE);
  });
  return Promise.race([times, late]).finally(() => clearTimeout(timer));
}

function percentile95(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length * 0.95)] ?? Number.NaN;
}

export function scroll(page: Page): Promise<number[]> {
  return scrollBy(page, 0, 130);
}

function scrollSideways(page: Page): Promise<number[]> {
  return scrollBy(page, 55, 0);
}

/** One step a frame, there and back. */
function scrollBy(page: Page, x: number, y: number): Promise<number[]> {
  return page.evaluate(
    async ({ dx, dy, steps }) => {
      const viewport = document.querySelector('.ag-grid-viewport');
      if (!viewport) throw new Error('no grid');
      viewport.scrollTo(0, 0);
      await window.bench.painted();
      await window.bench.painted();
      const moving = (async () => {
        for (let step = 0; step < steps; step++) {
          const sign = dx > 0 && step >= steps / 2 ? -1 : 1;
          viewport.scrollBy(dx * sign, dy);
          await new Promise((resolve) => requestAnimationFrame(resolve));
        }
      })();
      const times = await window.bench.frames(moving);
      viewport.scrollTo(0, 0);
      await window.bench.painted();
      return times;
    },
    { dx: x, dy: y, steps: STEPS },
  );
}

/** Presses in a cell and draws the mouse over the sheet in a slow circle. A bare grid does with it what it does. */
export async function select(page: Page): Promise<number[]> {
  const cell = await page.locator(BEGIN).locator('.ag-cell').nth(6).boundingBox();
  if (!cell) throw new Error('no cell to begin in');
  await page.mouse.move(cell.x + 10, cell.y + 10);
  await page.mouse.down();
  const stopped = page.evaluate(async () => {
    const until = new Promise<void>((resolve) => {
      window.addEventListener('mouseup', () => resolve(), { once: true });
    });
    return window.bench.frames(until);
  });
  for (let step = 0; step < STEPS; step++) {
    const turn = (step / STEPS) * 2 * Math.PI;
    await page.mouse.move(cell.x + 280 - 270 * Math.cos(turn), cell.y + 150 - 140 * Math.cos(turn * 2));
  }
  await page.mouse.up();
  return stopped;
}
