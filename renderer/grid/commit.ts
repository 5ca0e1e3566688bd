import { readCell } from '../../shared/forms/cell.ts';
import type { LaidColumn } from '../../shared/forms/layout.ts';
import { setAmountLabel } from '../../shared/messages/change-label.ts';
import { type Dong, ZERO } from '../../shared/money/dong.ts';
import { readAmount } from '../../shared/money/read.ts';
import { renameRow, renumberRow, setNote } from '../../shared/plan/gesture/rows.ts';
import { setTyped, type TypedAmount } from '../../shared/plan/gesture/typed-amount.ts';
import type { RowId, Year } from '../../shared/plan/ids.ts';
import type { Plan } from '../../shared/plan/plan.ts';
import { findSource } from '../../shared/plan/sources.ts';
import type { Refusal, Result } from '../../shared/refusal.ts';
import { type CellPlace, lockedBecause } from '../../shared/sheet/cell-place.ts';
import type { Session } from '../session/session.ts';

/** What became of a text that was typed into a cell. */
export type CommitOutcome =
  | { readonly kind: 'done' }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  /** The source does not fund the year: the officer is asked whether it shall. */
  | { readonly kind: 'askToFund'; readonly question: FundQuestion }
  /** A total was typed: the officer is asked how its parts shall make it. */
  | { readonly kind: 'askToSpread'; readonly question: SpreadQuestion };

export interface FundQuestion {
  readonly source: string;
  readonly year: Year;
  readonly amount: Dong;
  accept(): Result<void>;
}

export interface SpreadQuestion {
  readonly place: CellPlace;
  readonly total: Dong;
}

const DONE: CommitOutcome = { kind: 'done' };

/** Reads what was typed into a cell and dispatches it as one gesture. */
export function commitText(session: Session, place: CellPlace, text: string): CommitOutcome {
  const { line, column } = place;
  const { plan } = session.store.getState();
  if (column.kind === 'amount') return commitAmount(session, place, column.column, text);
  const row = line.id;
  if (row === null || text === line[column.kind]) return DONE;
  switch (column.kind) {
    case 'name':
      return outcome(session.dispatch(renameRow(plan, row, text.trim())));
    case 'ordinal':
      return outcome(session.dispatch(renumberRow(plan, row, text.trim())));
    case 'note':
      return outcome(session.dispatch(setNote(plan, row, text.trim())));
    default:
      return column satisfies never;
  }
}

function commitAmount(session: Session, place: CellPlace, column: LaidColumn, text: string): CommitOutcome {
  const { plan, totals } = session.store.getState();
  // An emptied cell is zero, as Delete writes it: a leaf amount always exists (forms.md).
  const read = text.trim() === '' ? { ok: true as const, value: ZERO } : readAmount(text, plan.header.unit);
  if (!read.ok) return { kind: 'refused', refusal: read.refusal };
  if (readCell(place.line, column, totals).amount === read.value) return DONE;
  if (lockedBecause(place) === 'cell.refusedTotal') {
    return { kind: 'askToSpread', question: { place, total: read.value } };
  }
  const row = place.line.id;
  return row === null || column.leaf === null ? DONE : setLeaf(session, plan, row, column, read.value);
}

function setLeaf(
  session: Session,
  plan: Plan,
  row: RowId,
  { leaf, typedYears }: LaidColumn,
  amount: Dong,
): CommitOutcome {
  if (leaf === null) return DONE;
  const typed: TypedAmount = { row, ...leaf, years: typedYears, amount };
  const result = session.dispatch({ label: setAmountLabel(plan, typed), edits: [setTyped(typed)] });
  if (!result.ok && result.refusal.code === 'plan.yearNotFunded') {
    return { kind: 'askToFund', question: fundQuestion(session, plan, typed) };
  }
  return outcome(result);
}

function outcome(result: Result<void>): CommitOutcome {
  return result.ok ? DONE : { kind: 'refused', refusal: result.refusal };
}

function fundQuestion(session: Session, plan: Plan, typed: TypedAmount): FundQuestion {
  const source = findSource(plan.sources, typed.source);
  const funded = source?.years ?? [];
  const year = typed.years.find((one) => !funded.includes(one)) ?? plan.period.first;
  const years = [...funded, ...typed.years.filter((one) => !funded.includes(one))].sort(
    (one, other) => one - other,
  );
  const name = source?.name ?? typed.source;
  return {
    source: name,
    year,
    amount: typed.amount,
    accept: () =>
      session.dispatch({
        label: { code: 'change.fundYear', params: { source: name, year } },
        edits: [{ kind: 'updateSource', source: typed.source, patch: { years } }, setTyped(typed)],
      }),
  };
}
