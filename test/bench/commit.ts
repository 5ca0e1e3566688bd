import type { Page } from 'playwright-core';
import { CHECKS_MEASURE } from '../../renderer/session/reviews.ts';
import { type Measured, median } from './report.ts';

const ROUNDS = 6;
const EDITS = 15;

interface Commit {
  /** Until the frame that shows it was painted. */
  readonly shown: number;
  /** Until script, style and layout were done. */
  readonly worked: number;
  /** All checks after it, with their marks; a bare grid has none. */
  readonly checks: number;
}

/**
 * From committing a cell to its totals on the screen, against what a bare AG Grid takes to show one changed cell.
 * Both wait for the frame that was painted; rounds take turns.
 */
export async function measureCommit(ours: Page, bare: Page, rows: number): Promise<Measured[]> {
  const times = { ours: [] as Commit[], bare: [] as Commit[] };
  // A first round warms both up and counts for neither.
  await ours.bringToFront().then(() => commitInOurs(ours, ROUNDS));
  await bare.bringToFront().then(() => changeInBare(bare, ROUNDS));
  for (let round = 0; round < ROUNDS; round++) {
    times.ours.push(...(await ours.bringToFront().then(() => commitInOurs(ours, round))));
    times.bare.push(...(await bare.bringToFront().then(() => changeInBare(bare, round))));
  }
  const shown = (commits: readonly Commit[]): number => median(commits.map((commit) => commit.shown));
  const worked = (commits: readonly Commit[]): number => median(commits.map((commit) => commit.worked));
  console.log(
    `of which script, style and layout: ${worked(times.ours).toFixed(2)} ms, bare ${worked(times.bare).toFixed(2)} ms`,
  );
  return [
    {
      what: `commit to totals on the screen, ${rows} rows × 51 columns (ms)`,
      ours: shown(times.ours).toFixed(2),
      yardstick: shown(times.bare).toFixed(2),
      ratio: shown(times.ours) / shown(times.bare),
      limit: 1.5,
    },
    {
      what: `all checks after an edit / its totals on the screen, ${rows} rows × 51 columns (ms)`,
      ours: median(times.ours.map(({ checks }) => checks)).toFixed(2),
      yardstick: shown(times.ours).toFixed(2),
      ratio: median(times.ours.map(({ checks, shown: edit }) => checks / edit)),
      limit: 1,
    },
  ];
}

/** Types an amount into one cell again and again; checks that the grand total is on the screen by then. */
async function commitInOurs(page: Page, round: number): Promise<Commit[]> {
  await page.locator('[row-index="3"] [col-id="2021.central.recurrent"]').click();
  return page.evaluate(
    async ({ edits, start, measure }) => {
      const { painted } = window.bench;
      const press = (key: string) =>
        document.activeElement?.dispatchEvent(
          new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }),
        );
      const total = () => document.querySelector('[row-index="b-0"] [col-id="period.total"]')?.textContent;
      const commits: { shown: number; worked: number; checks: number }[] = [];
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
        const shown = performance.now() - begun;
        press('ArrowUp');
        await new Promise((resolve) => setTimeout(resolve, 60));
        // Checks come once the frame is out; they begin after the edit did.
        const looked = performance.getEntriesByName(measure).find(({ startTime }) => startTime > begun);
        if (!looked) throw new Error('no checks followed the edit');
        commits.push({ shown, worked, checks: looked.duration });
      }
      return commits;
    },
    { edits: EDITS, start: 1000 + round * 1000, measure: CHECKS_MEASURE },
  );
}

async function changeInBare(page: Page, round: number): Promise<Commit[]> {
  // As in ours, the cell has the focus and the mouse is over it.
  await page.locator('[row-index="3"] [col-id="c2"]').click();
  return page.evaluate(
    async ({ edits, start }) => {
      const { painted } = window.bench;
      const node = Reflect.get(window, 'bareGrid').getRowNode('3');
      const commits: { shown: number; worked: number; checks: number }[] = [];
      for (let edit = 0; edit < edits; edit++) {
        await painted();
        await painted();
        const begun = performance.now();
        node.setDataValue('c2', start + edit * 7);
        await Promise.resolve();
        document.body.getBoundingClientRect();
        const worked = performance.now() - begun;
        await painted();
        commits.push({ shown: performance.now() - begun, worked, checks: 0 });
        await new Promise((resolve) => setTimeout(resolve, 60));
      }
      return commits;
    },
    { edits: EDITS, start: 1_000_000 + round * 1000 },
  );
}
