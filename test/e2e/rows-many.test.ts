import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Archive, trieu } from './archive.ts';
import { Mouse } from './mouse.ts';
import { Office } from './office.ts';
import type { Sheet } from './sheet.ts';

const office = Office.open();
let sheet: Sheet;
let archive: Archive;
let mouse: Mouse;
let asOpened: string[];
beforeAll(async () => {
  sheet = await office.openSample(await office.start());
  archive = new Archive(sheet.page);
  mouse = new Mouse(sheet);
  asOpened = await archive.rows();
});
beforeEach(async () => {
  sheet = await office.untouched(sheet);
});
afterAll(async () => {
  await office.leave();
});
/** The printed numbers of all rows. */
const outline = async () => (await archive.rows()).map((row) => row.split(' ')[0]);
const total = () => archive.amount('Tổng giai đoạn 2022 - 2025', 'period.total');
const TOTAL = trieu(209_600);
/** Pixels from the left edge of the names to where those of the second level begin. */
const SECOND_LEVEL = 24;
const selectRows = async (from: string, to: string) => {
  await (await mouse.rowHeader(from)).click({ position: { x: 26, y: 10 } });
  await mouse.clickWith('Shift', await mouse.rowHeader(to));
};

describe('rows come and go', () => {
  it('above and below, numbered by their place, the new one active', async () => {
    await archive.oneGesture(
      /^Thêm dòng 2\.2/,
      async () => {
        await sheet.click('2.2', 'name');
        await sheet.press('Alt+Insert');
        await expect.poll(() => sheet.active()).toBe('2.2 name');
        await expect.poll(() => sheet.text('2.2', 'name')).toBe('Nội dung mới');
      },
      async () => {
        expect(await archive.rows()).toContain('2.2 Nội dung mới');
        expect(await archive.rows()).toContain('2.3 Cải thiện dinh dưỡng');
      },
    );
    await archive.oneGesture(
      /^Thêm dòng 3/,
      async () => {
        await sheet.click('2', 'name');
        await sheet.press('Control+Shift+Equal');
      },
      async () =>
        expect((await archive.rows()).slice(4, 6).map((row) => row.slice(0, 9))).toEqual([
          '3 Nội dun',
          '4 Phát tr',
        ]),
    );
  });

  it('as many as are selected', async () => {
    await archive.oneGesture(
      /^Thêm 2 dòng, từ 4\.3/,
      async () => {
        await mouse.dragOver(['4.1', 'name'], ['4.2', 'name']);
        await sheet.press('Control+Shift+Equal');
      },
      async () =>
        expect((await archive.rows()).filter((row) => row.startsWith('4.')).slice(2)).toEqual([
          '4.3 Nội dung mới',
          '4.4 Nội dung mới',
        ]),
    );
  });

  it('beneath a row without a question where it holds no money', async () => {
    await archive.oneGesture(
      /^Thêm dòng 2\.3/,
      async () => {
        await sheet.click('2', 'name');
        await sheet.press('Control+Alt+Equal');
      },
      async () => {
        expect(await archive.rows()).toContain('2.3 Nội dung mới');
        expect(await sheet.dialog().count()).toBe(0);
      },
    );
  });

  it('several are deleted at once, after a question that names their money', async () => {
    await archive.oneGesture(
      /^Xóa \d dòng, từ 4\.2/,
      async () => {
        await selectRows('4.2', '5.1');
        await sheet.press('Control+Minus');
        await sheet.dialog().getByText('21.600.000.000 đồng').waitFor();
        await sheet.answer('Xóa dòng và số tiền');
      },
      async () => {
        expect(await total()).toBe(TOTAL - trieu(21_600));
        expect((await outline()).slice(-2)).toEqual(['4', '4.1']);
      },
    );
  });

  it('several are duplicated with all below them and their money', async () => {
    await archive.oneGesture(
      /^Nhân đôi 2 dòng, từ 4/,
      async () => {
        await selectRows('4', '5.2');
        await sheet.press('Alt+Shift+d');
      },
      async () => {
        expect(await total()).toBe(TOTAL + trieu(24_200 + 17_300));
        expect(await archive.amount('6.1', '2023.central.recurrent')).toBe(trieu(4900));
        expect(await archive.rows()).toHaveLength(19);
      },
    );
  });
});

