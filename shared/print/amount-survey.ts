import type { FormTable } from '../forms/table.ts';
import { type Dong, ZERO } from '../money/dong.ts';
import { sheetNumber } from '../money/sheet-number.ts';
import { UNIT_EXPONENT, type Unit } from '../money/unit.ts';
import { MOST_DECIMALS, printedAmount } from './printed-amount.ts';

/** What has to be known of all amounts of a table before the first is printed. */
export interface AmountSurvey {
  /** The decimals that all amounts are shown with: those that were chosen, else as many as they need, up to the unit's limit. */
  readonly decimals: number;
  /** By column, the amounts that print widest, as printed, with the space that keeps them from the border. */
  readonly printed: readonly (readonly string[])[];
  /** The first amount with more digits than a spreadsheet holds, or null. */
  readonly beyondSheets: { readonly row: number; readonly column: number; readonly amount: Dong } | null;
}

/** The amounts of a column among which the widest is. */
interface Extremes {
  most: Dong;
  least: Dong;
  /** Those nearest to zero may need decimals that no other has. */
  smallest: Dong;
  smallestBelow: Dong;
}

/** Amounts below this have no more digits than a spreadsheet holds, whatever they are. */
const SURELY_HELD = 10n ** 15n;
/** As wide as any share in per cent: "100,00". */
const WIDEST_SHARE = '100,00 ';

export function surveyAmounts(table: FormTable): AmountSurvey {
  const { unit } = table;
  const steps = decimalSteps(unit);
  const columns = table.columns.map((): Extremes => {
    return { most: ZERO, least: ZERO, smallest: ZERO, smallestBelow: ZERO };
  });
  let needed = 0;
  let beyondSheets: AmountSurvey['beyondSheets'] = null;
  for (let row = 0; row < table.rows.length; row++) {
    for (const [column, extremes] of columns.entries()) {
      const amount = table.amountAt(row, column);
      if (amount === null || amount === 'mixed' || amount === 0n) continue;
      if ((amount >= SURELY_HELD || amount <= -SURELY_HELD) && sheetNumber(amount, unit) === undefined) {
        beyondSheets ??= { row, column, amount };
      }
      while (needed < MOST_DECIMALS[unit] && amount % (steps[needed] ?? 1n) !== 0n) needed += 1;
      take(extremes, amount);
    }
  }
  const decimals = Math.min(table.decimals ?? needed, UNIT_EXPONENT[unit]);
  const printed = columns.map(({ most, least, smallest, smallestBelow }, column) => [
    ...[most, least, smallest, smallestBelow].map((amount) => `${printedAmount(amount, table, decimals)} `),
    ...(table.columns[column]?.id === 'share' ? [WIDEST_SHARE] : []),
  ]);
  return { decimals, printed, beyondSheets };
}

/** What an amount is a multiple of, by the decimals that show it whole. */
function decimalSteps(unit: Unit): bigint[] {
  const exponent = UNIT_EXPONENT[unit];
  return Array.from({ length: exponent + 1 }, (_, decimals) => 10n ** BigInt(exponent - decimals));
}

function take(extremes: Extremes, amount: Dong): void {
  if (amount > 0n) {
    if (amount > extremes.most) extremes.most = amount;
    if (extremes.smallest === 0n || amount < extremes.smallest) extremes.smallest = amount;
  } else {
    if (amount < extremes.least) extremes.least = amount;
    if (extremes.smallestBelow === 0n || amount > extremes.smallestBelow) extremes.smallestBelow = amount;
  }
}
