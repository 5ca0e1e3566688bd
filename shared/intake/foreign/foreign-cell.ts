import { type Dong, ZERO } from '../../money/dong.ts';
import type { Numbers } from '../../money/numbers.ts';
import type { Unit } from '../../money/unit.ts';
import { ok, type Result } from '../../refusal.ts';
import { readBlockCell } from '../block/read-cell.ts';
import { cellAmount } from '../cell-amount.ts';
import type { RawCell } from '../raw-workbook.ts';

/**
 * The amount of a cell of a foreign sheet. Text is read as strictly as a pasted cell: no arithmetic, nothing that a
 * program shows instead of a number.
 */
export function foreignCellAmount(cell: RawCell | undefined, unit: Unit, numbers: Numbers): Result<Dong> {
  return cellAmount(cell, unit, (text) => {
    const read = readBlockCell(text, unit, numbers);
    if (read.kind === 'refused') return { ok: false, refusal: read.refusal };
    return ok(read.kind === 'blank' ? ZERO : read.amount);
  });
}
