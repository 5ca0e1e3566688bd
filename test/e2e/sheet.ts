import type { Locator, Page } from 'playwright-core';

/** The plan screen as an officer's hands and eyes know it. Rows are found by their printed number. */
export class Sheet {
  readonly page: Page;

  private constructor(page: Page) {
    this.page = page;
  }

  static async on(page: Page): Promise<Sheet> {
    await page.locator('.form-grid .ag-row').first().waitFor();
    return new Sheet(page);
  }

  /** A row by its printed number, or a total row by its name. */
  async #row(name: string): Promise<string> {
    const column = /^[\p{L}]{2,}/u.test(name) ? 'name' : 'ordinal';
    const cell = this.page.locator(`.ag-row [col-id="${column}"]`).getByText(name, { exact: true });
    const index = await cell
      .first()
      .evaluate((element) => element.closest('.ag-row')?.getAttribute('row-index'));
    if (!index) throw new Error(`no row ${name}`);
    return index;
  }

  async cell(row: string, column: string): Promise<Locator> {
    return this.page.locator(`.ag-row[row-index="${await this.#row(row)}"] [col-id="${column}"]`);
  }

  async text(row: string, column: string): Promise<string> {
    return (await (await this.cell(row, column)).innerText()).trim();
  }

  async click(row: string, column: string): Promise<void> {
    await (await this.cell(row, column)).click();
  }

  /** Types into a cell and confirms with Enter. */
  async enter(row: string, column: string, text: string): Promise<void> {
    await this.click(row, column);
    await this.page.keyboard.type(text);
    await this.page.keyboard.press('Enter');
  }

  async press(...keys: string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /** Waits until everything shown is on disk. */
  async saved(): Promise<void> {
    await this.page.getByRole('status').filter({ hasText: 'Đã lưu' }).waitFor();
  }

  words(): Promise<string> {
    return this.page.locator('.plan-words').innerText();
  }

  hint(): Locator {
    return this.page.locator('.cell-hint');
  }

  bar(): Locator {
    return this.page.locator('.formula-bar');
  }

  /** The cell that holds the keyboard: its row's index and its column. */
  focus(): Promise<string> {
    return this.page.evaluate(() => {
      const cell = document.querySelector('.cell-active');
      if (document.activeElement?.className.includes('cell-input') !== true) return 'elsewhere';
      return `${cell?.closest('.ag-row')?.getAttribute('row-index')} ${cell?.getAttribute('col-id')}`;
    });
  }

  async form(id: 'F1' | 'F2'): Promise<void> {
    await this.page.getByLabel('Biểu', { exact: true }).selectOption(id);
    await this.page
      .locator(id === 'F2' ? '[col-id="period.central.total"]' : '[col-id="year.total"]')
      .first()
      .waitFor();
  }

  names(): Promise<string[]> {
    return this.page.evaluate(() => {
      const rows = [...document.querySelectorAll('.ag-row:not([row-index^="b"])')];
      rows.sort(
        (one, other) => Number(one.getAttribute('row-index')) - Number(other.getAttribute('row-index')),
      );
      return rows.map((row) => {
        const text = (id: string) => row.querySelector(`[col-id="${id}"]`)?.textContent ?? '';
        return `${text('ordinal')} ${text('name')}`;
      });
    });
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name });
  }
}
