import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Archive, trieu } from './archive.ts';
import { Mouse } from './mouse.ts';
import { Office } from './office.ts';
import type { Sheet } from './sheet.ts';

const office = Office.open();
let sheet: Sheet;
let archive: Archive;
let mouse: Mouse;
beforeAll(async () => {
  sheet = await office.openSample(await office.start());
  archive = new Archive(sheet.page);
  mouse = new Mouse(sheet);
});
beforeEach(async () => {
  if (await sheet.dialog().count()) await sheet.press('Escape');
});
afterAll(async () => {
  await office.leave();
});
const recurrent = (...rows: string[]) =>
  archive.amounts(rows.map((row) => [row, '2024.central.recurrent'] as const));
const preview = () => sheet.page.locator('.cell-hint-preview').innerText();

describe('filling on the form of one year', () => {
  it('the handle dragged down repeats, says what it will do, and leaves totals out', async () => {
    await archive.oneGesture(
      /^Điền 2 ô từ 4\.1/,
      async () => {
        await sheet.click('3.2', 'central.recurrent');
        await mouse.fillTo(['4.2', 'central.recurrent'], async () => {
          await expect.poll(preview).toBe('Điền 2 ô: 4.750 (bỏ qua 1 ô tổng hoặc không được bố trí)');
          expect(await sheet.page.locator('.range-fill').count()).toBe(1);
          expect(await recurrent('4.1', '4.2')).toEqual([4900, 1000].map(trieu));
        });
      },
      async () => {
        expect(await recurrent('4.1', '4.2')).toEqual([4750, 4750].map(trieu));
        expect(await sheet.page.locator('.range-fill, .cell-hint-preview').count()).toBe(0);
        expect(await sheet.selected()).toHaveLength(4);
      },
    );
  });

  it('dragged up it fills upwards', async () => {
    await archive.oneGesture(
      /^Điền 1 ô từ 5\.1/,
      async () => {
        await sheet.click('5.2', 'central.recurrent');
        await mouse.fillTo(['5.1', 'central.recurrent']);
      },
      async () => expect(await recurrent('5.1', '5.2')).toEqual([1500, 1500].map(trieu)),
    );
  });

  it('with Ctrl held it continues the series of two cells', async () => {
    await sheet.enter('4.1', 'central.recurrent', '100,5');
    await sheet.enter('4.2', 'central.recurrent', '110,75');
    await expect.poll(() => recurrent('4.2')).toEqual([trieu(110.75)]);
    await archive.oneGesture(
      /^Điền 2 ô từ 5\.1/,
      async () => {
        await mouse.dragOver(['4.1', 'central.recurrent'], ['4.2', 'central.recurrent']);
        await sheet.page.keyboard.down('Control');
        await mouse.fillTo(['5.2', 'central.recurrent']);
        await sheet.page.keyboard.up('Control');
      },
      async () => expect(await recurrent('5.1', '5.2')).toEqual([121, 131.25].map(trieu)),
    );
  });

  it('Ctrl+Shift+D continues the series of the first two cells of a selection', async () => {
    await archive.oneGesture(
      /^Điền 2 ô từ 5\.1/,
      async () => {
        await mouse.dragOver(['4.1', 'central.recurrent'], ['5.2', 'central.recurrent']);
        await sheet.press('Control+Shift+d');
      },
      async () => expect(await recurrent('5.1', '5.2')).toEqual([121, 131.25].map(trieu)),
    );
  });

  it('Ctrl+D fills the first row of a selection down, or a single row from the one above', async () => {
    await archive.oneGesture(
      /^Điền 2 ô từ 3\.2/,
      async () => {
        await mouse.dragOver(['3.1', 'central.recurrent'], ['4.1', 'central.recurrent']);
        await sheet.press('Control+d');
      },
      async () => expect(await recurrent('3.1', '3.2', '4.1')).toEqual([8250, 8250, 8250].map(trieu)),
    );
    await archive.oneGesture(
      /^Điền 1 ô từ 3\.2/,
      async () => {
        await sheet.click('3.2', 'central.recurrent');
        await sheet.press('Control+d');
      },
      async () => expect(await recurrent('3.2')).toEqual([trieu(8250)]),
    );
  });

  it('Ctrl+R fills the first column to the right', async () => {
    await archive.oneGesture(
      /^Điền 1 ô từ 3\.2/,
      async () => {
        await mouse.dragOver(['3.2', 'central.investment'], ['3.2', 'central.recurrent']);
        await sheet.press('Control+r');
      },
      async () => expect(await recurrent('3.2')).toEqual([trieu(2500)]),
    );
  });

  it('Escape while dragging leaves all as it was', async () => {
    await archive.nothingHappens(async () => {
      await sheet.click('3.1', 'central.recurrent');
      await mouse.fillTo(['3.2', 'central.recurrent'], async () => {
        await expect.poll(preview).toContain('Điền 1 ô');
        await sheet.press('Escape');
        await sheet.page.locator('.range-fill').waitFor({ state: 'detached' });
      });
    });
  });

  it('where nothing can be filled that is said', async () => {
    await archive.nothingHappens(async () => {
      await sheet.click('3', 'central.recurrent');
      await sheet.press('Control+d');
      await expect.poll(() => sheet.hint().innerText()).toContain('Không có ô nào điền được');
    });
  });
});

