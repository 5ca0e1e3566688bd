import type { Zero } from '../forms/print-options.ts';
import { shareOf } from '../forms/report-table.ts';
import type { FormCell, FormTable } from '../forms/table.ts';
import type { Dong } from '../money/dong.ts';
import { percentText } from '../money/percent.ts';
import { roundToUnit } from '../money/round.ts';
import { UNIT_EXPONENT, type Unit } from '../money/unit.ts';
import { writeAmount } from '../money/write.ts';

/** The most decimals that a printed amount shows, by unit (forms.md): finer amounts stay exact in their cells. */
export const MOST_DECIMALS: Readonly<Record<Unit, number>> = { dong: 0, nghin: 3, trieu: 3, ty: 6 };
/** Decimals of a share in per cent. */
export const SHARE_DECIMALS = 2;

/** One of a unit, in đồng. */
const ONE: Readonly<Record<Unit, bigint>> = {
  dong: 1n,
  nghin: 1_000n,
  trieu: 1_000_000n,
  ty: 1_000_000_000n,
};

/** The decimals of one amount: the table's, or more where it would otherwise be shown as zero. */
export function shownDecimals(amount: Dong, unit: Unit, decimals: number): number {
  const whole = ONE[unit];
  if (amount === 0n || amount >= whole || amount <= -whole) return decimals;
  let shown = decimals;
  while (shown < UNIT_EXPONENT[unit] && roundToUnit(amount, unit, shown) === 0n) shown += 1;
  return shown;
}

const ZERO_TEXT: Readonly<Record<Zero, string>> = { dash: '-', blank: '', zero: '0' };

/** The amount as an appendix prints it: thousands grouped, all of its decimals, zero as the table wants it. */
export function printedAmount(
  amount: Dong,
  { unit, zero }: Pick<FormTable, 'unit' | 'zero'>,
  tablesDecimals: number,
): string {
  if (amount === 0n) return ZERO_TEXT[zero];
  const decimals = shownDecimals(amount, unit, tablesDecimals);
  return withDecimals(writeAmount(amount, unit, { decimals }), decimals);
}

/** All decimals of a column are written, so that its marks stand under each other. */
function withDecimals(text: string, decimals: number): string {
  const [whole = '', fraction = ''] = text.split(',');
  return decimals === 0 ? text : `${whole},${fraction.padEnd(decimals, '0')}`;
}

/** A cell as it is printed; not applicable is empty, a share is in per cent. */
export function printedCell(
  cell: FormCell | undefined,
  table: Pick<FormTable, 'unit' | 'zero' | 'amountAt'>,
  tablesDecimals: number,
): string {
  if (cell?.role === 'share') {
    const share = shareOf(cell, table);
    const text = share && percentText(share.part, share.whole, 'vi', SHARE_DECIMALS);
    return text ? withDecimals(text, SHARE_DECIMALS) : '';
  }
  if (!cell || cell.amount === null) return '';
  if (cell.amount === 'mixed') throw new Error('a form that would lose amounts was not refused before');
  return printedAmount(cell.amount, table, tablesDecimals);
}
