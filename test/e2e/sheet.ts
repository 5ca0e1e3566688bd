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

  /** Another plan of the library, in the window that is open. */
  static async ofPlan(page: Page, plan: string): Promise<Sheet> {
    const before = await page
      .locator('.form-grid')
      .elementHandle({ timeout: 100 })
      .catch(() => null);
    await page.evaluate((id) => {
      location.hash = `#/plan/${id}`;
    }, plan);
    // The sheet before it goes away first, so that nothing is looked for in that one.
    await before?.waitForElementState('hidden');
    return Sheet.on(page);
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

  /** Brings a cell into sight, however far the sheet has to be scrolled. */
  async reveal(row: string, column: string): Promise<Locator> {
    const cell = await this.cell(row, column);
    const viewport = this.page.locator('.form-grid .ag-grid-viewport');
    for (let left = 0; (await cell.count()) === 0; left += 400) {
      if (left > 6000) throw new Error(`no column ${column}`);
      await viewport.evaluate((element, to) => element.scrollTo({ left: to }), left);
      await this.#drawn();
    }
    await cell.evaluate((element) => element.scrollIntoView({ inline: 'center', block: 'nearest' }));
    await this.#drawn();
    return cell;
  }

  /** Goes to a cell that may have to be scrolled to. */
  async goTo(row: string, column: string): Promise<void> {
    await (await this.reveal(row, column)).click();
  }

  /** Two frames: what was begun is drawn by then. */
  #drawn(): Promise<void> {
    return this.page.evaluate(
      () => new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))),
    );
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

  /** The cells in sight that are marked as selected, as "2.1 central.recurrent". */
  selected(): Promise<string[]> {
    return this.page.evaluate(() => {
      // What is pinned lies over what scrolls beneath it, each with marks of its own.
      const plane = (one: Element) =>
        [
          one.closest('.ag-grid-pinned-bottom-rows') !== null,
          one.closest('.range-plane-pinned, .ag-grid-pinned-left-cells') !== null,
        ].join();
      const boxes = [...document.querySelectorAll('.range-selected')].map((one) => ({
        box: one.getBoundingClientRect(),
        on: plane(one),
      }));
      const cells = [...document.querySelectorAll('.form-grid .ag-row .ag-cell:not(.row-header)')];
      const sight = document.querySelector('.form-grid .ag-grid-viewport')?.getBoundingClientRect();
      const chosen = cells.filter((cell) => {
        const { left, top, width, height } = cell.getBoundingClientRect();
        const [x, y] = [left + width / 2, top + height / 2];
        if (!sight || x < sight.left || x > sight.right || y < sight.top || y > sight.bottom) return false;
        return boxes.some(
          ({ box, on }) =>
            on === plane(cell) && x > box.left && x < box.right && y > box.top && y < box.bottom,
        );
      });
      const named = chosen.map((cell) => {
        const row = cell.closest('.ag-row');
        const text = (id: string) => row?.querySelector(`[col-id="${id}"]`)?.textContent ?? '';
        const { top, left } = cell.getBoundingClientRect();
        const name = `${text('ordinal') || text('name')} ${cell.getAttribute('col-id')}`;
        return { top, left, name };
      });
      named.sort((one, other) => one.top - other.top || one.left - other.left);
      return named.map(({ name }) => name);
    });
  }

  /** The active cell, as "2.1 central.recurrent", while it is drawn. */
  active(): Promise<string> {
    return this.page.evaluate(() => {
      const cell = document.querySelector('.cell-active');
      const text = (id: string) =>
        cell?.closest('.ag-row')?.querySelector(`[col-id="${id}"]`)?.textContent ?? '';
      return `${text('ordinal') || text('name')} ${cell?.getAttribute('col-id')}`;
    });
  }

  /** What the status bar says of the selection: "Tổng: 6.250". */
  async figures(): Promise<string[]> {
    return this.page.locator('.status-bar .status-figure').allInnerTexts();
  }

  /** What was confirmed in passing. */
  toast(text: string): Locator {
    return this.page.locator('.fui-ToastTitle').filter({ hasText: text }).last();
  }

  dialog(): Locator {
    return this.page.getByRole('dialog').or(this.page.getByRole('alertdialog'));
  }

  /** Answers the dialog that stands before the sheet. */
  async answer(button: string | RegExp): Promise<void> {
    await this.dialog().getByRole('button', { name: button }).click();
    await this.dialog().waitFor({ state: 'detached' });
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
