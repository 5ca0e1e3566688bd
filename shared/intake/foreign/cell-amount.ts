import { type Dong, ZERO } from '../../money/dong.ts';
import type { Numbers } from '../../money/numbers.ts';
import { readSheetNumber } from '../../money/sheet-number.ts';
import type { Unit } from '../../money/unit.ts';
import { ok, type Result, refuse } from '../../refusal.ts';
import { readBlockCell } from '../block/read-cell.ts';
import type { RawCell } from '../raw-workbook.ts';

/**
 * The amount of a cell of a foreign sheet; an empty one states zero. Text is read as strictly as a pasted cell: no
 * arithmetic, nothing that a program shows instead of a number.
 */
export function cellAmount(cell: RawCell | undefined, unit: Unit, numbers: Numbers): Result<Dong> {
  const value = cell?.value;
  switch (value?.kind) {
    case undefined:
      return ok(ZERO);
    case 'number': {
      const amount = readSheetNumber(value.number, unit);
      return amount === undefined ? refuse('amount.finerThanDong', { text: `${value.number}` }) : ok(amount);
    }
    case 'text': {
      const read = readBlockCell(value.text, unit, numbers);
      if (read.kind === 'refused') return { ok: false, refusal: read.refusal };
      return ok(read.kind === 'blank' ? ZERO : read.amount);
    }
    case 'error':
      return refuse('workbook.cellIsError', { text: value.error });
    case 'boolean':
    case 'date':
      return refuse('workbook.cellIsNoAmount');
    case 'unknown':
      return refuse('workbook.cellHasNoResult');
    default:
      return value satisfies never;
  }
}