describe('filling over the years', () => {
  beforeAll(async () => {
    sheet = await office.freshSample(sheet.page, 'F2');
  });
  const years = (row: string, column: string) =>
    archive.amounts([2022, 2023, 2024, 2025].map((year) => [row, `${year}.${column}`] as const));

  it('the handle dragged right goes on in its year by place, and in the next year in the same source and kind', async () => {
    await sheet.goTo('4.1', '2022.central.recurrent');
    await sheet.page.keyboard.type('4.000');
    await sheet.press('Enter');
    await expect.poll(() => archive.amount('4.1', '2022.central.recurrent')).toBe(trieu(4000));
    const viewport = sheet.page.locator('.form-grid .ag-grid-viewport');
    await sheet.goTo('4.1', '2022.central.recurrent');
    await viewport.evaluate((element) => element.scrollTo({ left: 550 }));
    await sheet.page.locator('[col-id="2023.central.recurrent"]').first().waitFor();
    await archive.oneGesture(
      /^Điền 2 ô từ 4\.1/,
      async () => {
        await mouse.fillTo(['4.1', '2023.central.recurrent'], async () => {
          await expect.poll(preview).toBe('Điền 2 ô: 4.000 (bỏ qua 6 ô tổng hoặc không được bố trí)');
        });
      },
      async () => {
        expect(await years('4.1', 'central.recurrent')).toEqual([4000, 4000, 4900, 4900].map(trieu));
        expect(await years('4.1', 'other.total')).toEqual([4000, 0, 0, 0].map(trieu));
        expect(await years('4.1', 'local.recurrent')).toEqual([null, ...[100, 100, 100].map(trieu)]);
        expect(await years('4.1', 'central.investment')).toEqual([0n, 0n, 0n, 0n]);
      },
    );
  });

  it('Ctrl+Shift+R fills every year that its source funds, and no other', async () => {
    await sheet.goTo('4.1', '2023.local.recurrent');
    await sheet.page.keyboard.type('150');
    await sheet.press('Enter');
    await expect.poll(() => years('4.1', 'local.recurrent')).toEqual([null, ...[150, 100, 100].map(trieu)]);
    await archive.oneGesture(
      /^Điền 2 ô cho các năm, từ 4\.1/,
      async () => {
        await sheet.goTo('4.1', '2023.local.recurrent');
        await sheet.press('Control+Shift+r');
      },
      async () =>
        expect(await years('4.1', 'local.recurrent')).toEqual([null, ...[150, 150, 150].map(trieu)]),
    );
  });

  it('a year that the source does not fund takes nothing from the handle either', async () => {
    await archive.nothingHappens(async () => {
      await sheet.goTo('5.1', '2022.local.recurrent');
      await mouse.fillTo(['5.2', '2022.local.recurrent'], async () => {
        await expect.poll(preview).toMatch(/^Điền 0 ô.*\(bỏ qua 1 ô tổng hoặc không được bố trí\)$/);
      });
      await expect.poll(() => sheet.selected()).toHaveLength(2);
    });
  });

  it('Ctrl+R without a column to its left takes the same source and kind of the year before', async () => {
    await sheet.goTo('3.2', '2023.central.investment');
    await sheet.page.keyboard.type('1');
    await sheet.press('Enter');
    await expect.poll(() => years('3.2', 'central.investment')).toEqual([2500, 1, 2500, 2500].map(trieu));
    await archive.oneGesture(
      /^Điền 1 ô từ 3\.2/,
      async () => {
        await sheet.goTo('3.2', '2024.central.investment');
        await sheet.press('Control+r');
      },
      async () => expect(await years('3.2', 'central.investment')).toEqual([2500, 1, 1, 2500].map(trieu)),
    );
  });

  it('nothing was complained of', () => {
    expect(office.complaints).toEqual([]);
  });
});
