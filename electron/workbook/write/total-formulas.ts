import type { FormCell, FormTable, Term } from '../../../shared/forms/table.ts';
import { cellAddress } from '../../../shared/intake/cell-address.ts';
import { type AppendixPlace, IDENTITY_SHEET } from '../../../shared/intake/identity-sheet.ts';
import { type Dong, dong } from '../../../shared/money/dong.ts';
import { nearestDouble } from '../../../shared/money/sheet-number.ts';
import type { SourceId } from '../../../shared/plan/ids.ts';
import type { Source } from '../../../shared/plan/plan.ts';
import { type FormulaPlace, LONGEST_FORMULA, sumFormula } from './formula.ts';
import { sheetPrefix } from './sheet-name.ts';

/** A part of a sum that is too long for one formula, on the hidden sheet. */
export interface PartialSum {
  readonly formula: string;
  readonly result: number;
}

/** The column of the hidden sheet that partial sums stand in. */
export const PARTIAL_COLUMN = 2;

/** The formulas of one form's totals, and the partial sums that they needed on the way. */
export class TotalFormulas {
  readonly #table: FormTable;
  readonly #sources: readonly Source[];
  readonly #place: FormulaPlace;
  readonly #firstPartialRow: number;
  /** Of all forms of the workbook: they stand on one sheet. */
  readonly #partials: PartialSum[];

  constructor(
    table: FormTable,
    sources: readonly Source[],
    { block }: AppendixPlace,
    names: ReadonlyMap<SourceId, string>,
    firstPartialRow: number,
    partials: PartialSum[],
  ) {
    this.#table = table;
    this.#sources = sources;
    this.#firstPartialRow = firstPartialRow;
    this.#partials = partials;
    const yearsName = (source: SourceId): string => {
      const name = names.get(source);
      if (name === undefined) throw new Error(`a total counts the years of an unknown source: ${source}`);
      return name;
    };
    this.#place = { top: block.top, left: block.left, prefix: '', yearsName };
  }

  /** The live formula of a total; null where the cell proves nothing (a form without rows). */
  of(cell: FormCell): string | null {
    const { proof } = cell;
    if (!proof || proof.length === 0) return null;
    const formula = sumFormula(proof, this.#place);
    return formula.length <= LONGEST_FORMULA ? formula : this.#inParts(proof);
  }

  /** The live formula of a share: its two cells, in per cent. */
  shareOf({ proof }: FormCell): string | null {
    const [part, whole] = (proof ?? []).map(({ row, column }) =>
      cellAddress(this.#place.top + row, this.#place.left + column),
    );
    return part === undefined || whole === undefined ? null : `IF(${whole}=0,0,${part}/${whole}*100)`;
  }

  /** SUM of partial sums that stand below each other on the hidden sheet. */
  #inParts(terms: readonly Term[]): string {
    const place = { ...this.#place, prefix: sheetPrefix(this.#table.form) };
    let size = terms.length;
    let formulas: string[];
    let parts: Term[][];
    do {
      size = Math.ceil(size / 2);
      parts = [];
      for (let at = 0; at < terms.length; at += size) parts.push(terms.slice(at, at + size));
      formulas = parts.map((part) => sumFormula(part, place));
    } while (size > 1 && formulas.some((formula) => formula.length > LONGEST_FORMULA));
    const first = this.#firstPartialRow + this.#partials.length;
    formulas.forEach((formula, at) => {
      this.#partials.push({ formula, result: nearestDouble(this.#sum(parts[at] ?? []), this.#table.unit) });
    });
    const last = first + formulas.length - 1;
    return `SUM(${IDENTITY_SHEET}!${cellAddress(first, PARTIAL_COLUMN)}:${cellAddress(last, PARTIAL_COLUMN)})`;
  }

  #sum(terms: readonly Term[]): Dong {
    let sum = 0n;
    for (const term of terms) {
      const amount = this.#table.amountAt(term.row, term.column) ?? 0n;
      const years = this.#sources.find((source) => source.id === term.times)?.years.length ?? 1;
      sum += amount === 'mixed' ? 0n : amount * BigInt(term.minus ? -years : years);
    }
    return dong(sum);
  }
}
