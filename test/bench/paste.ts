import type { Page } from 'playwright-core';
import { type Measured, median } from './report.ts';
import { FIRST_WIDE, WIDE_COLUMNS } from './wide-plan.ts';

/** Rows of the pasted block, however many the plan has. */
const PASTED = 1000;
const ROUNDS = 9;
/** Rounds before the browser has learnt the code. */
const WARM_UP = 3;

interface Times {
  readonly paste: number;
  readonly undo: number;
}

/**
 * A block of 1 000 × 40 amounts as text, from the paste event until it is applied, on the host's disk and painted;
 * then its undo. Against a bare grid that is given as many values through its own `setDataValue`, which is what its
 * paste does too, until they are painted; its `applyTransaction` of whole rows is printed beside.
 */
export async function measurePaste(ours: Page, bare: Page, rows: number): Promise<Measured[]> {
  const times: Times[] = [];
  const cells: number[] = [];
  const transactions: number[] = [];
  for (let round = 0; round < ROUNDS + WARM_UP; round++) {
    await ours.bringToFront();
    const one = await pasteAndUndo(ours, round);
    await bare.bringToFront();
    const [byCell, byRow] = await updateBare(bare, round);
    if (round < WARM_UP) continue;
    times.push(one);
    cells.push(byCell);
    transactions.push(byRow);
  }
  const yardstick = median(cells);
  console.log(
    `a bare grid's applyTransaction of ${PASTED} × ${WIDE_COLUMNS} values: ${median(transactions).toFixed(1)} ms`,
  );
  return (['paste', 'undo'] as const).map((what) => {
    const mine = median(times.map((time) => time[what]));
    return {
      what: `${what} of ${PASTED} × ${WIDE_COLUMNS} amounts into ${rows} rows, stored and painted (ms)`,
      ours: mine.toFixed(1),
      yardstick: yardstick.toFixed(1),
      ratio: mine / yardstick,
      limit: 3,
    };
  });
}

function pasteAndUndo(page: Page, round: number): Promise<Times> {
  return page.evaluate(
    async ({ rows, columns, start, first }) => {
      const { painted, answered } = window.bench;
      const input = document.querySelector<HTMLTextAreaElement>('.cell-input');
      const shown = () => document.querySelector(`[row-index="0"] [col-id="${first}"]`)?.textContent ?? '';
      const cell = document.querySelector(`[row-index="0"] [col-id="${first}"]`);
      if (!input || !cell) throw new Error('the sheet is not there');
      cell.dispatchEvent(new MouseEvent('mousedown', { bubbles: true, cancelable: true, button: 0 }));
      window.dispatchEvent(new MouseEvent('mouseup'));
      const text = Array.from({ length: rows }, (_, row) =>
        Array.from({ length: columns }, (_, column) => {
          const thousands = ((row * 7 + column * 31 + start) % 899) + 100;
          return `${thousands}.${100 + (column % 900)},5`;
        }).join('\t'),
      ).join('\r\n');
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', text);
      await painted();
      await painted();
      const before = shown();

      const begun = performance.now();
      input.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
      await painted();
      await answered();
      while (shown() === before) await painted();
      const paste = performance.now() - begun;

      await new Promise((resolve) => setTimeout(resolve, 400));
      const pasted = shown();
      const again = performance.now();
      input.dispatchEvent(
        new KeyboardEvent('keydown', {
          key: 'z',
          code: 'KeyZ',
          ctrlKey: true,
          bubbles: true,
          cancelable: true,
        }),
      );
      await answered();
      do await painted();
      while (shown() === pasted);
      const undo = performance.now() - again;
      await new Promise((resolve) => setTimeout(resolve, 300));
      return { paste, undo };
    },
    { rows: PASTED, columns: WIDE_COLUMNS, start: round * 13, first: FIRST_WIDE },
  );
}

/** By cell, then by row. */
function updateBare(page: Page, round: number): Promise<[number, number]> {
  return page.evaluate(
    async ({ rows, columns, start }) => {
      const { painted } = window.bench;
      const api = Reflect.get(window, 'bareGrid');
      await painted();
      await painted();
      const begun = performance.now();
      for (let row = 0; row < rows; row++) {
        const node = api.getRowNode(`${row}`);
        for (let column = 0; column < columns; column++)
          node.setDataValue(`c${column}`, start + row + column);
      }
      await painted();
      const byCell = performance.now() - begun;
      await new Promise((resolve) => setTimeout(resolve, 300));
      await painted();
      const again = performance.now();
      const update = Array.from({ length: rows }, (_, row) => {
        const data = { ...api.getRowNode(`${row}`).data };
        for (let column = 0; column < columns; column++) data[`c${column}`] = start * 2 + row + column;
        return data;
      });
      api.applyTransaction({ update });
      await painted();
      return [byCell, performance.now() - again];
    },
    { rows: PASTED, columns: WIDE_COLUMNS, start: 1_000_000 + round * 1000 },
  );
}
