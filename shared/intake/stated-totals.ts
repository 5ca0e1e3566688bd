import type { FormCell, FormTable, Term } from '../forms/table.ts';
import { type Dong, dong, ZERO } from '../money/dong.ts';
import { readAmount } from '../money/read.ts';
import { nearestAmount, nearestDouble } from '../money/sheet-number.ts';
import type { Unit } from '../money/unit.ts';
import { writeAmount } from '../money/write.ts';
import type { Source } from '../plan/plan.ts';
import { cellAddress, rawCellAt } from './cell-address.ts';
import type { Issue } from './draft.ts';
import type { OwnBlock } from './own-block.ts';
import type { RawCell } from './raw-workbook.ts';

/**
 * Holds every total that the sheet states against its recomputation from the leaves (never against its printed
 * neighbours). A difference is ours minus stated, exact. A formula whose result the file lacks states nothing.
 */
export function totalIssues(
  block: OwnBlock,
  table: FormTable,
  unit: Unit,
  sources: readonly Source[],
): Issue[] {
  const issues: Issue[] = [];
  table.rows.forEach((row, at) => {
    table.columns.forEach((column, place) => {
      if (row.leaf && column.leaf) return;
      const line = block.top + at;
      const raw = rawCellAt(block.sheet, line, block.left + place);
      const stated = statedAmount(raw, unit);
      const computed = table.amountAt(at, place);
      if (stated === null || computed === 'mixed') return;
      const ours = computed ?? ZERO;
      if (stated.amount === ours) return;
      const cell = row.cells[place];
      if (!cell || withinRounding(stated.number, ours, cell, table, unit, sources)) return;
      const difference = dong(ours - stated.amount);
      const written = (amount: Dong): string => writeAmount(amount, unit);
      issues.push({
        code: 'workbook.totalDiffers',
        severity: 'warning',
        params: {
          row: `${row.ordinal} ${row.name}`.trim(),
          column: column.path.join(' / '),
          stated: written(stated.amount),
          ours: written(ours),
          difference: written(difference),
        },
        sheet: block.sheet.name,
        cell: cellAddress(line, block.left + place),
        difference,
      });
    });
  });
  return issues;
}

interface Stated {
  readonly amount: Dong;
  readonly number: number;
}

/** What a cell states as a total, to the nearest đồng; null where it states nothing that is an amount. */
export function statedAmount(raw: RawCell | undefined, unit: Unit): Stated | null {
  const value = raw?.value;
  if (value?.kind === 'number') {
    const amount = nearestAmount(value.number, unit);
    return amount === undefined ? null : { amount, number: value.number };
  }
  if (value?.kind !== 'text') return null;
  const read = readAmount(value.text, unit, 'vi');
  return read.ok ? { amount: read.value, number: nearestDouble(read.value, unit) } : null;
}

/**
 * Whether a stated total may differ only because its program added in doubles. The bound is that of adding n doubles;
 * it stays under half a đồng, and so tells every single đồng, up to about 10^15 đồng divided by the number of addends.
 */
function withinRounding(
  stated: number,
  ours: Dong,
  cell: FormCell,
  table: FormTable,
  unit: Unit,
  sources: readonly Source[],
): boolean {
  const terms = cell.proof ?? [];
  let scale = 0;
  for (const term of terms) scale += Math.abs(addendOf(term, table, unit, sources));
  return Math.abs(stated - nearestDouble(ours, unit)) <= scale * (terms.length + 2) * 2 ** -53;
}

function addendOf(term: Term, table: FormTable, unit: Unit, sources: readonly Source[]): number {
  const amount = table.amountAt(term.row, term.column) ?? ZERO;
  const years = sources.find((source) => source.id === term.times)?.years.length ?? 1;
  return amount === 'mixed' ? 0 : nearestDouble(amount, unit) * years;
}
