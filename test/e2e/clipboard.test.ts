import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Archive, trieu } from './archive.ts';
import { copyEvent, otherProgramCopies, pasteEvent, rowsIn } from './clip.ts';
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
  sheet = await office.untouched(sheet);
});
afterAll(async () => {
  await office.leave();
});
const recurrent = (...rows: string[]) =>
  archive.amounts(rows.map((row) => [row, '2023.central.recurrent'] as const));
const accept = () => sheet.dialog().getByRole('button', { name: 'Dán', exact: true });
const said = () => sheet.dialog().innerText();

describe('cells of this plan, with the real keys', () => {
  it('Ctrl+C and Ctrl+V bring a block elsewhere, as one gesture', async () => {
    await archive.oneGesture(
      /^Dán 4 ô từ 4\.1/,
      async () => {
        await mouse.dragOver(['2.1', 'central.investment'], ['2.2', 'central.recurrent']);
        await sheet.press('Control+c');
        await sheet.page.locator('.range-copied').first().waitFor();
        await sheet.click('4.1', 'central.investment');
        await sheet.press('Control+v');
      },
      async () => {
        expect(await recurrent('2.1', '2.2', '4.1', '4.2')).toEqual([6250, 2375, 6250, 2375].map(trieu));
        expect(await sheet.selected()).toHaveLength(4);
      },
    );
  });

  it('Ctrl+X and Ctrl+V move a block, and clear what it came from only then', async () => {
    await archive.oneGesture(
      /^Cắt và dán 2 ô sang 4\.1/,
      async () => {
        await mouse.dragOver(['2.1', 'central.recurrent'], ['2.2', 'central.recurrent']);
        await sheet.press('Control+x');
        await sheet.page.locator('.range-copied').first().waitFor();
        expect(await recurrent('2.1', '2.2')).toEqual([6250, 2375].map(trieu));
        await sheet.click('4.1', 'central.recurrent');
        await sheet.press('Control+v');
      },
      async () => expect(await recurrent('2.1', '2.2', '4.1', '4.2')).toEqual([0, 0, 6250, 2375].map(trieu)),
    );
  });

  it('Escape lets a cut go: what is pasted then is a copy', async () => {
    await archive.oneGesture(
      /^Dán 1 ô từ 5\.1/,
      async () => {
        await sheet.click('4.1', 'central.recurrent');
        await sheet.press('Control+x');
        await sheet.page.locator('.range-copied').first().waitFor();
        await sheet.press('Escape');
        await sheet.page.locator('.range-copied').waitFor({ state: 'detached' });
        await sheet.click('5.1', 'central.recurrent');
        await sheet.press('Control+v');
      },
      async () => expect(await recurrent('4.1', '5.1')).toEqual([4900, 4900].map(trieu)),
    );
  });

  it('a block copied under one unit is pasted to the đồng under another', async () => {
    const unit = sheet.page.getByLabel('Đơn vị', { exact: true });
    await unit.selectOption('dong');
    await sheet.enter('4.1', 'central.recurrent', '4.900.000.001');
    await expect.poll(() => recurrent('4.1')).toEqual([4_900_000_001n]);
    await unit.selectOption('ty');
    await mouse.dragOver(['4.1', 'central.recurrent'], ['4.2', 'central.recurrent']);
    await sheet.press('Control+c');
    await sheet.page.locator('.range-copied').first().waitFor();
    await unit.selectOption('nghin');
    await archive.oneGesture(
      /^Dán 2 ô từ 5\.1/,
      async () => {
        await sheet.click('5.1', 'central.recurrent');
        await sheet.press('Control+v');
      },
      async () => expect(await recurrent('5.1', '5.2')).toEqual([4_900_000_001n, trieu(1000)]),
    );
  });

  it('other programs get the text that is seen and a table with exact numbers', async () => {
    await mouse.dragOver(['2.1', 'name'], ['2.2', 'period.total']);
    await sheet.press('Control+c');
    await sheet.page.locator('.range-copied').first().waitFor();
    const text = await sheet.page.evaluate(() => navigator.clipboard.readText());
    expect(rowsIn({ text: text.replaceAll(/\r?\n/g, '\r\n') })).toEqual([
      ['Hỗ trợ phát triển sản xuất trong lĩnh vực nông nghiệp', '25.800'],
      ['Cải thiện dinh dưỡng', '12.100'],
    ]);
    expect((await copyEvent(sheet)).html).toContain('x:num="25800"');
  });

  it('several ranges are not copied, and that is said', async () => {
    await sheet.click('2.1', 'central.recurrent');
    await mouse.clickWith('Control', await sheet.cell('4.1', 'central.recurrent'));
    await sheet.press('Control+c');
    await expect.poll(() => sheet.hint().innerText()).toContain('Chỉ sao chép được một vùng liền nhau');
  });

  it('while a cell is edited the clipboard is that of its text', async () => {
    await otherProgramCopies(sheet, '12');
    await sheet.click('4.1', 'central.recurrent');
    await sheet.page.keyboard.type('3');
    await sheet.press('Control+v', 'Enter');
    await expect.poll(() => recurrent('4.1')).toEqual([trieu(312)]);
  });
});

