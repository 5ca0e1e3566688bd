import type { Dong } from '../money/dong.ts';
import type { LeafAmount, PlanEdit, UpdateRow } from '../plan/edit/edit.ts';
import type { RowId } from '../plan/ids.ts';
import type { LeafColumn } from './leaf-column.ts';

export type TextField = 'ordinal' | 'name' | 'note';

/** What a gesture over many cells writes, gathered cell by cell: each row's texts in one edit, all amounts in one. */
export class EditList {
  readonly amounts: LeafAmount[] = [];
  readonly #patches = new Map<RowId, UpdateRow['patch']>();

  /** Writes one cell: in a one-year column all years alike. */
  setAmount(row: RowId, column: LeafColumn, amount: Dong): void {
    const { source, capital, years } = column;
    for (const year of years) this.amounts.push({ row, year, source, capital, amount });
  }

  /** An empty ordinal lets the number follow from the row's place. A name that an officer wrote is confirmed. */
  setText(row: RowId, field: TextField, text: string): void {
    this.#patches.set(row, { ...this.#patches.get(row), ...patchOf(field, text) });
  }

  /** Texts first. An amount in a year that its source does not fund is refused, unless an edit before these funds it. */
  edits(): PlanEdit[] {
    const edits: PlanEdit[] = [];
    for (const [row, patch] of this.#patches) edits.push({ kind: 'updateRow', row, patch });
    if (this.amounts.length > 0)
      edits.push({ kind: 'setAmounts', amounts: this.amounts, unfunded: 'refuse' });
    return edits;
  }
}

function patchOf(field: TextField, text: string): UpdateRow['patch'] {
  switch (field) {
    case 'ordinal':
      return { ordinal: text === '' ? null : text };
    case 'name':
      return { name: text, confirmed: true };
    case 'note':
      return { note: text };
    default:
      return field satisfies never;
  }
}
