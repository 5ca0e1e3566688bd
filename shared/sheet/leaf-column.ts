import type { Address } from '../engine/shape.ts';
import type { Totals } from '../engine/totals.ts';
import type { Dong } from '../money/dong.ts';
import type { SourceId, Year } from '../plan/ids.ts';
import type { Capital } from '../plan/plan.ts';
import type { SheetColumn } from './cell-place.ts';

/** What a column means where typing into it writes; worked out once a gesture, not once a cell. */
export interface LeafColumn {
  readonly source: SourceId;
  readonly sourceName: string;
  readonly capital: Capital;
  /** The years that a value is written to. */
  readonly years: readonly Year[];
  /** Those of them that the source does not fund. */
  readonly unfunded: readonly Year[];
  readonly address: Address;
}

/** Null where a column takes no value: texts, totals, and one-year columns of a source that funds no year. */
export function leafColumn(column: SheetColumn): LeafColumn | null {
  if (column.kind !== 'amount') return null;
  const { leaf, typedYears, sources, address } = column.column;
  const source = sources.find((one) => one.id === leaf?.source);
  if (leaf === null || source === undefined || typedYears.length === 0) return null;
  return {
    ...leaf,
    sourceName: source.name,
    years: typedYears,
    unfunded: typedYears.filter((year) => !source.years.includes(year)),
    address,
  };
}

/** What a leaf row holds in a column; `mixed` where its years do not agree. `at` is the row's index in the plan. */
export function heldAmount(totals: Totals, at: number, column: LeafColumn): Dong | 'mixed' {
  return totals.isMixed(at, column.address) ? 'mixed' : totals.read(at, column.address);
}