describe('text of other programs', () => {
  it('a block of text goes into the cells, empty ones are zero, and one undo takes it back', async () => {
    await archive.oneGesture(
      /^Dán 8 ô từ 4\.1/,
      async () => {
        await sheet.click('4.1', 'central.investment');
        // The middle column is that of a total, which an empty cell leaves alone.
        await pasteEvent(sheet, { text: '0\t1.500,5\t\t1\t2\r\n25,5\t\t\t0\t-\r\n' });
      },
      async () => {
        expect(
          await archive.amounts([
            ['4.1', '2023.central.investment'],
            ['4.2', '2023.central.investment'],
          ]),
        ).toEqual([0n, trieu(25.5)]);
        expect(await recurrent('4.1', '4.2')).toEqual([trieu(1500.5), 0n]);
      },
    );
  });

  it('into a larger selection a block is repeated, one cell fills it', async () => {
    await archive.oneGesture(
      /^Dán 2 ô từ 4\.1/,
      async () => {
        await otherProgramCopies(sheet, '77');
        await mouse.dragOver(['4.1', 'central.recurrent'], ['4.2', 'central.recurrent']);
        await sheet.press('Control+v');
      },
      async () => expect(await recurrent('4.1', '4.2')).toEqual([77, 77].map(trieu)),
    );
    await archive.oneGesture(
      /^Dán 4 ô từ 5\.1/,
      async () => {
        await otherProgramCopies(sheet, '5\t6\r\n');
        await mouse.dragOver(['5.1', 'central.investment'], ['5.2', 'central.recurrent']);
        await sheet.press('Control+v');
      },
      async () => expect(await recurrent('5.1', '5.2')).toEqual([6, 6].map(trieu)),
    );
  });

  it('numbers that say nothing of their marks are asked about, with a preview', async () => {
    await archive.oneGesture(
      /^Dán 2 ô từ 4\.1/,
      async () => {
        await otherProgramCopies(sheet, '1.500\r\n2.375\r\n');
        await sheet.click('4.1', 'central.recurrent');
        await sheet.press('Control+v');
        await sheet.dialog().getByText('hãy chọn và xem trước').waitFor();
        expect(await accept().isDisabled()).toBe(true);
        const numbers = sheet.dialog().getByLabel('Cách viết số của dữ liệu dán');
        await numbers.selectOption('en');
        expect(await sheet.dialog().locator('.preview-amount').allInnerTexts()).toEqual([
          expect.stringMatching(/^1,5\s+1\.500$/),
          expect.stringMatching(/^2,375\s+2\.375$/),
        ]);
        await numbers.selectOption('vi');
        await sheet.answer('Dán');
      },
      async () => expect(await recurrent('4.1', '4.2')).toEqual([1500, 2375].map(trieu)),
    );
  });

  it('one bad cell among good ones is shown with its reason, and nothing of the block is pasted', async () => {
    await archive.nothingHappens(async () => {
      await otherProgramCopies(sheet, '1.500,5\r\nhai nghìn\r\n');
      await sheet.click('4.1', 'central.recurrent');
      await sheet.press('Control+v');
      await sheet.dialog().getByText('1 ô không dán được, nên chưa dán ô nào').waitFor();
      expect(await said()).toContain('4.2 · ');
      expect(await said()).toContain('“hai nghìn” là chữ, không phải số tiền');
      expect(await accept().isDisabled()).toBe(true);
      await sheet.answer('Hủy');
    });
    await expect.poll(() => sheet.focus()).toBe('8 central.recurrent');
  });

  it('values that land on totals are shown before anything happens; left out, they are held against what is computed', async () => {
    const block = { text: '14.000,5\r\n8.250\r\n5.000\r\n' };
    await archive.nothingHappens(async () => {
      await sheet.click('3', 'central.recurrent');
      await pasteEvent(sheet, block);
      await sheet.dialog().getByText('1 ô không dán được, nên chưa dán ô nào').waitFor();
      expect(await said()).toContain('Ô này là tổng, tự tính từ các ô khác');
      expect(await accept().isDisabled()).toBe(true);
      await sheet.answer('Hủy');
    });
    await archive.oneGesture(
      /^Dán 2 ô từ 3/,
      async () => {
        await pasteEvent(sheet, block);
        await sheet.dialog().getByLabel('Không dán 1 ô rơi vào ô tổng').check();
        await sheet.dialog().getByText('1 ô tổng của dữ liệu dán khác với tổng tự tính').waitFor();
        expect(await said()).toContain('dán 14.000.500.000, tự tính 13.250.000.000, chênh 750.500.000 đồng');
        await sheet.answer('Dán');
      },
      async () => expect(await recurrent('3', '3.1', '3.2')).toEqual([13250, 8250, 5000].map(trieu)),
    );
  });

  it('values where the form has no meaning are shown, and left out nothing remains to paste', async () => {
    await archive.nothingHappens(async () => {
      await sheet.click('Kinh phí các dự án 01 năm', 'period.total');
      await pasteEvent(sheet, { text: '5,5' });
      await expect.poll(said).toContain('Biểu không dùng ô này nên không nhập được');
      expect(await accept().isDisabled()).toBe(true);
      await sheet.dialog().getByLabel('Không dán 1 ô rơi vào ô tổng').check();
      await expect.poll(said).toContain('dán 5.500.000; biểu không tính ô này');
      expect(await accept().isDisabled()).toBe(true);
      await sheet.answer('Hủy');
    });
  });

  it('a block past the last row offers to add the rows', async () => {
    await archive.oneGesture(
      /^Dán 3 ô từ 5\.2/,
      async () => {
        await sheet.click('5.2', 'central.recurrent');
        await pasteEvent(sheet, { text: '1,5\r\n2,5\r\n3,5\r\n' });
        await sheet.dialog().getByLabel('Thêm 2 dòng mới ở cuối bảng').waitFor();
        expect(await accept().isDisabled()).toBe(true);
        await sheet.dialog().getByLabel('Thêm 2 dòng mới ở cuối bảng').check();
        await sheet.answer('Dán');
      },
      async () => {
        expect(await recurrent('5.2', '5.3', '5.4')).toEqual([1.5, 2.5, 3.5].map(trieu));
        expect(await archive.rows()).toContain('5.4 Nội dung mới');
        await expect
          .poll(() => sheet.selected())
          .toEqual(['5.2', '5.3', '5.4'].map((row) => `${row} central.recurrent`));
      },
    );
  });

  it('a ragged block says so, and leaves the cells alone that it does not have', async () => {
    await archive.oneGesture(
      /^Dán 3 ô từ 4\.1/,
      async () => {
        await sheet.click('4.1', 'central.investment');
        await pasteEvent(sheet, { text: '1,5\t2,5\r\n3,5\r\n' });
        await sheet.dialog().getByText('dài ngắn khác nhau').waitFor();
        await sheet.answer('Dán');
      },
      async () => expect(await recurrent('4.1', '4.2')).toEqual([2.5, 1000].map(trieu)),
    );
  });

  it('a block wider than the sheet is refused', async () => {
    await archive.nothingHappens(async () => {
      await sheet.click('4.1', 'local.recurrent');
      await pasteEvent(sheet, { text: '1,5\t2,5\t3,5\r\n' });
      await expect.poll(said).toContain('rộng 3 cột nhưng từ ô này chỉ còn 2 cột');
      await sheet.answer('Hủy');
    });
  });

  it('money in a year that its source does not fund asks whether it shall', async () => {
    await sheet.form('F2');
    await archive.oneGesture(
      /^Dán 1 ô từ 4\.1/,
      async () => {
        await sheet.goTo('4.1', '2022.local.recurrent');
        await pasteEvent(sheet, { text: '9,5' });
        await sheet
          .dialog()
          .getByLabel(/Thêm năm được bố trí cho nguồn .*2022/)
          .check();
        await sheet.answer('Dán');
      },
      async () => expect(await archive.amount('4.1', '2022.local.recurrent')).toBe(trieu(9.5)),
    );
  });

  it('formulas are texts: into names they go as they are, into amounts not at all', async () => {
    await archive.oneGesture(
      /^Dán 1 ô từ 5\.2/,
      async () => {
        await sheet.click('5.2', 'name');
        await pasteEvent(sheet, { text: '=SUM(A1:A9)' });
      },
      async () => expect(await archive.rows()).toContain('5.2 =SUM(A1:A9)'),
    );
  });

  it('a hundred thousand cells of text are refused in a moment', async () => {
    await archive.nothingHappens(async () => {
      const text = `${Array.from({ length: 10 }, (_, at) => `chữ ${at}`).join('\t')}\r\n`.repeat(10_000);
      await sheet.click('1', 'name');
      const began = performance.now();
      await pasteEvent(sheet, { text });
      await sheet.dialog().getByText('ô không dán được, nên chưa dán ô nào').waitFor();
      expect(performance.now() - began).toBeLessThan(8_000);
      expect(await said()).toContain('chỉ thêm được nhiều nhất 2000 dòng một lần');
      await sheet.answer('Hủy');
    });
  });
});

