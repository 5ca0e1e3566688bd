import type { Dong } from '../money/dong.ts';
import { GRAND_TOTAL, type Totals } from './totals.ts';

/** Everything over all years, sources and kinds: what the list of plans shows. */
export function grandTotal(totals: Totals): Dong {
  return totals.read(GRAND_TOTAL, totals.address({ years: 'period', source: 'all', capital: 'all' }));
}
