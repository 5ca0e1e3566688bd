import { type Dong, ZERO } from '../money/dong.ts';
import { readSheetNumber } from '../money/sheet-number.ts';
import type { Unit } from '../money/unit.ts';
import { ok, type Result, refuse } from '../refusal.ts';
import type { RawCell } from './raw-workbook.ts';

/** The amount that one cell states, in đồng; an empty cell states zero. How text is read, who calls knows. */
export function cellAmount(
  cell: RawCell | undefined,
  unit: Unit,
  readText: (text: string) => Result<Dong>,
): Result<Dong> {
  const value = cell?.value;
  switch (value?.kind) {
    case undefined:
      return ok(ZERO);
    case 'number': {
      const amount = readSheetNumber(value.number, unit);
      return amount === undefined ? refuse('amount.finerThanDong', { text: `${value.number}` }) : ok(amount);
    }
    case 'text':
      return readText(value.text);
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