describe('paste special', () => {
  const special = async (copied: string, at: string) => {
    await otherProgramCopies(sheet, copied);
    await sheet.click(at, 'central.recurrent');
    await sheet.press('Control+Shift+v');
    await sheet.dialog().waitFor();
  };

  it('adds to what is there and subtracts from it', async () => {
    await archive.oneGesture(
      /^Dán 2 ô từ 4\.1/,
      async () => {
        await special('100,5\r\n1\r\n', '4.1');
        await sheet.dialog().getByLabel('Cách dán').selectOption('add');
        expect(await sheet.dialog().locator('.preview-amount').first().innerText()).toContain('5.000,5');
        await sheet.answer('Dán');
      },
      async () => expect(await recurrent('4.1', '4.2')).toEqual([5000.5, 1001].map(trieu)),
    );
    await archive.oneGesture(
      /^Dán 1 ô từ 4\.1/,
      async () => {
        await special('100,5', '4.1');
        await sheet.dialog().getByLabel('Cách dán').selectOption('subtract');
        await sheet.answer('Dán');
      },
      async () => expect(await recurrent('4.1')).toEqual([4799.5].map(trieu)),
    );
  });

  it('reads another unit', async () => {
    await archive.oneGesture(
      /^Dán 1 ô từ 4\.1/,
      async () => {
        await special('4.950.000.000', '4.1');
        await sheet.dialog().getByText('Số tiền lớn bất thường với đơn vị này').waitFor();
        await sheet.dialog().getByLabel('Đơn vị của dữ liệu dán').selectOption('dong');
        await sheet.answer('Dán');
      },
      async () => expect(await recurrent('4.1')).toEqual([trieu(4950)]),
    );
  });

  it('skips blanks', async () => {
    await archive.oneGesture(
      /^Dán 1 ô từ 4\.1/,
      async () => {
        await special('\r\n7,5\r\n', '4.1');
        await sheet.dialog().getByLabel('Bỏ qua ô trống').check();
        await sheet.answer('Dán');
      },
      async () => expect(await recurrent('4.1', '4.2')).toEqual([4900, 7.5].map(trieu)),
    );
  });

  it('a plain paste after a special one that was cancelled asks nothing', async () => {
    await archive.nothingHappens(async () => {
      await special('7,5', '4.1');
      await sheet.answer('Hủy');
    });
    await sheet.press('Control+v');
    await expect.poll(() => recurrent('4.1')).toEqual([trieu(7.5)]);
  });
});

