import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Archive, trieu } from './archive.ts';
import { Office } from './office.ts';
import type { Sheet } from './sheet.ts';

const office = Office.open();
let sheet: Sheet;
let archive: Archive;
beforeAll(async () => {
  sheet = await office.openSample(await office.start());
  archive = new Archive(sheet.page);
});
beforeEach(async () => {
  if ((await bar().count()) > 0) await bar().getByRole('button', { name: 'Đóng' }).click();
  sheet = await office.untouched(sheet);
});
afterAll(async () => {
  await office.leave();
});
const bar = () => sheet.page.locator('.find-bar');
const what = () => bar().getByLabel('Tìm', { exact: true });
const count = () => bar().locator('.find-count').innerText();
const named = (text: string) =>
  sheet.page.evaluate(
    (part) =>
      [...document.querySelectorAll('.ag-row [col-id="name"]')].filter((cell) =>
        cell.textContent?.includes(part),
      ).length,
    text,
  );
const palette = () => sheet.page.getByRole('combobox', { name: /Gõ/ });
const shown = async () => (await sheet.names()).map((name) => name.split(' ')[0]);

describe('finding', () => {
  it('Ctrl+F finds names without diacritics; Enter and Shift+Enter go from one to the next, round the end', async () => {
    await sheet.click('1', 'ordinal');
    await sheet.press('Control+f');
    await what().fill('giam ngheo');
    await expect.poll(count).toBe(`${await named('iảm nghèo')} ô`);
    const visited: string[] = [];
    for (let step = 0; step < 5; step++) {
      await sheet.press('Enter');
      visited.push(await sheet.active());
    }
    const names = new Set(visited);
    expect([...names].every((one) => one.endsWith(' name'))).toBe(true);
    expect(visited[names.size]).toBe(visited[0]);
    await sheet.press('Shift+Enter');
    expect(await sheet.active()).toBe(visited.at(-2));
    await sheet.press('Escape');
    await bar().waitFor({ state: 'detached' });
    expect(await sheet.focus()).not.toBe('elsewhere');
    await sheet.press('F3');
    expect(await sheet.active()).toBe(visited.at(-1));
    await sheet.press('Shift+F3');
    expect(await sheet.active()).toBe(visited.at(-2));
  });

  it('with diacritics where that is asked, and whole cells', async () => {
    await sheet.press('Control+f');
    await what().fill('giam sat, danh gia');
    await expect.poll(count).toBe('2 ô');
    await bar().getByLabel('Không cần dấu').uncheck();
    await expect.poll(count).toBe('0 ô');
    await what().fill('Giám sát');
    await expect.poll(count).toBe('1 ô');
    await bar().getByLabel('Khớp cả ô').check();
    await expect.poll(count).toBe('0 ô');
    await bar().getByLabel('Khớp cả ô').uncheck();
    await bar().getByLabel('Không cần dấu').check();
  });

  it('amounts are found by their value, however they are written', async () => {
    await sheet.press('Control+f');
    await bar().getByLabel('Tìm ở đâu').selectOption('amounts');
    await bar().getByLabel('Khớp cả ô').check();
    await what().fill('6,25 tỷ');
    await expect.poll(count).toBe('2 ô');
    await sheet.press('Enter', 'Enter');
    expect(['2.1 central.total', '2.1 central.recurrent']).toContain(await sheet.active());
    await expect.poll(() => sheet.figures()).toContain('Tổng: 6.250');
    await bar().getByLabel('Khớp cả ô').uncheck();
    await bar().getByLabel('Tìm ở đâu').selectOption('all');
  });

  it('what is not there is said', async () => {
    await sheet.press('Control+f');
    await what().fill('không có dòng này');
    await sheet.press('Enter');
    await expect.poll(() => sheet.hint().innerText()).toContain('Không tìm thấy “không có dòng này”');
  });

  it('one is replaced, or all, each as one gesture', async () => {
    const before = await named('thông tin');
    expect(before).toBeGreaterThan(1);
    const replaceWith = async (text: string, by: string, button: string) => {
      await sheet.press('Control+h');
      await what().fill(text);
      await bar().getByLabel('Thay bằng').fill(by);
      await what().focus();
      await sheet.press('Enter');
      await bar().getByRole('button', { name: button, exact: true }).click();
    };
    await archive.oneGesture(
      /^Thay thế 1 chỗ, từ/,
      async () => {
        await sheet.click('1', 'ordinal');
        await replaceWith('thông tin', 'TRUYỀN TIN', 'Thay');
        await expect.poll(() => named('TRUYỀN TIN')).toBe(1);
        await what().focus();
        await sheet.press('Escape');
      },
      async () => expect((await archive.rows()).join()).toContain('TRUYỀN TIN'),
    );
    await archive.oneGesture(
      new RegExp(`^Thay thế ${before} chỗ, từ`),
      async () => {
        await replaceWith('thông tin', 'TRUYỀN TIN', 'Thay tất cả');
        await sheet.toast(`Đã thay ${before} chỗ.`).waitFor();
        await what().focus();
        await sheet.press('Escape');
      },
      async () => expect(await named('TRUYỀN TIN')).toBe(before),
    );
    await archive.oneGesture(
      /^Thay thế 3 chỗ, từ 2\.1/,
      async () => {
        await sheet.press('Control+h');
        await bar().getByLabel('Tìm ở đâu').selectOption('amounts');
        await replaceWith('50', '62,5', 'Thay tất cả');
        await sheet.toast('Đã thay 3 chỗ.').waitFor();
        await bar().getByLabel('Tìm ở đâu').selectOption('all');
        await what().focus();
        await sheet.press('Escape');
      },
      async () => {
        expect(await archive.amount('2.1', '2024.other.total')).toBe(trieu(62.5));
        expect(await archive.amount('5.1', '2024.local.recurrent')).toBe(trieu(62.5));
        expect(await archive.amount('5.2', '2022.local.recurrent')).toBeNull();
      },
    );
  });
});