describe('rows move', () => {
  it('several by Alt+Shift+arrows, together', async () => {
    await archive.oneGesture(
      /^Chuyển 2 dòng, từ 4/,
      async () => {
        await selectRows('4', '5.2');
        await sheet.press('Alt+Shift+ArrowUp');
      },
      async () => {
        const names = (await archive.rows()).filter((row) => /^\d /.test(row)).map((row) => row.slice(0, 13));
        expect(names.slice(2)).toEqual(['3 Truyền thôn', '4 Nâng cao nă', '5 Phát triển ']);
        expect(await total()).toBe(TOTAL);
      },
    );
    await archive.oneGesture(
      /^Chuyển/,
      async () => {
        await sheet.click('2.1', 'name');
        await sheet.press('Alt+Shift+ArrowDown');
      },
      async () => {
        expect(await archive.rows()).toContain('2.1 Cải thiện dinh dưỡng');
        expect(await sheet.active()).toBe('2.2 name');
      },
    );
  });

  it('a dragged row header shows where the row drops, and drops it there', async () => {
    await archive.oneGesture(
      /^Chuyển dòng/,
      async () => {
        await (await mouse.rowHeader('4.2')).click({ position: { x: 26, y: 10 } });
        const from = await mouse.middleOf(await mouse.rowHeader('4.2'));
        const target = await (await sheet.cell('2.2', 'name')).boundingBox();
        if (!target) throw new Error('no row 2.2');
        // Sideways where names of the second level begin.
        const between = { x: target.x + SECOND_LEVEL, y: target.y + 3 };
        await mouse.drag(from, [between], async () => {
          const mark = await sheet.page.locator('.row-drop').boundingBox();
          expect(Math.abs((mark?.y ?? 0) - target.y)).toBeLessThan(4);
        });
      },
      async () => {
        expect((await archive.rows()).slice(2, 5).map((row) => row.slice(0, 12))).toEqual([
          '2.1 Hỗ trợ p',
          '2.2 Truyền t',
          '2.3 Cải thiệ',
        ]);
        expect(await archive.amount('2.2', '2023.central.recurrent')).toBe(trieu(1000));
        expect(await sheet.page.locator('.row-drop').count()).toBe(0);
      },
    );
  });

  it('dropped under a row with money the money is asked for, Escape drops nothing', async () => {
    await archive.nothingHappens(async () => {
      await (await mouse.rowHeader('4.2')).click({ position: { x: 26, y: 10 } });
      const from = await mouse.middleOf(await mouse.rowHeader('4.2'));
      const target = await mouse.overCell(['2.1', 'name']);
      await mouse.drag(from, [target], async () => {
        await sheet.page.locator('.row-drop').waitFor();
        await sheet.press('Escape');
        await sheet.page.locator('.row-drop').waitFor({ state: 'detached' });
      });
    });
    await archive.oneGesture(
      /^Chuyển dòng/,
      async () => {
        const from = await mouse.middleOf(await mouse.rowHeader('5.2'));
        await (await mouse.rowHeader('5.2')).click({ position: { x: 26, y: 10 } });
        const above = await (await sheet.cell('1', 'name')).boundingBox();
        if (!above) throw new Error('no row 1');
        // Beneath row 1, which holds money.
        await mouse.drag(from, [{ x: above.x + SECOND_LEVEL, y: above.y + above.height - 3 }]);
        await sheet.answer('Chuyển vào dòng con mới');
      },
      async () => {
        expect((await archive.rows()).filter((row) => row.startsWith('1.'))).toHaveLength(2);
        expect(await archive.amount('1', 'period.total')).toBe(trieu(62_500 + 6_150));
        expect(await total()).toBe(TOTAL);
      },
    );
  });

  it('in and out, several at once', async () => {
    await archive.oneGesture(
      /^Chuyển/,
      async () => {
        await mouse.dragOver(['4.1', 'name'], ['4.2', 'name']);
        await sheet.press('Alt+Shift+ArrowLeft');
      },
      async () => {
        const rows = (await archive.rows()).filter((row) => /^\d /.test(row)).map((row) => row.slice(0, 11));
        expect(rows).toContain('5 Giảm nghè');
        expect(rows).toContain('6 Truyền th');
        expect(await total()).toBe(TOTAL);
      },
    );
    await archive.oneGesture(
      /^Chuyển/,
      async () => {
        await mouse.dragOver(['4', 'name'], ['5', 'name']);
        await sheet.press('Alt+Shift+ArrowRight');
      },
      async () => {
        expect(
          (await outline()).filter((row) => row !== undefined && /^\d/.test(row)).length,
        ).toBeGreaterThan(0);
        expect((await archive.rows()).filter((row) => /^\d /.test(row))).toHaveLength(3);
        expect(await archive.amount('3', 'period.total')).toBe(trieu(67_700 + 24_200 + 17_300));
      },
    );
  });
});

describe('rows are folded away', () => {
  const shown = async () => (await sheet.names()).map((name) => name.split(' ')[0]);
  const ALL = ['1', '2', '2.1', '2.2', '3', '3.1', '3.2', '4', '4.1', '4.2', '5', '5.1', '5.2'];

  it('by the chevron of their row, and back', async () => {
    const chevron = { position: { x: 6, y: 10 } };
    await (await mouse.rowHeader('2')).click(chevron);
    await expect.poll(shown).toEqual(ALL.filter((row) => !row.startsWith('2.')));
    await (await mouse.rowHeader('2')).click(chevron);
    await expect.poll(shown).toEqual(ALL);
  });

  it('by Alt+Minus and Alt+Plus, from a row below too', async () => {
    await sheet.click('3.2', 'central.recurrent');
    await sheet.press('Alt+Minus');
    await expect.poll(shown).toEqual(ALL.filter((row) => !row.startsWith('3.')));
    await sheet.click('3', 'name');
    await sheet.press('Alt+Equal');
    await expect.poll(shown).toEqual(ALL);
  });

  it('by level: Alt+1, Alt+2, Alt+3', async () => {
    await sheet.press('Alt+1');
    await expect.poll(shown).toEqual(['1', '2', '3', '4', '5']);
    await sheet.press('Alt+2');
    await expect.poll(shown).toEqual(ALL);
    await sheet.press('Alt+1', 'Alt+3');
    await expect.poll(shown).toEqual(ALL);
    await sheet.press('Alt+1', 'Alt+a');
    await expect.poll(shown).toEqual(ALL);
  });

  it('a total counts what is folded away, and a change of it is seen when it opens', async () => {
    await sheet.press('Alt+1');
    await expect.poll(shown).toEqual(['1', '2', '3', '4', '5']);
    expect(await sheet.text('2', 'central.recurrent')).toBe('8.625');
    await sheet.press('Alt+a');
    expect(await archive.rows()).toEqual(asOpened);
    expect(office.complaints).toEqual([]);
  });
});
