import { isDeepStrictEqual } from 'node:util';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { type Planner, plannerOver } from '../../shared/api/planner.ts';
import { readCell } from '../../shared/forms/cell.ts';
import type { FormCell } from '../../shared/forms/table.ts';
import { wordLabel } from '../../shared/messages/change-label.ts';
import { planId } from '../../shared/plan/ids.ts';
import type { Plan } from '../../shared/plan/plan.ts';
import { columnId } from '../../shared/sheet/cell-place.ts';
import { must, vinhLongPlan } from '../shared/plan/sample-plan.ts';
import { plain, sheetOf } from '../shared/sheet/a-sheet.ts';

/** What the host has on disk of the plan that a window shows, asked through that window's own door. */
export class Archive {
  readonly planner: Planner;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    this.planner = plannerOver((method, payload) =>
      page.evaluate(
        async ([name, body]) => {
          const headers = { 'content-type': 'application/json' };
          const answer = await fetch(`/api/${name}`, { method: 'POST', headers, body });
          return answer.json();
        },
        [method, JSON.stringify(payload)] as const,
      ),
    );
  }

  async plan(): Promise<Plan> {
    return must(await this.planner.openPlan({ plan: this.#id() })).plan;
  }

  /** Whether all of the plan is as the sample has it. */
  async isAsSample(): Promise<boolean> {
    const plan = await this.plan();
    return isDeepStrictEqual(plain(plan), plain(vinhLongPlan(plan.id)));
  }

  /** What a row, by its printed number, holds in a column of F1 or F2, in đồng. */
  async amount(row: string, column: string): Promise<FormCell['amount']> {
    const [amount] = await this.amounts([[row, column]]);
    return amount ?? null;
  }

  async amounts(cells: readonly (readonly [row: string, column: string])[]): Promise<FormCell['amount'][]> {
    const plan = await this.plan();
    const forms = [sheetOf(plan, 'F1'), sheetOf(plan, 'F2')];
    return cells.map(([row, id]) => {
      const form = forms.find(({ columns }) => columns.some((one) => columnId(one) === id));
      const line = form?.lines.find(({ ordinal, name }) => (ordinal === '' ? name : ordinal) === row);
      const column = form?.columns.find((one) => columnId(one) === id);
      if (!form || !line || column?.kind !== 'amount') throw new Error(`the plan has no ${row} ${id}`);
      return readCell(line, column.column, form.totals).amount;
    });
  }

  /** Rows as they are printed: number and name. */
  async rows(): Promise<string[]> {
    return sheetOf(await this.plan(), 'F1')
      .lines.filter(({ kind }) => kind === 'row')
      .map(({ ordinal, name }) => `${ordinal} ${name}`);
  }

  /** The names of what was done, oldest first. */
  async history(): Promise<string[]> {
    const entries = must(await this.planner.history({ plan: this.#id() }));
    return entries
      .toSorted((one, other) => one.sequence - other.sequence)
      .map(({ label, kind }) => `${kind === 'undo' || kind === 'redo' ? `${kind} ` : ''}${wordLabel(label)}`);
  }

  /**
   * Does what must be one gesture: one more row in the history, of that name; then, after looking at what came of it,
   * one undo takes back all of it.
   */
  async oneGesture(
    name: string | RegExp,
    act: () => Promise<unknown>,
    look: () => Promise<unknown>,
  ): Promise<void> {
    const [before, plan] = [await this.history(), plain(await this.plan())];
    await act();
    await expect.poll(async () => (await this.history()).length).toBe(before.length + 1);
    expect((await this.history()).at(-1)).toMatch(name);
    await look();
    await this.#page.keyboard.press('Control+z');
    await expect.poll(async () => plain(await this.plan())).toEqual(plan);
    expect((await this.history()).slice(before.length)).toHaveLength(2);
  }

  /** Does what must leave the plan and its history alone. */
  async nothingHappens(act: () => Promise<unknown>): Promise<void> {
    const [before, plan] = [await this.history(), plain(await this.plan())];
    await act();
    expect(await this.history()).toEqual(before);
    expect(plain(await this.plan())).toEqual(plan);
  }

  #id() {
    return planId(decodeURIComponent(new URL(this.#page.url()).hash.replace('#/plan/', '')));
  }
}

/** Triệu đồng, in đồng. */
export function trieu(amount: number): bigint {
  return BigInt(Math.round(amount * 1_000_000));
}
