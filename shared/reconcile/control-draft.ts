import { Totals } from '../engine/totals.ts';
import type { Draft } from '../intake/draft.ts';
import { meaningOfId } from '../intake/foreign/heading/column-id.ts';
import type { Dong } from '../money/dong.ts';
import { type RowId, rowId, sourceId } from '../plan/ids.ts';
import type { Plan } from '../plan/plan.ts';
import { type ControlAmount, type ControlPlace, controlKey } from '../plan/review.ts';
import { leavesUnder } from '../plan/sources.ts';
import { ok, type Result } from '../refusal.ts';
import { plannedAt } from './control-place.ts';
import { controlRowFinder } from './control-rows.ts';

/** What a workbook allocates, as control totals of a plan. */
export interface ReadControls {
  /** In the order in which a set keeps them. */
  readonly amounts: readonly ControlAmount[];
  /** Rows of the file that the plan does not have: they are kept, and the plan has nothing there. */
  readonly unmatched: readonly UnmatchedRow[];
}

export interface UnmatchedRow {
  /** The row that its amounts are stated of; no row of the plan. */
  readonly row: RowId;
  readonly code: string;
  readonly name: string;
}

/**
 * Every total that a read workbook states, at the place of the plan that it is about. Rows are the plan's by code, else
 * by name where only one bears it. The programme's totals are those that the file's leaves make: where its own last line
 * says otherwise, reading the file has said so. One-year columns state the amount of each funded year.
 */
export function controlsOfDraft(plan: Plan, draft: Draft): Result<ReadControls> {
  const totals = Totals.of(draft.plan);
  if (!totals.ok) return totals;
  const find = controlRowFinder(plan);
  const stated = new Map<string, ControlAmount>();
  const put = (place: ControlPlace, amount: Dong): void => {
    stated.set(controlKey(place), { ...place, amount });
  };
  const unmatched: UnmatchedRow[] = [];
  const columns = new Set<string>();
  for (const { code, name, cells } of draft.rows) {
    const own = find([code, name]) ?? null;
    const row = own ?? strangerId(code);
    if (own === null) unmatched.push({ row, code, name });
    for (const [id, amount] of Object.entries(cells)) {
      columns.add(id);
      if (amount === null) continue;
      for (const place of placesOf(id, draft.plan)) put({ ...place, row }, amount);
    }
  }
  for (const id of columns) {
    for (const place of placesOf(id, draft.plan)) {
      const whole = { ...place, row: null };
      put(whole, plannedAt(draft.plan, totals.value, whole));
    }
  }
  const amounts = [...stated.values()].sort((one, other) => (controlKey(one) < controlKey(other) ? -1 : 1));
  return ok({ amounts, unmatched });
}

/** What a column is about; none for what no place says: labels, and sums of central and local alone. */
function placesOf(column: string, { sources }: Plan): Omit<ControlPlace, 'row'>[] {
  const meaning = meaningOfId(column);
  if (meaning?.kind !== 'amount' || meaning.source === 'budget') return [];
  const { years } = meaning;
  const source = meaning.source === 'all' || meaning.source === null ? null : sourceId(meaning.source);
  const capital = meaning.capital === 'all' ? null : meaning.capital;
  if (years === 'period') return [{ year: null, source, capital }];
  if (typeof years === 'number') return [{ year: years, source, capital }];
  if (source === null) return [];
  const funded = leavesUnder(sources, source).flatMap((leaf) => leaf.years);
  return [...new Set(funded)].map((year) => ({ year, source, capital }));
}

/** Before the code of a row that only the file has: no row of a plan begins so. */
const STRANGER = 'tep:';

/** The code of a row that was stated but is not in the plan. */
export function strangerCode(row: RowId): string {
  return row.startsWith(STRANGER) ? row.slice(STRANGER.length) : row;
}

/** An id that no row of the plan has. */
function strangerId(code: string): RowId {
  return rowId(`${STRANGER}${code.replaceAll(/[^\p{L}\p{N}._:-]/gu, '-')}`.slice(0, 80));
}
