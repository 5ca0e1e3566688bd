import type { SourceId, Year } from '../plan/ids.ts';
import type { Capital } from '../plan/plan.ts';

/**
 * What a column shows of a row: a choice of years, of money's source and of its kind (forms.md, "Selector").
 * `oneYear` is the common amount of the source's funded years. `budget` is central and local together.
 */
export interface Selector {
  readonly years: Year | 'period' | 'oneYear';
  readonly source: SourceId | 'all' | 'budget';
  /** `all` includes money that has no kind; `none` is only that money. */
  readonly capital: 'all' | Capital;
}