describe('going somewhere', () => {
  it('Ctrl+G goes to a row by its number or name, without diacritics', async () => {
    await sheet.press('Control+g');
    await palette().fill('da chieu');
    await sheet.press('Enter');
    await expect.poll(() => sheet.active()).toBe('4.2 name');
    await sheet.press('Control+g');
    await palette().fill('5.1');
    await sheet.press('Enter');
    await expect.poll(() => sheet.active()).toBe('5.1 name');
    expect(await sheet.focus()).not.toBe('elsewhere');
  });

  it('a row that is folded away is opened', async () => {
    await sheet.press('Alt+1');
    await expect.poll(shown).toEqual(['1', '2', '3', '4', '5']);
    await sheet.press('Control+g');
    await palette().fill('viec lam ben vung');
    await sheet.press('ArrowDown', 'Enter');
    await expect.poll(() => sheet.active()).toMatch(/^3\.2 name$/);
    expect(await shown()).toEqual(['1', '2', '3', '3.1', '3.2', '4', '5']);
    await sheet.press('Alt+a');
  });

  it('Ctrl+K finds rows and actions alike, without diacritics', async () => {
    await sheet.press('Control+k');
    await palette().fill('2.2 dinh duong');
    await sheet.press('Enter');
    await expect.poll(() => sheet.active()).toBe('2.2 name');
    await archive.oneGesture(
      /^Thêm dòng 2\.3/,
      async () => {
        await sheet.press('Control+k');
        await palette().fill('them dong ben duoi');
        await sheet.press('Enter');
      },
      async () => expect(await archive.rows()).toContain('2.3 Nội dung mới'),
    );
  });

  it('what cannot be done says so in the palette, and beside the cell when it is taken', async () => {
    await sheet.click('1', 'name');
    await sheet.press('Control+k');
    await palette().fill('chuyen len');
    const option = sheet.page.getByRole('option', { name: /Chuyển lên/ });
    expect(await option.getAttribute('aria-disabled')).toBe('true');
    expect(await option.innerText()).toContain('dòng đang ở đầu nhóm');
    await sheet.press('Enter');
    await expect.poll(() => sheet.hint().innerText()).toContain('dòng đang ở đầu nhóm');
  });

  it('what nothing is called is said, and Escape goes back to the sheet', async () => {
    await sheet.press('Control+k');
    await palette().fill('zzz');
    await sheet.page.getByText('Không có lệnh hay dòng nào khớp “zzz”').waitFor();
    await sheet.press('Escape');
    await expect.poll(() => sheet.focus()).not.toBe('elsewhere');
  });
});

describe('filters', () => {
  it('Alt+M leaves rows with money and those above them, and says that rows are hidden', async () => {
    await sheet.click('5.1', 'central.recurrent');
    await sheet.press('Delete', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'Delete');
    await expect.poll(() => archive.amount('5.1', 'period.total')).toBe(0n);
    await sheet.press('Alt+m');
    await expect.poll(shown).not.toContain('5.1');
    expect(await shown()).toEqual(expect.arrayContaining(['5', '5.2']));
    await sheet.page.getByRole('button', { name: 'Đang lọc dòng — hiện mọi dòng' }).click();
    await expect.poll(shown).toContain('5.1');
  });

  it('Alt+K leaves rows to look at, which the status bar counts', async () => {
    await sheet.page.getByRole('button', { name: /^✓ \d+ đạt$/ }).waitFor();
    await sheet.enter('3.1', 'local.recurrent', '-5');
    await sheet.page.getByRole('button', { name: /^⚠ \d+ cần xem ✓ \d+ đạt$/ }).waitFor();
    await sheet.press('Alt+k');
    await expect.poll(shown).toEqual(['3', '3.1']);
    await sheet.press('Alt+k');
    await expect.poll(async () => (await shown()).length).toBe(13);
  });

  it('Alt+N leaves rows with an amount in the active column; on a name it says what it needs', async () => {
    await sheet.click('1', 'central.investment');
    await sheet.press('Alt+n');
    await expect.poll(shown).toEqual(['3', '3.2']);
    expect(await sheet.text('Tổng giai đoạn 2022 - 2025', 'period.total')).toBe('209.600');
    await sheet.press('Alt+a');
    await expect.poll(async () => (await shown()).length).toBe(13);
    await sheet.click('1', 'name');
    await sheet.press('Alt+n');
    await expect.poll(() => sheet.hint().innerText()).toContain('hãy chọn một ô ở cột số tiền');
  });

  it('a row found or gone to comes back although a filter hides it', async () => {
    await sheet.click('1', 'central.investment');
    await sheet.press('Alt+n');
    await expect.poll(shown).toEqual(['3', '3.2']);
    await sheet.press('Control+g');
    await palette().fill('2.2 dinh duong');
    await sheet.press('Enter');
    await expect.poll(() => sheet.active()).toBe('2.2 name');
    expect(office.complaints).toEqual([]);
  });
});
