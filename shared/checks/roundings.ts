import type { Totals } from '../engine/totals.ts';
import { readCell } from '../forms/cell.ts';
import type { FormLayout, Line } from '../forms/layout.ts';
import { type Proofs, proofsOf } from '../forms/proof.ts';
import { dong, magnitude, ZERO } from '../money/dong.ts';
import type { Plan, RowAmounts } from '../plan/plan.ts';
import { findSource } from '../plan/sources.ts';
import { type Finding, finding, type Place } from './finding.ts';
import { printedAs } from './printed-step.ts';

/**
 * Printed totals that printed parts do not make: sums are taken before rounding (domain.md), so paper may not add up
 * where amounts are finer than it shows. Whoever asks again after an edit pays for the lines above the edit only.
 */
export class Roundings {
  #layout: FormLayout | null = null;
  #step = 1n;
  #proofs: Proofs = () => null;
  /** By row, as they were last looked at. */
  #amounts: (RowAmounts | undefined)[] = [];
  /** By row: whether a leaf's amounts are finer than paper shows. */
  #fine: boolean[] = [];
  readonly #found = new Map<number, Finding[]>();

  find(plan: Plan, totals: Totals, layout: FormLayout, step: bigint): Finding[] {
    if (step === 1n) return [];
    if (layout !== this.#layout || step !== this.#step) this.#begin(layout, step);
    const changed = this.#changedRows(plan);
    if (changed.length > 0) {
      const above = this.#linesAbove(changed);
      const mayDiffer = this.#linesWithFineParts();
      for (const at of above) {
        if (mayDiffer.has(at)) this.#found.set(at, this.#look(at, totals));
        else this.#found.delete(at);
      }
    }
    return [...this.#found.values()].flat();
  }

  #begin(layout: FormLayout, step: bigint): void {
    this.#layout = layout;
    this.#step = step;
    this.#proofs = proofsOf(layout);
    this.#amounts = [];
    this.#fine = [];
    this.#found.clear();
  }

  /** The rows whose amounts are other than last time, now known as they are. */
  #changedRows(plan: Plan): number[] {
    const changed: number[] = [];
    plan.rows.forEach((row, at) => {
      const own = plan.amounts.get(row.id);
      if (own === this.#amounts[at] && at < this.#fine.length) return;
      this.#amounts[at] = own;
      this.#fine[at] = own !== undefined && [...own.values()].some((amount) => amount % this.#step !== 0n);
      changed.push(at);
    });
    return changed;
  }

  /** Lines whose totals hold one of these rows, by index into the layout's lines. */
  #linesAbove(rows: readonly number[]): Set<number> {
    const changed = new Set(rows);
    return this.#linesOver((line) => changed.has(line.at));
  }

  #linesWithFineParts(): Set<number> {
    return this.#linesOver((line) => this.#fine[line.at] === true);
  }

  /** The lines that pass, those that are made of them, and so on up. */
  #linesOver(passes: (line: Line) => boolean): Set<number> {
    const lines = this.#layout?.lines ?? [];
    const over = new Set<number>();
    // From below: a line's parts come after it; total rows, which come last, are looked at once all rows are known.
    for (let at = lines.length - 1; at >= 0; at--) {
      const line = lines[at];
      if (line?.kind === 'row' && (passes(line) || line.parts.some((part) => over.has(part)))) over.add(at);
    }
    lines.forEach((line, at) => {
      if (line.kind === 'total' && over.size > 0) over.add(at);
    });
    return over;
  }

  #look(at: number, totals: Totals): Finding[] {
    const layout = this.#layout;
    const line = layout?.lines[at];
    if (!layout || !line) return [];
    let worst = { difference: ZERO, printed: ZERO, sum: ZERO };
    const places: Place[] = [];
    layout.columns.forEach((column, index) => {
      const { amount } = readCell(line, column, totals);
      const proof = amount === null || amount === 'mixed' ? null : this.#proofs(at, index);
      if (!proof || proof.length === 0 || amount === null || amount === 'mixed') return;
      const printed = printedAs(amount, this.#step);
      const sum = dong(proof.reduce((whole, term) => whole + this.#printedTerm(term, totals), 0n));
      if (sum === printed) return;
      const difference = dong(sum - printed);
      if (magnitude(difference) > magnitude(worst.difference)) worst = { difference, printed, sum };
      const asPeriod = line.rule?.oneYearAs === 'period' && column.selector.years === 'oneYear';
      const selector = asPeriod ? { ...column.selector, years: 'period' as const } : column.selector;
      places.push({ kind: 'amount', row: line.id, selector });
    });
    if (places.length === 0) return [];
    return [
      finding('check.rounding', 'warning', line.id, {
        params: { count: places.length },
        amounts: { printed: worst.printed, sum: worst.sum, off: worst.difference },
        difference: worst.difference,
        places,
      }),
    ];
  }

  #printedTerm(
    { row, column, times, minus }: NonNullable<ReturnType<Proofs>>[number],
    totals: Totals,
  ): bigint {
    const [line, laid] = [this.#layout?.lines[row], this.#layout?.columns[column]];
    const amount = line && laid ? readCell(line, laid, totals).amount : null;
    if (amount === null || amount === 'mixed') return 0n;
    const years = times === null ? 1 : (findSource(this.#layout?.sources ?? [], times)?.years.length ?? 0);
    return printedAs(amount, this.#step) * BigInt(years) * (minus ? -1n : 1n);
  }
}
