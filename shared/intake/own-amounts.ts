import type { FormColumn, FormTable } from '../forms/table.ts';
import { type Dong, ZERO } from '../money/dong.ts';
import { readAmount } from '../money/read.ts';
import type { Unit } from '../money/unit.ts';
import type { RowId, Year } from '../plan/ids.ts';
import { type LeafKey, leafKey, type RowAmounts, type Source } from '../plan/plan.ts';
import { ok, type Result } from '../refusal.ts';
import { cellAddress, rawCellAt } from './cell-address.ts';
import { cellAmount } from './cell-amount.ts';
import type { Issue } from './draft.ts';
import type { OwnBlock } from './own-block.ts';
import type { RawCell } from './raw-workbook.ts';

export interface ReadAmounts {
  readonly amounts: ReadonlyMap<RowId, RowAmounts>;
  readonly issues: readonly Issue[];
}

/**
 * The leaf amounts that the sheet states, in đồng. A one-year amount stands for every year that its source funds. A
 * cell that states no amount is an issue, and zero meanwhile.
 */
export function readLeafAmounts(
  block: OwnBlock,
  table: FormTable,
  unit: Unit,
  sources: readonly Source[],
): ReadAmounts {
  const amounts = new Map<RowId, RowAmounts>();
  const issues: Issue[] = [];
  table.rows.forEach((row, at) => {
    if (!row.leaf || row.id === null) return;
    const own = new Map<LeafKey, Dong>();
    table.columns.forEach((column, place) => {
      if (!column.leaf) return;
      const line = block.top + at;
      const cell = cellAddress(line, block.left + place);
      const say = (code: string, severity: Issue['severity'], params: Issue['params']): void => {
        const where = { row: `${row.ordinal} ${row.name}`.trim(), column: column.path.join(' / ') };
        const issue = { code, severity, params: { ...params, ...where }, sheet: block.sheet.name, cell };
        issues.push({ ...issue, difference: null });
      };
      const read = readCellAmount(rawCellAt(block.sheet, line, block.left + place), unit);
      if (!read.ok) {
        say(read.refusal.code, 'error', read.refusal.params);
        return;
      }
      if (read.value === ZERO) return;
      const { years, funded } = yearsFor(column, sources);
      if (years.length === 0) say('workbook.noFundedYear', 'error', {});
      else if (!funded) say('workbook.unfundedAmount', 'warning', {});
      for (const year of years) {
        own.set(leafKey(year, column.leaf.source, column.leaf.capital), read.value);
      }
    });
    if (own.size > 0) amounts.set(row.id, own);
  });
  return { amounts, issues };
}

/** The years that an amount in a leaf column stands for, and whether the source funds them. */
function yearsFor(
  column: FormColumn,
  sources: readonly Source[],
): { years: readonly Year[]; funded: boolean } {
  const source = sources.find((one) => one.id === column.leaf?.source);
  const shown = column.selector?.years;
  if (typeof shown !== 'number') return { years: source?.years ?? [], funded: true };
  return { years: [shown], funded: source?.years.includes(shown) ?? false };
}

/** A sheet of ours is vi-VN, whatever the program's language: text in it was typed by a Vietnamese officer. */
export function readCellAmount(cell: RawCell | undefined, unit: Unit): Result<Dong> {
  return cellAmount(cell, unit, (text) => (text.trim() === '' ? ok(ZERO) : readAmount(text, unit, 'vi')));
}
