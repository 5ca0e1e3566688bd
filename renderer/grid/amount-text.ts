import type { FormCell } from '../../shared/forms/table.ts';
import type { Unit } from '../../shared/money/unit.ts';
import { writeAmount } from '../../shared/money/write.ts';

/** What a cell shows: zero is "-", not applicable is empty, years that differ are "≠" (forms.md). */
export function amountText(amount: FormCell['amount'], unit: Unit): string {
  if (amount === null) return '';
  if (amount === 'mixed') return '≠';
  return writeAmount(amount, unit, { zero: '-' });
}

/** What editing a cell starts from: the exact amount as an officer would type it. */
export function editText(amount: FormCell['amount'], unit: Unit): string {
  return amount === null || amount === 'mixed' ? '' : writeAmount(amount, unit);
}
