import { readCell } from '../forms/cell.ts';
import { type Dong, dong } from '../money/dong.ts';
import { roundedQuotient } from '../money/round.ts';
import { coveredColumns } from './rects.ts';
import type { Rect, Sheet } from './sheet.ts';

/** What the status bar says of a selection. A sum may leave the range of a plan: it is only shown. */
export class Summary {
  #sum = 0n;
  #count = 0;
  #min: Dong | null = null;
  #max: Dong | null = null;

  add(amount: Dong): void {
    this.#sum += amount;
    this.#count += 1;
    if (this.#min === null || amount < this.#min) this.#min = amount;
    if (this.#max === null || amount > this.#max) this.#max = amount;
  }

  get sum(): Dong {
    return dong(this.#sum);
  }

  get count(): number {
    return this.#count;
  }

  get min(): Dong | null {
    return this.#min;
  }

  get max(): Dong | null {
    return this.#max;
  }

  /** To the đồng, half away from zero, and whether that rounded it. */
  get average(): { readonly amount: Dong; readonly rounded: boolean } | null {
    if (this.#count === 0) return null;
    const count = BigInt(this.#count);
    return { amount: dong(roundedQuotient(this.#sum, count)), rounded: this.#sum % count !== 0n };
  }
}

/**
 * Sums the amounts of a selection, each cell once, row by row: it pauses after each, so that the caller may let go in
 * between. What is not applicable and "≠" are no amounts.
 */
export function* summaryOf(sheet: Sheet, rects: readonly Rect[]): Generator<Summary, Summary, void> {
  const summary = new Summary();
  const top = rects.reduce((least, rect) => Math.min(least, rect.top), sheet.lines.length);
  const bottom = rects.reduce((most, rect) => Math.max(most, rect.bottom), -1);
  for (let at = Math.max(0, top); at <= Math.min(bottom, sheet.lines.length - 1); at += 1) {
    const line = sheet.lines[at];
    if (line === undefined) continue;
    for (const place of coveredColumns(rects, at, sheet.columns.length)) {
      const column = sheet.columns[place];
      if (column?.kind !== 'amount') continue;
      const { amount } = readCell(line, column.column, sheet.totals);
      if (amount !== null && amount !== 'mixed') summary.add(amount);
    }
    yield summary;
  }
  return summary;
}

/** The summary of what is selected, at once. */
export function summarise(sheet: Sheet, rects: readonly Rect[]): Summary {
  const steps = summaryOf(sheet, rects);
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
}
