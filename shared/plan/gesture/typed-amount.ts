import type { Dong } from '../../money/dong.ts';
import type { LeafAmount, SetAmounts } from '../edit/edit.ts';
import type { RowId, SourceId, Year } from '../ids.ts';
import type { Capital } from '../plan.ts';

/** One amount typed for a leaf row, in one year or alike in all years that its source funds. */
export interface TypedAmount {
  readonly row: RowId;
  readonly source: SourceId;
  readonly capital: Capital;
  readonly years: readonly Year[];
  readonly amount: Dong;
}

/**
 * The edit of a typed amount, the same from the grid and from the terminal. A year that the source does not fund is
 * refused: the officer is asked first whether it shall.
 */
export function setTyped({ row, source, capital, years, amount }: TypedAmount): SetAmounts {
  const amounts = years.map((year): LeafAmount => ({ row, year, source, capital, amount }));
  return { kind: 'setAmounts', amounts, unfunded: 'refuse' };
}
