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
import type { Refusal } from '../../shared/refusal.ts';
import type { CellPlace } from '../../shared/sheet/cell-place.ts';
import type { Session } from '../session/session.ts';

/** What became of a text that was typed into a cell. */
export type CommitOutcome =
  | { readonly kind: 'done' }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  /** The source does not fund the year: the officer is asked whether it shall. */
  | { readonly kind: 'askToFund'; readonly question: FundQuestion };

export interface FundQuestion {
  readonly source: string;
  readonly year: Year;
  readonly amount: Dong;
  accept(): void;
}

const DONE: CommitOutcome = { kind: 'done' };

/** Reads what was typed into a cell and dispatches it as one gesture. */
export function commitText(session: Session, { line, column }: CellPlace, text: string): CommitOutcome {
  const { plan } = session.store.getState();
  const row = line.id;
  if (row === null) return DONE;
  switch (column.kind) {
    case 'name':
      return text === line.name ? DONE : outcome(session.dispatch(renameRow(plan, row, text.trim())));
    case 'ordinal':
      return text === line.ordinal ? DONE : outcome(session.dispatch(renumberRow(plan, row, text.trim())));
    case 'note':
      return text === line.note ? DONE : outcome(session.dispatch(setNote(plan, row, text.trim())));
    case 'amount':
      return commitAmount(session, row, line.at, column.column, text);
    default:
      return column satisfies never;
  }
}

function commitAmount(
  session: Session,
  row: RowId,
  at: number,
  column: LaidColumn,
  text: string,
): CommitOutcome {
  const { plan, totals } = session.store.getState();
  if (column.leaf === null) return DONE;
  // An emptied cell is zero, as Delete writes it: a leaf amount always exists (forms.md).
  const read = text.trim() === '' ? { ok: true as const, value: ZERO } : readAmount(text, plan.header.unit);
  if (!read.ok) return { kind: 'refused', refusal: read.refusal };
  const shown = readCell({ at, rule: null, leaf: true }, column, totals).amount;
  if (shown === read.value) return DONE;
  const typed: TypedAmount = { row, ...column.leaf, years: column.typedYears, amount: read.value };
  const result = session.dispatch({ label: setAmountLabel(plan, typed), edits: [setTyped(typed)] });
  if (!result.ok && result.refusal.code === 'plan.yearNotFunded') {
    return { kind: 'askToFund', question: fundQuestion(session, plan, typed) };
  }
  return outcome(result);
}

function outcome(result: { ok: true } | { ok: false; refusal: Refusal }): CommitOutcome {
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
    accept: () => {
      session.dispatch({
        label: { code: 'change.fundYear', params: { source: name, year } },
        edits: [{ kind: 'updateSource', source: typed.source, patch: { years } }, setTyped(typed)],
      });
    },
  };
}
