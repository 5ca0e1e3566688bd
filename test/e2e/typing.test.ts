import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Office } from './office.ts';
import type { Sheet } from './sheet.ts';

describe('typing in the sheet, as fingers know it from Excel', () => {
  const office = Office.open();
  let sheet: Sheet;
  beforeAll(async () => {
    sheet = await office.openSample(await office.start());
  });
  afterAll(async () => {
    await office.leave();
  });

  it('Enter goes down, Shift+Enter up, Tab right, arrows finish what was begun by typing', async () => {
    await sheet.click('4.1', 'central.recurrent');
    await sheet.press('Enter');
    expect(await sheet.focus()).toBe('9 central.recurrent');
    await sheet.press('Shift+Enter');
    expect(await sheet.focus()).toBe('8 central.recurrent');
    await sheet.press('Tab');
    expect(await sheet.focus()).toBe('8 local.total');
    await sheet.click('4.1', 'central.recurrent');
    await sheet.page.keyboard.type('5000');
    await sheet.press('ArrowDown');
    expect(await sheet.focus()).toBe('9 central.recurrent');
    await expect.poll(() => sheet.text('4.1', 'central.recurrent')).toBe('5.000');
    await sheet.press('Control+z');
    await expect.poll(() => sheet.text('4.1', 'central.recurrent')).toBe('4.900');
  });

  it('F2 edits what is there, Escape leaves it as it was, Delete writes zero', async () => {
    await sheet.click('5.1', 'central.recurrent');
    await sheet.press('F2', 'Backspace', 'Backspace', '7', '5', 'Escape');
    expect(await sheet.text('5.1', 'central.recurrent')).toBe('2.750');
    await sheet.press('F2', 'Backspace', '5', 'Enter');
    await expect.poll(() => sheet.text('5.1', 'central.recurrent')).toBe('2.755');
    await sheet.click('5.1', 'central.recurrent');
    await sheet.press('Delete');
    await expect.poll(() => sheet.text('5.1', 'central.recurrent')).toBe('-');
    await sheet.press('Control+z', 'Control+z');
    await expect.poll(() => sheet.text('5.1', 'central.recurrent')).toBe('2.750');
  });

  it('a text that is no amount is refused beside its cell and stays to be mended', async () => {
    await sheet.click('5.2', 'central.recurrent');
    await sheet.page.keyboard.type('1.50');
    await sheet.press('Enter');
    await expect.poll(() => sheet.hint().innerText()).toContain('dấu chấm chỉ ngăn cách hàng nghìn');
    await sheet.click('4.1', 'central.recurrent');
    await expect.poll(() => sheet.focus()).toBe('12 central.recurrent');
    await expect.poll(() => sheet.hint().innerText()).toContain('phần thập phân dùng dấu phẩy');
    await sheet.press('Backspace', 'Backspace', 'Backspace', ',', '5', 'Enter');
    await expect.poll(() => sheet.text('5.2', 'central.recurrent')).toBe('1,5');
    await sheet.press('Control+z');
    await expect.poll(() => sheet.text('5.2', 'central.recurrent')).toBe('1.500');
  });

  it('a total that is typed asks how its parts shall make it, and Escape leaves it as it was', async () => {
    await sheet.enter('3', 'year.total', '20.000');
    await sheet.dialog().getByText('Phân bổ lại ô tổng').waitFor();
    await sheet.press('Escape');
    await sheet.dialog().waitFor({ state: 'detached' });
    expect(await sheet.text('3', 'year.total')).toBe('17.400');
    await expect.poll(() => sheet.focus()).not.toBe('elsewhere');
  });

  it('a cell without meaning says why it cannot be typed', async () => {
    await sheet.click('Kinh phí các dự án 01 năm', 'period.total');
    await sheet.page.keyboard.type('9');
    await expect.poll(() => sheet.hint().innerText()).toContain('Biểu không dùng ô này');
    await sheet.click('Kinh phí các dự án 01 năm', 'name');
    await sheet.page.keyboard.type('9');
    await expect.poll(() => sheet.hint().innerText()).toContain('Dòng này là tổng cộng');
    await sheet.press('Escape');
    await sheet.hint().waitFor({ state: 'detached' });
  });

  it('Vietnamese is composed from its first key on, and Enter ends the word before it ends the edit', async () => {
    await sheet.click('4.2', 'name');
    const input = await sheet.page.context().newCDPSession(sheet.page);
    await input.send('Input.imeSetComposition', { text: 'đa', selectionStart: 2, selectionEnd: 2 });
    await sheet.page.keyboard.down('Process').catch(() => undefined);
    expect(await sheet.page.locator('.cell-input').inputValue()).toBe('đa');
    await input.send('Input.insertText', { text: 'đã' });
    expect(await sheet.page.locator('.cell-input').inputValue()).toBe('đã');
    await sheet.page.keyboard.type(' sửa');
    await sheet.press('Enter');
    await expect.poll(() => sheet.text('4.2', 'name')).toBe('đã sửa');
    await sheet.press('Control+z');
    await expect.poll(() => sheet.text('4.2', 'name')).toBe('Truyền thông giảm nghèo đa chiều');
  });

  it('the formula bar shows the exact đồng and the words', async () => {
    await sheet.click('2.1', 'central.recurrent');
    await expect
      .poll(() => sheet.bar().innerText())
      .toContain('6.250.000.000 đồng — sáu tỷ hai trăm năm mươi triệu đồng');
  });

  it('a year that a source does not fund asks whether it shall', async () => {
    await sheet.form('F2');
    await sheet.enter('1', '2022.local.recurrent', '500');
    const question = sheet.page.getByRole('alertdialog').or(sheet.page.getByRole('dialog'));
    await question.getByText('không bố trí kinh phí năm 2022').waitFor();
    await question.getByRole('button', { name: 'Thêm năm 2022' }).click();
    await expect.poll(() => sheet.text('1', '2022.local.recurrent')).toBe('500');
    expect(await sheet.text('Tổng cộng', 'period.total')).toBe('210.100');
    await sheet.press('Control+z');
    await expect.poll(() => sheet.text('1', '2022.local.recurrent')).toBe('');
    await sheet.form('F1');
  });

  it('the unit changes what is shown and typed, never what is kept', async () => {
    await sheet.page.getByLabel('Đơn vị', { exact: true }).selectOption('ty');
    await expect.poll(() => sheet.text('2.1', 'central.recurrent')).toBe('6,25');
    await sheet.enter('2.1', 'central.recurrent', '6,5');
    await expect.poll(() => sheet.words()).toContain('210.600.000.000 đồng');
    await sheet.press('Control+z');
    await sheet.page.getByLabel('Đơn vị', { exact: true }).selectOption('trieu');
    await expect.poll(() => sheet.text('2.1', 'central.recurrent')).toBe('6.250');
    expect(office.complaints).toEqual([]);
  });
});
