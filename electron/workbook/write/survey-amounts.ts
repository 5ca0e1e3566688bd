import type { FormTable } from '../../../shared/forms/table.ts';
import { type Dong, dong, ZERO } from '../../../shared/money/dong.ts';
import { sheetNumber } from '../../../shared/money/sheet-number.ts';
import { UNIT_EXPONENT } from '../../../shared/money/unit.ts';
import { writeAmount } from '../../../shared/money/write.ts';
import { ok, type Result, refuse } from '../../../shared/refusal.ts';
import { MOST_DECIMALS, printedAmount, shownDecimals } from './number-format.ts';

/** What has to be known of all amounts before the first is written. */
export interface AmountSurvey {
  /** The decimals that all amounts of the sheet are shown with: as many as they need, up to the unit's limit. */
  readonly decimals: number;
  /** By column, the amounts that print widest, as printed. */
  readonly printed: readonly (readonly string[])[];
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

/** Refused where an amount or total has more digits than a spreadsheet holds. */
export function surveyAmounts(table: FormTable): Result<AmountSurvey> {
  const { unit } = table;
  const exponent = UNIT_EXPONENT[unit];
  const steps = Array.from({ length: exponent + 1 }, (_, decimals) => 10n ** BigInt(exponent - decimals));
  const columns = table.columns.map((): Extremes => {
    return { most: ZERO, least: ZERO, smallest: ZERO, smallestBelow: ZERO };
  });
  let decimals = 0;
  for (let row = 0; row < table.rows.length; row++) {
    for (const [column, extremes] of columns.entries()) {
      const amount = table.amountAt(row, column);
      if (amount === null || amount === 'mixed' || amount === 0n) continue;
      if ((amount >= SURELY_HELD || amount <= -SURELY_HELD) && sheetNumber(amount, unit) === undefined) {
        return tooManyDigits(table, row, column, amount);
      }
      while (decimals < MOST_DECIMALS[unit] && amount % (steps[decimals] ?? 1n) !== 0n) decimals += 1;
      take(extremes, amount);
    }
  }
  const printed = columns.map(({ most, least, smallest, smallestBelow }) =>
    [most, least, smallest, smallestBelow].map((amount) =>
      printedAmount(amount, unit, shownDecimals(amount, unit, decimals)),
    ),
  );
  return ok({ decimals, printed });
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

function tooManyDigits(table: FormTable, row: number, column: number, amount: Dong): Result<never> {
  const { ordinal = '', name = '' } = table.rows[row] ?? {};
  return refuse('workbook.tooManyDigits', {
    row: `${ordinal} ${name}`.trim(),
    column: table.columns[column]?.path.join(' / ') ?? '',
    amount: writeAmount(dong(amount), 'dong'),
  });
}
