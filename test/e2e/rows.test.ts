import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Office } from './office.ts';
import type { Sheet } from './sheet.ts';

describe('rows of the sheet', () => {
  const office = Office.open();
  let sheet: Sheet;
  let asOpened: string[];
  beforeAll(async () => {
    sheet = await office.openSample(await office.start());
    asOpened = await sheet.names();
  });
  afterAll(async () => {
    await office.leave();
  });
  const undone = async () => {
    await sheet.press('Control+z');
    await expect.poll(() => sheet.names()).toEqual(asOpened);
    await expect.poll(() => sheet.text('Tổng giai đoạn 2022 - 2025', 'period.total')).toBe('209.600');
  };

  it('a row is added below, named by typing, and the numbers follow', async () => {
    await sheet.click('2.1', 'name');
    await sheet.button(/^Thêm dòng bên dưới/).click();
    await expect.poll(() => sheet.names()).toContain('2.2 Nội dung mới');
    expect(await sheet.names()).toContain('2.3 Cải thiện dinh dưỡng');
    await sheet.enter('2.2', 'name', 'Mô hình mới');
    await expect.poll(() => sheet.names()).toContain('2.2 Mô hình mới');
    await sheet.press('Control+z');
    await undone();
  });

  it('the first child of a row that holds money takes the money over, after a question', async () => {
    await sheet.click('1', 'name');
    await sheet.button(/^Thêm dòng con/).click();
    await sheet.page.getByRole('button', { name: 'Chuyển vào dòng con mới' }).click();
    await expect.poll(() => sheet.text('1.1', 'period.total')).toBe('62.500');
    expect(await sheet.text('1', 'period.total')).toBe('62.500');
    await undone();
  });

  it('rows move and change their level from the keyboard', async () => {
    await sheet.click('2.2', 'name');
    await sheet.press('Alt+Shift+ArrowUp');
    await expect.poll(() => sheet.names()).toContain('2.1 Cải thiện dinh dưỡng');
    await undone();
    await sheet.click('2.2', 'name');
    await sheet.press('Alt+Shift+ArrowLeft');
    await expect.poll(() => sheet.names()).toContain('3 Cải thiện dinh dưỡng');
    await undone();
    await sheet.click('2.2', 'name');
    await sheet.press('Alt+Shift+ArrowRight');
    await sheet.page.getByRole('button', { name: 'Chuyển vào dòng con mới' }).click();
    await expect.poll(() => sheet.names()).toContain('b Cải thiện dinh dưỡng');
    expect(await sheet.text('a', 'period.total')).toBe('25.800');
    await undone();
  });

  it('a row with money goes only after a question, and comes back with it', async () => {
    await sheet.click('4', 'name');
    await sheet.press('Control+-');
    await sheet.page.getByText('24.200.000.000 đồng').waitFor();
    await sheet.page.getByRole('button', { name: 'Xóa dòng và số tiền' }).click();
    await expect.poll(() => sheet.text('Tổng giai đoạn 2022 - 2025', 'period.total')).toBe('185.400');
    await undone();
  });

  it('undo says what it would take back', async () => {
    await sheet.enter('2.1', 'central.recurrent', '6.500');
    await sheet.saved();
    const undo = sheet.page.getByRole('button', {
      name: /^Hoàn tác: Sửa NSTW SN, 2\.1 .*6\.250 → 6\.500 triệu đồng/,
    });
    await undo.waitFor();
    await undo.click();
    await undone();
    await sheet.page.getByRole('button', { name: /^Làm lại: Sửa NSTW SN/ }).waitFor();
    expect(office.complaints).toEqual([]);
  });
});