describe('the clipboard from the menus', () => {
  const choose = async (name: string) => {
    await (await sheet.cell('4.1', 'central.recurrent')).click({ button: 'right' });
    await sheet.page.getByRole('menuitem', { name }).first().click();
  };

  it('copies, cuts and pastes as the keys do', async () => {
    await sheet.click('2.1', 'central.recurrent');
    await sheet.press('Control+c');
    await choose('Dán');
    await expect.poll(() => recurrent('4.1')).toEqual([trieu(6250)]);
    await choose('Cắt');
    await sheet.page.locator('.range-copied').first().waitFor();
    await sheet.click('5.1', 'central.recurrent');
    await sheet.press('Control+v');
    await expect.poll(() => recurrent('4.1', '5.1')).toEqual([0n, trieu(6250)]);
  });

  it('a cut stays a cut, and a copy exact under another unit, though a menu cannot carry our own flavour', async () => {
    await archive.oneGesture(
      /^Cắt và dán 1 ô sang 4\.1/,
      async () => {
        await sheet.click('2.1', 'central.recurrent');
        await sheet.press('Control+x');
        await sheet.page.locator('.range-copied').first().waitFor();
        await choose('Dán');
      },
      async () => expect(await recurrent('2.1', '4.1')).toEqual([0, 6250].map(trieu)),
    );
    await sheet.click('2.1', 'central.recurrent');
    await sheet.press('Control+c');
    await sheet.page.getByLabel('Đơn vị', { exact: true }).selectOption('ty');
    await choose('Dán');
    await expect.poll(() => recurrent('4.1')).toEqual([trieu(6250)]);
  });

  it('where the browser keeps the clipboard to itself the keys are named', async () => {
    await sheet.page.context().clearPermissions();
    await archive.nothingHappens(async () => {
      await choose('Dán');
      await expect.poll(() => sheet.hint().innerText()).toContain('hãy bấm Ctrl+V');
    });
    await sheet.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  });

  it('nothing was complained of', () => {
    expect(office.complaints).toEqual([]);
  });
});
