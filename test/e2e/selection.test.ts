import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createBigPlan } from '../bench/big-plan.ts';
import { Archive } from './archive.ts';
import { copyEvent, rowsIn } from './clip.ts';
import { Mouse } from './mouse.ts';
import { Office } from './office.ts';
import { Sheet } from './sheet.ts';

const office = Office.open();
let sheet: Sheet;
let mouse: Mouse;
beforeAll(async () => {
  sheet = await office.openSample(await office.start());
  mouse = new Mouse(sheet);
});
afterAll(async () => {
  await office.leave();
});

/** Rows times columns, as `selected` says them. */
function block(rows: readonly string[], columns: readonly string[]): string[] {
  return rows.flatMap((row) => columns.map((column) => `${row} ${column}`));
}

const ROWS = ['1', '2', '2.1', '2.2', '3', '3.1', '3.2', '4', '4.1', '4.2', '5', '5.1', '5.2'];
const TOTALS = ['Kinh phí các dự án 01 năm', 'Tổng giai đoạn 2022 - 2025'];
const PERIOD = ['period.total', 'period.investment', 'period.recurrent', 'period.other'];
const YEAR = ['year.total', 'year.investment', 'year.recurrent', 'year.other'];
const CENTRAL = ['central.total', 'central.investment', 'central.recurrent'];
const LOCAL = ['local.total', 'local.investment', 'local.recurrent'];
const COLUMNS = ['ordinal', 'name', ...PERIOD, ...YEAR, ...CENTRAL, ...LOCAL, 'other.total'];

describe('selecting with the mouse', () => {
  it('a drag selects a rectangle, and the status bar sums it up', async () => {
    await mouse.dragOver(['2.2', 'local.total'], ['2.1', 'central.investment']);
    const columns = ['central.investment', 'central.recurrent', 'local.total'];
    await expect.poll(() => sheet.selected()).toEqual(block(['2.1', '2.2'], columns));
    expect(await sheet.active()).toBe('2.2 local.total');
    await expect
      .poll(() => sheet.figures())
      .toEqual(expect.arrayContaining(['Tổng: 9.025', 'Đếm: 6', 'Nhỏ nhất: 0', 'Lớn nhất: 6.250']));
  });

  it('a press on the line between two rows is one on the cell over it, and a drag along it takes columns in', async () => {
    const { page } = sheet;
    const [from, to] = [await sheet.cell('3.1', 'central.total'), await sheet.cell('3.1', 'local.total')];
    const [start, end] = [await mouse.middleOf(from), await mouse.middleOf(to)];
    const line = await page.evaluate(({ x, y }) => {
      let at = y;
      while (document.elementFromPoint(x, at)?.closest('.ag-cell')) at += 1;
      return at;
    }, start);
    await page.mouse.move(start.x, line);
    await page.mouse.down();
    await expect.poll(() => sheet.active()).toBe('3.1 central.total');
    await page.mouse.move(end.x, line, { steps: 4 });
    await page.mouse.up();
    await expect.poll(() => sheet.selected()).toEqual(block(['3.1'], [...CENTRAL, 'local.total']));
  });

  it('Shift+click selects from the active cell to there', async () => {
    await sheet.click('3.1', 'central.recurrent');
    await mouse.clickWith('Shift', await sheet.cell('4.1', 'local.recurrent'));
    const columns = ['central.recurrent', ...LOCAL];
    await expect.poll(() => sheet.selected()).toEqual(block(['3.1', '3.2', '4', '4.1'], columns));
    expect(await sheet.active()).toBe('3.1 central.recurrent');
  });

  it('Ctrl+click and Ctrl+drag select more beside what is selected', async () => {
    await sheet.click('2.1', 'central.recurrent');
    await mouse.clickWith('Control', await sheet.cell('4.1', 'central.recurrent'));
    await sheet.page.keyboard.down('Control');
    await mouse.dragOver(['5.1', 'local.recurrent'], ['5.2', 'other.total']);
    await sheet.page.keyboard.up('Control');
    await expect
      .poll(() => sheet.selected())
      .toEqual([
        '2.1 central.recurrent',
        '4.1 central.recurrent',
        ...block(['5.1', '5.2'], ['local.recurrent', 'other.total']),
      ]);
    await expect.poll(() => sheet.figures()).toContain('Tổng: 11.250');
  });

  it('a row header selects its row, a drag over row headers several, Shift+click up to there', async () => {
    await (await mouse.rowHeader('2.1')).click({ position: { x: 24, y: 10 } });
    await expect.poll(() => sheet.selected()).toEqual(block(['2.1'], COLUMNS));
    await mouse.clickWith('Shift', await mouse.rowHeader('3'));
    await expect.poll(() => sheet.selected()).toEqual(block(['2.1', '2.2', '3'], COLUMNS));
    await sheet.click('1', 'name');
    const [from, to] = [await mouse.rowHeader('4.1'), await mouse.rowHeader('4.2')];
    await mouse.drag(await mouse.middleOf(from), [await mouse.middleOf(to)]);
    await expect.poll(() => sheet.selected()).toEqual(block(['4.1', '4.2'], COLUMNS));
  });

  it('a heading selects its column, a heading over several all of them, a drag over headings too', async () => {
    await mouse.heading('central.recurrent').click();
    await expect.poll(() => sheet.selected()).toEqual(block([...ROWS, ...TOTALS], ['central.recurrent']));
    await mouse.group('NSTW').click();
    await expect.poll(() => sheet.selected()).toEqual(block([...ROWS, ...TOTALS], CENTRAL));
    const [from, to] = [mouse.heading('local.investment'), mouse.heading('other.total')];
    await mouse.drag(await mouse.middleOf(from), [await mouse.middleOf(to)]);
    const columns = ['local.investment', 'local.recurrent', 'other.total'];
    await expect.poll(() => sheet.selected()).toEqual(block([...ROWS, ...TOTALS], columns));
  });

  it('the corner selects all', async () => {
    await mouse.heading('header').click();
    await expect.poll(async () => (await sheet.selected()).length).toBe(15 * COLUMNS.length);
  });
});

