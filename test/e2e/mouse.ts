import type { Locator } from 'playwright-core';
import type { Sheet } from './sheet.ts';

interface Point {
  readonly x: number;
  readonly y: number;
}

/** A cell by its row's printed number and its column. */
export type CellName = readonly [row: string, column: string];

/** What a hand on the mouse does over a sheet. */
export class Mouse {
  readonly #sheet: Sheet;

  constructor(sheet: Sheet) {
    this.#sheet = sheet;
  }

  async middleOf(cell: Locator): Promise<Point> {
    const box = await cell.boundingBox();
    if (!box) throw new Error('what the mouse goes to is not in sight');
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  }

  async overCell([row, column]: CellName): Promise<Point> {
    return this.middleOf(await this.#sheet.cell(row, column));
  }

  /** Presses at one place, moves over others, looks around while the button is held, and lets go. */
  async drag(from: Point, over: readonly Point[], meanwhile?: () => Promise<unknown>): Promise<void> {
    const { mouse } = this.#sheet.page;
    await mouse.move(from.x, from.y);
    await mouse.down();
    for (const { x, y } of over) await mouse.move(x, y, { steps: 4 });
    await meanwhile?.();
    await mouse.up();
  }

  async dragOver(from: CellName, to: CellName, meanwhile?: () => Promise<unknown>): Promise<void> {
    await this.drag(await this.overCell(from), [await this.overCell(to)], meanwhile);
  }

  /** Selects a rectangle, whose far corner may have to be scrolled to. */
  async select(from: CellName, to: CellName): Promise<void> {
    await this.#sheet.goTo(...from);
    await this.clickWith('Shift', await this.#sheet.reveal(...to));
  }

  async clickWith(key: 'Shift' | 'Control', target: Locator): Promise<void> {
    await target.click({ modifiers: [key] });
  }

  rowHeader(row: string): Promise<Locator> {
    return this.#sheet.cell(row, 'header');
  }

  heading(column: string): Locator {
    return this.#sheet.page.locator(`.ag-header-cell[col-id="${column}"]`);
  }

  /** A heading over several columns, by its title; the first of that title. */
  group(title: string): Locator {
    return this.#sheet.page.locator('.ag-header-group-cell').filter({ hasText: title }).first();
  }

  handle(): Locator {
    return this.#sheet.page.locator('.fill-handle');
  }

  /** Drags the fill handle to a cell. */
  async fillTo(to: CellName, meanwhile?: () => Promise<unknown>): Promise<void> {
    await this.drag(await this.middleOf(this.handle()), [await this.overCell(to)], meanwhile);
  }
}
