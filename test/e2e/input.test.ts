import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Archive, trieu } from './archive.ts';
import { Fingers } from './fingers.ts';
import { Mouse } from './mouse.ts';
import { Office } from './office.ts';
import type { Sheet } from './sheet.ts';

describe('what is typed into a cell', () => {
  const office = Office.open();
  let sheet: Sheet;
  let archive: Archive;
  let fingers: Fingers;
  let mouse: Mouse;
  beforeAll(async () => {
    sheet = await office.openSample(await office.start());
    archive = new Archive(sheet.page);
    fingers = await Fingers.on(sheet);
    mouse = new Mouse(sheet);
  });
  beforeEach(async () => {
    sheet = await office.untouched(sheet);
  });
  afterAll(async () => {
    await office.leave();
  });
  const input = () => sheet.page.locator('.cell-input');
  const bar = () => sheet.page.locator('.formula-input');
  const nameOf = async (row: string) => (await archive.rows()).find((one) => one.startsWith(`${row} `));

  it('typing replaces what was there; one history row tells from what to what', async () => {
    await archive.oneGesture(
      /^Sửa NSTW SN, 4\.1 .* \(2022 - 2025\): 4\.900 → 7,5 triệu đồng$/,
      async () => {
        await sheet.click('4.1', 'central.recurrent');
        await sheet.page.keyboard.type('7,5');
        expect(await sheet.text('4.1', 'central.recurrent')).toBe('4.900');
        await sheet.press('Enter');
      },
      async () => {
        expect(await archive.amount('4.1', '2023.central.recurrent')).toBe(trieu(7.5));
        expect(await archive.amount('4.1', '2025.central.recurrent')).toBe(trieu(7.5));
        expect(await sheet.active()).toBe('4.2 central.recurrent');
      },
    );
  });

  it('a double click and F2 open what is there, Delete writes zero, Backspace begins with nothing', async () => {
    await (await sheet.cell('4.1', 'central.recurrent')).dblclick();
    await expect.poll(() => input().inputValue()).toBe('4.900');
    await sheet.press('Escape', 'F2');
    expect(await input().inputValue()).toBe('4.900');
    await sheet.press('Home', 'Delete', '5', 'Enter');
    await expect.poll(() => archive.amount('4.1', '2022.central.recurrent')).toBe(trieu(5900));
    await sheet.click('4.1', 'central.recurrent');
    await sheet.press('Backspace');
    expect(await input().inputValue()).toBe('');
    await sheet.press('3', 'Tab');
    await expect.poll(() => archive.amount('4.1', '2022.central.recurrent')).toBe(trieu(3));
    expect(await sheet.active()).toBe('4.1 local.total');
  });

  it('a click elsewhere finishes the edit first', async () => {
    await sheet.click('4.1', 'central.recurrent');
    await sheet.page.keyboard.type('12');
    await sheet.click('5.1', 'local.recurrent');
    await expect.poll(() => archive.amount('4.1', '2022.central.recurrent')).toBe(trieu(12));
    expect(await sheet.active()).toBe('5.1 local.recurrent');
    expect(await input().inputValue()).toBe('');
  });

  it('Ctrl+Enter writes into every selected cell at once and leaves totals out', async () => {
    await archive.oneGesture(
      'Nhập vào 12 ô từ 2.1',
      async () => {
        await mouse.dragOver(['2.1', 'central.recurrent'], ['3.2', 'local.recurrent']);
        await sheet.page.keyboard.type('1.234');
        await sheet.press('Control+Enter');
      },
      async () => {
        expect(await archive.amount('2.1', '2024.central.recurrent')).toBe(trieu(1234));
        expect(await archive.amount('3.2', '2023.local.investment')).toBe(trieu(1234));
        expect(await archive.amount('3.2', '2022.local.investment')).toBeNull();
      },
    );
  });

  it('bursts of keys and Backspaces, as UniKey sends them, lose nothing from the first key on', async () => {
    const words = [
      ['Vie⌫ê⌫ệt', 'Việt'],
      ['dd⌫⌫đu⌫ươ⌫ơ⌫ờng', 'đường'],
      ['nuo⌫⌫ươ⌫ớc', 'nước'],
      ['ngheo⌫⌫èo', 'nghèo'],
    ] as const;
    const sentence = words.map(([, word]) => word).join(' ');
    const row = '4.2';
    for (let round = 0; round < 4; round++) {
      await sheet.click(row, 'name');
      await fingers.burst(words.map(([keys]) => keys).join(' '));
      expect(await input().inputValue()).toBe(sentence);
      await sheet.press('Enter');
      await expect.poll(() => nameOf(row)).toBe(`${row} ${sentence}`);
      await sheet.press('Control+z');
      await expect.poll(() => nameOf(row)).not.toBe(`${row} ${sentence}`);
    }
  });

  it('bursts go on from cell to cell: what is typed right after Enter lands in the next cell', async () => {
    await sheet.click('5.1', 'name');
    await Promise.all([
      fingers.burst('Mo⌫ộ⌫ột'),
      sheet.page.keyboard.press('Enter'),
      fingers.burst('Hai'),
      sheet.page.keyboard.press('Enter'),
    ]);
    await expect.poll(() => nameOf('5.1')).toBe('5.1 Một');
    await expect.poll(() => nameOf('5.2')).toBe('5.2 Hai');
  });

  it('an amount typed in a burst over an amount is that amount', async () => {
    await sheet.click('4.2', 'central.recurrent');
    await fingers.burst('9⌫⌫1.250,75');
    await sheet.press('Enter');
    await expect.poll(() => archive.amount('4.2', '2022.central.recurrent')).toBe(trieu(1250.75));
  });

  it('Enter, Escape and arrows within a composition end the word and not the edit', async () => {
    await sheet.click('5.2', 'name');
    await fingers.compose('viê');
    await fingers.compose('việt');
    await fingers.keyOfComposition('Enter');
    await fingers.keyOfComposition('Escape');
    await fingers.keyOfComposition('ArrowDown');
    expect(await input().inputValue()).toBe('việt');
    expect(await sheet.active()).toBe('5.2 name');
    await fingers.commit('việt');
    await fingers.compose(' nam');
    await fingers.commit(' nam');
    expect(await nameOf('5.2')).toBe('5.2 Giám sát, đánh giá');
    await sheet.press('Enter');
    await expect.poll(() => nameOf('5.2')).toBe('5.2 việt nam');
  });

  it('text in separate marks is kept as one letter each', async () => {
    await sheet.click('5.2', 'name');
    await fingers.commit('Việt Nam đổi mới'.normalize('NFD'));
    await sheet.press('Enter');
    await expect.poll(() => nameOf('5.2')).toBe('5.2 Việt Nam đổi mới'.normalize('NFC'));
  });

  it('Alt+Enter breaks a line in a name, and not in an amount', async () => {
    await archive.oneGesture(
      'Đổi tên dòng 5.2',
      async () => {
        await sheet.click('5.2', 'name');
        await sheet.page.keyboard.type('Một');
        await sheet.press('Alt+Enter');
        await sheet.page.keyboard.type('Hai');
        await sheet.press('Enter');
      },
      async () => expect(await nameOf('5.2')).toBe('5.2 Một\nHai'),
    );
    await sheet.click('5.2', 'central.recurrent');
    await sheet.press('7', 'Alt+Enter', '5', 'Enter');
    await expect.poll(() => archive.amount('5.2', '2022.central.recurrent')).toBe(trieu(75));
  });

  it('the formula bar shows what is typed in the cell, with the exact đồng and the words', async () => {
    await sheet.click('2.1', 'central.recurrent');
    await expect.poll(() => bar().inputValue()).toBe('6.250');
    await sheet.page.keyboard.type('6.500,5');
    await expect.poll(() => bar().inputValue()).toBe('6.500,5');
    await expect
      .poll(() => sheet.bar().innerText())
      .toContain('6.500.500.000 đồng — sáu tỷ năm trăm triệu năm trăm nghìn đồng');
    await sheet.press('Escape');
    await expect.poll(() => bar().inputValue()).toBe('6.250');
  });

  it('what is typed in the formula bar is typed in the cell, and Enter there goes on to the next', async () => {
    await archive.oneGesture(
      /^Sửa NSTW SN, 2\.1 .*6\.250 → 6\.300 triệu đồng$/,
      async () => {
        await sheet.click('2.1', 'central.recurrent');
        await expect.poll(() => bar().inputValue()).toBe('6.250');
        await bar().click();
        await sheet.press('End', 'Backspace', 'Backspace', 'Backspace', '3', '0', '0');
        await expect.poll(() => input().inputValue()).toBe('6.300');
        await expect.poll(() => sheet.bar().innerText()).toContain('sáu tỷ ba trăm triệu đồng');
        await sheet.press('Enter');
      },
      async () => {
        expect(await archive.amount('2.1', '2022.central.recurrent')).toBe(trieu(6300));
        expect(await sheet.focus()).toBe('3 central.recurrent');
      },
    );
    await bar().click();
    await sheet.page.keyboard.type('9');
    await sheet.press('Escape');
    await expect.poll(() => sheet.focus()).not.toBe('elsewhere');
    expect(await archive.amount('2.1', '2022.central.recurrent')).toBe(trieu(6250));
  });

  it('Vietnamese is composed in the formula bar too', async () => {
    await sheet.click('5.2', 'name');
    await expect.poll(() => bar().inputValue()).toBe('Giám sát, đánh giá');
    await bar().click();
    await sheet.press('Control+a');
    await fingers.compose('đổi');
    await fingers.keyOfComposition('Enter');
    await fingers.commit('đổi');
    await fingers.burst(' mo⌫ơ⌫ới');
    await expect.poll(() => input().inputValue()).toBe('đổi mới');
    await sheet.press('Enter');
    await expect.poll(() => nameOf('5.2')).toBe('5.2 đổi mới');
  });

  it('nothing was complained of', () => {
    expect(office.complaints).toEqual([]);
  });
});