describe('selecting with the keyboard', () => {
  it('Shift+arrows grow and shrink the selection', async () => {
    await sheet.click('2.1', 'central.recurrent');
    await sheet.press('Shift+ArrowDown', 'Shift+ArrowDown', 'Shift+ArrowRight', 'Shift+ArrowUp');
    await expect
      .poll(() => sheet.selected())
      .toEqual(block(['2.1', '2.2'], ['central.recurrent', 'local.total']));
    expect(await sheet.active()).toBe('2.1 central.recurrent');
    await sheet.press('ArrowDown');
    await expect.poll(() => sheet.selected()).toEqual(['2.2 central.recurrent']);
  });

  it('Ctrl+arrows go to the edge of what is filled, with Shift they select up to there', async () => {
    await sheet.click('3.2', 'central.investment');
    await sheet.press('Control+ArrowRight');
    expect(await sheet.active()).toBe('3.2 local.total');
    await sheet.press('Control+ArrowUp');
    expect(await sheet.active()).toBe('1 local.total');
    await sheet.click('3.2', 'central.investment');
    await sheet.press('Control+Shift+ArrowRight');
    await expect
      .poll(() => sheet.selected())
      .toEqual(block(['3.2'], ['central.investment', 'central.recurrent', 'local.total']));
  });

  it('Shift+Space selects rows, Ctrl+Space columns, Ctrl+A all', async () => {
    await mouse.dragOver(['4.1', 'central.recurrent'], ['4.2', 'central.recurrent']);
    await sheet.press('Shift+Space');
    await expect.poll(() => sheet.selected()).toEqual(block(['4.1', '4.2'], COLUMNS));
    await sheet.click('4.1', 'central.recurrent');
    await sheet.press('Control+Space');
    await expect.poll(() => sheet.selected()).toEqual(block([...ROWS, ...TOTALS], ['central.recurrent']));
    await sheet.press('Control+a');
    await expect.poll(async () => (await sheet.selected()).length).toBe(15 * COLUMNS.length);
    expect(await sheet.page.locator('.cell-input').inputValue()).toBe('');
  });

  it('Home and End go along the row, with Ctrl to the corners of the sheet', async () => {
    await sheet.click('3.1', 'central.recurrent');
    await sheet.press('Home');
    expect(await sheet.active()).toBe('3.1 ordinal');
    await sheet.press('End');
    expect(await sheet.active()).toBe('3.1 other.total');
    await sheet.press('Control+Home');
    expect(await sheet.active()).toBe('1 ordinal');
    await sheet.press('Control+End');
    expect(await sheet.active()).toBe('Tổng giai đoạn 2022 - 2025 other.total');
    await sheet.click('5.1', 'name');
    await sheet.press('Control+Shift+End');
    const rows = ['5.1', '5.2', ...TOTALS];
    await expect.poll(() => sheet.selected()).toEqual(block(rows, COLUMNS.slice(1)));
  });

  it('Enter and Tab go round inside a selection; after a row of Tabs Enter comes back to where it began', async () => {
    await mouse.dragOver(['2.1', 'central.investment'], ['2.2', 'central.recurrent']);
    const visited: string[] = [];
    for (let step = 0; step < 5; step++) {
      await sheet.press('Tab');
      visited.push(await sheet.active());
    }
    const around = ['2.1 central.recurrent', '2.2 central.investment', '2.2 central.recurrent'];
    expect(visited).toEqual([...around, '2.1 central.investment', '2.1 central.recurrent']);
    await sheet.press('Enter');
    expect(await sheet.active()).toBe('2.2 central.recurrent');
    await sheet.press('Enter');
    expect(await sheet.active()).toBe('2.1 central.investment');
    await sheet.press('Shift+Enter');
    expect(await sheet.active()).toBe('2.2 central.recurrent');
    expect(await sheet.selected()).toHaveLength(4);
    await sheet.click('2.1', 'central.investment');
    await sheet.press('Tab', 'Tab', 'Enter');
    expect(await sheet.active()).toBe('2.2 central.investment');
  });
});

