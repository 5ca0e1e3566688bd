import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Office } from './office.ts';
import { Sheet } from './sheet.ts';

describe('one appendix, end to end', () => {
  let office: Office;
  beforeEach(() => {
    office = Office.open();
  });
  afterEach(async () => {
    await office.leave();
  });

  it('an amount changed in row 2.1 moves every total, outlives a restart, and Ctrl+Z takes it back', async () => {
    const sheet = await office.openSample(await office.start());
    expect(await sheet.text('2.1', 'central.recurrent')).toBe('6.250');
    await sheet.enter('2.1', 'central.recurrent', '6.500');
    await expect.poll(() => sheet.text('2.1', 'period.total')).toBe('26.800');
    expect(await sheet.text('Tổng giai đoạn 2022 - 2025', 'period.total')).toBe('210.600');
    await expect
      .poll(() => sheet.words())
      .toBe('Tổng kinh phí: 210.600.000.000 đồng (hai trăm mười tỷ sáu trăm triệu đồng).');
    await sheet.saved();
    await office.stop();

    const page = await office.start();
    await page.getByRole('link', { name: /KINH PHÍ THỰC HIỆN/ }).click();
    const again = await Sheet.on(page);
    expect(await again.text('2.1', 'period.total')).toBe('26.800');
    expect(await again.text('Tổng giai đoạn 2022 - 2025', 'period.total')).toBe('210.600');
    await again.press('Control+z');
    await expect.poll(() => again.text('Tổng giai đoạn 2022 - 2025', 'period.total')).toBe('209.600');
    await expect.poll(() => again.words()).toContain('hai trăm lẻ chín tỷ sáu trăm triệu đồng');
    expect(office.complaints).toEqual([]);
    expect(office.strayRequests).toEqual([]);
  });

  it('a plan of one year is made, typed, exported, and comes back equal from its workbook', async () => {
    const page = await office.start();
    await page.getByRole('button', { name: 'Phụ lục mới' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Tên phụ lục').fill('Kế hoạch năm 2022');
    await dialog.getByLabel('Năm đầu').fill('2022');
    await dialog.getByLabel('Năm cuối').fill('2022');
    await dialog.getByRole('button', { name: 'Tạo phụ lục' }).click();
    const sheet = await Sheet.on(page);
    await sheet.enter('1.1', 'central.investment', '71.750');
    await sheet.enter('4.3', 'central.recurrent', '=10.505-0,5*10');
    await expect.poll(() => sheet.text('4', 'year.total')).toBe('10.500');
    await expect.poll(() => sheet.words()).toContain('82.250.000.000 đồng');
    const total = await sheet.words();
    await sheet.saved();
    const [download] = await Promise.all([page.waitForEvent('download'), sheet.button('Xuất Excel').click()]);
    const file = await download.path();

    await sheet.button('Thư viện').click();
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('button', { name: 'Nhập từ Excel' }).click(),
    ]);
    await chooser.setFiles(file);
    const imported = await Sheet.on(page);
    await expect.poll(() => imported.words()).toBe(total);
    expect(await imported.text('1.1', 'central.investment')).toBe('71.750');
    expect(await imported.text('4.3', 'central.recurrent')).toBe('10.500');
    expect(office.complaints).toEqual([]);
  });

  it('F1 is refused for years that differ, naming the row, and F2 is offered', async () => {
    const page = await office.start();
    const sheet = await office.openSample(page);
    await sheet.form('F2');
    await sheet.enter('3.2', '2023.central.investment', '3000');
    await sheet.saved();
    await sheet.form('F1');
    expect(await sheet.text('3.2', 'central.investment')).toBe('≠');
    await sheet.click('3.2', 'central.investment');
    await expect.poll(() => sheet.bar().innerText()).toContain('các năm khác nhau');
    await sheet.button('Xuất Excel').click();
    await page.getByText('3.2 Hỗ trợ việc làm bền vững').last().waitFor();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Xuất theo F2' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/\.xlsx$/);
  });
});