describe('selecting in a plan larger than the window', () => {
  const rows = 400;
  beforeAll(async () => {
    const { page } = sheet;
    sheet = await Sheet.ofPlan(page, await createBigPlan(new Archive(page).planner, rows));
    mouse = new Mouse(sheet);
    await sheet.form('F2');
  });
  beforeEach(async () => {
    await sheet.page.mouse.up();
    await sheet.press('Control+Home');
  });

  /** Scrolls there and waits until it stays: what a test before left under way may still scroll elsewhere. */
  const standsAt = async (top: number, left: number): Promise<void> => {
    const viewport = sheet.page.locator('.form-grid .ag-grid-viewport');
    const place = () =>
      viewport.evaluate(({ scrollTop, scrollLeft }) => [scrollTop, scrollLeft].map(Math.round));
    await expect
      .poll(async () => {
        await viewport.evaluate((element, [y, x]) => element.scrollTo({ top: y, left: x }), [
          top,
          left,
        ] as const);
        await sheet.page.waitForTimeout(200);
        return place();
      })
      .toEqual([top, left]);
  };

  it('PageDown and PageUp go by what the window shows', async () => {
    await sheet.click('1', 'name');
    const line = async () => Number((await sheet.focus()).split(' ')[0]);
    await sheet.press('PageDown');
    await expect.poll(line).toBeGreaterThan(8);
    const first = await line();
    await sheet.press('PageDown');
    await expect.poll(line).toBeGreaterThan(first + 8);
    await sheet.press('PageUp');
    await expect.poll(async () => Math.abs((await line()) - first)).toBeLessThanOrEqual(2);
    await sheet.press('Shift+PageDown', 'Shift+PageDown');
    await expect.poll(async () => rowsIn(await copyEvent(sheet)).length).toBeGreaterThan(18);
  });

  it('a selection outlives scrolling it out of sight and back', async () => {
    await sheet.click('1.1', 'period.central.total');
    await mouse.clickWith('Shift', await sheet.cell('1.4', 'period.central.recurrent'));
    const selected = await sheet.selected();
    expect(selected).toHaveLength(12);
    const copied = await copyEvent(sheet);
    const viewport = sheet.page.locator('.form-grid .ag-grid-viewport');
    await viewport.evaluate((element) => element.scrollTo({ top: 5000, left: 1500 }));
    await expect.poll(() => sheet.selected()).toEqual([]);
    expect(await copyEvent(sheet)).toEqual(copied);
    await viewport.evaluate((element) => element.scrollTo({ top: 0, left: 0 }));
    await expect.poll(() => sheet.selected()).toEqual(selected);
    await expect.poll(() => sheet.active()).toBe('1.1 period.central.total');
  });

  it('Ctrl+A and Ctrl+Shift+End reach what the grid has not drawn', async () => {
    await sheet.press('Control+a');
    const all = rowsIn(await copyEvent(sheet));
    expect([all.length, all[0]?.length]).toEqual([rows + 1, 51]);
    await sheet.click('1', 'name');
    await sheet.press('Control+Shift+End');
    expect(rowsIn(await copyEvent(sheet)).map(({ length }) => length)).toEqual(Array(rows + 1).fill(50));
  });

  /** Holds the drag in the middle until the sheet has come to rest. */
  const restsAt = async (x: number, y: number): Promise<void> => {
    await sheet.page.mouse.move(x, y, { steps: 5 });
    const viewport = sheet.page.locator('.form-grid .ag-grid-viewport');
    const place = () => viewport.evaluate(({ scrollTop, scrollLeft }) => `${scrollTop} ${scrollLeft}`);
    let before = '';
    await expect
      .poll(async () => {
        const still = before === (await place());
        before = await place();
        await sheet.page.waitForTimeout(300);
        return still;
      })
      .toBe(true);
  };

  it('a drag held at the edge scrolls on and selects row by row and column by column what comes into sight', async () => {
    const { page } = sheet;
    await standsAt(0, 0);
    const start = await mouse.middleOf(await sheet.reveal('1.2', 'period.central.recurrent'));
    await page.mouse.move(start.x, start.y);
    await page.mouse.down();
    const box = await page.locator('.form-grid .ag-grid-viewport').boundingBox();
    if (!box) throw new Error('no sheet');
    const size = async () => {
      const copied = rowsIn(await copyEvent(sheet));
      return { rows: copied.length, columns: copied[0]?.length ?? 0 };
    };
    await page.mouse.move(start.x, box.y + box.height + 6, { steps: 5 });
    await expect.poll(async () => (await size()).rows).toBeGreaterThan(60);
    // Not yet the total row, which is pinned under the mouse.
    expect((await size()).rows).toBeLessThan(rows - 3);
    await restsAt(box.x + 700, box.y + 300);
    await page.mouse.move(box.x + box.width - 2, start.y, { steps: 5 });
    await expect.poll(async () => (await size()).columns).toBeGreaterThan(16);
    await page.mouse.move(start.x, start.y, { steps: 5 });
    await page.mouse.up();
    const selected = await size();
    await page.mouse.move(start.x + 300, start.y + 50, { steps: 3 });
    expect(await size()).toEqual(selected);
  });

  it('a drag back over the headings and the pinned columns scrolls back through what lies between', async () => {
    const { page } = sheet;
    const viewport = page.locator('.form-grid .ag-grid-viewport');
    await standsAt(4000, 1200);
    const box = await viewport.boundingBox();
    if (!box) throw new Error('no sheet');
    await expect.poll(() => page.locator('[row-index="160"]').count()).toBe(1);
    await page.mouse.move(box.x + 800, box.y + 300);
    await page.mouse.down();
    await page.mouse.move(box.x + 800, box.y + 80, { steps: 5 });
    const rowsSelected = async () => rowsIn(await copyEvent(sheet)).length;
    await expect.poll(rowsSelected).toBeGreaterThan(20);
    expect(await rowsSelected()).toBeLessThan(130);
    await restsAt(box.x + 800, box.y + 300);
    await page.mouse.move(box.x + 330, box.y + 300, { steps: 5 });
    const columnsSelected = async () => rowsIn(await copyEvent(sheet))[0]?.length ?? 0;
    await expect.poll(columnsSelected).toBeGreaterThan(9);
    expect(await columnsSelected()).toBeLessThan(20);
    await page.mouse.up();
  });

  it('nothing was complained of', () => {
    expect(office.complaints).toEqual([]);
  });
});
