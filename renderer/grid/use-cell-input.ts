import type { CellPosition, GridApi } from 'ag-grid-community';
import { type RefObject, useEffect, useRef } from 'react';
import { readCell } from '../../shared/forms/cell.ts';
import type { FormLayout, Line } from '../../shared/forms/layout.ts';
import type { Refusal } from '../../shared/refusal.ts';
import type { Session } from '../session/session.ts';
import { amountText, editText } from './amount-text.ts';
import { CellInput, type CellInputOwner } from './cell-input.ts';
import { type CellPlace, lineAt, placeOf } from './cell-place.ts';
import { commitText, type FundQuestion } from './commit.ts';

interface InputSurroundings {
  readonly root: RefObject<HTMLDivElement | null>;
  readonly api: RefObject<GridApi<Line> | null>;
  readonly session: Session;
  readonly layout: FormLayout;
  onEditing(text: string | null): void;
  onAskToFund(question: FundQuestion): void;
  sayLocked(place: CellPlace): boolean;
  sayRefused(refusal: Refusal): void;
  unsay(): void;
  readonly name: string;
}

/** The grid's one input, kept for the grid's life and fed with what the grid is now. */
export function useCellInput(now: InputSurroundings): RefObject<CellInput | null> {
  const latest = useRef(now);
  latest.current = now;
  const input = useRef<CellInput | null>(null);
  useEffect(() => {
    const frame = latest.current.root.current;
    if (!frame) return;
    const made = new CellInput(
      ownerOf(latest, () => made),
      latest.current.name,
    );
    input.current = made;
    const onFocus = (event: FocusEvent): void => {
      const { target } = event;
      if (target instanceof HTMLElement && target.classList.contains('ag-cell')) made.attach(target);
    };
    frame.addEventListener('focusin', onFocus);
    return () => {
      frame.removeEventListener('focusin', onFocus);
      made.destroy();
    };
  }, []);
  return input;
}

function ownerOf(latest: RefObject<InputSurroundings>, input: () => CellInput): CellInputOwner {
  /** The focused cell; it stays the edited one until its text is committed or cancelled. */
  const focused = (): CellPlace | null => {
    const { api, layout } = latest.current;
    const cell = api.current?.getFocusedCell();
    const line = cell && api.current && lineAt(api.current, cell.rowIndex, cell.rowPinned === 'bottom');
    return line && cell ? placeOf(layout, line, cell.column.getColId()) : null;
  };
  let edited: CellPlace | null = null;
  let editedAt: CellPosition | null = null;
  const amountOf = ({ line, column }: CellPlace) =>
    column.kind === 'amount'
      ? readCell(line, column.column, latest.current.session.store.getState().totals).amount
      : null;
  const unit = () => latest.current.session.store.getState().plan.header.unit;
  const commit = (text: string): boolean => {
    const { session, onAskToFund, sayRefused, unsay } = latest.current;
    const place = edited ?? focused();
    if (!place) return true;
    const outcome = commitText(session, place, text);
    if (outcome.kind === 'refused') {
      sayRefused(outcome.refusal);
      return false;
    }
    unsay();
    if (outcome.kind === 'askToFund') onAskToFund(outcome.question);
    return true;
  };
  return {
    begin: (): string | null => {
      const place = focused();
      const { api } = latest.current;
      if (!place || latest.current.sayLocked(place)) return null;
      edited = place;
      const cell = api.current?.getFocusedCell() ?? null;
      editedAt = cell;
      if (cell) api.current?.ensureColumnVisible(cell.column);
      if (cell && !cell.rowPinned) api.current?.ensureIndexVisible(cell.rowIndex);
      const { line, column } = place;
      return column.kind === 'amount' ? editText(amountOf(place), unit()) : line[column.kind];
    },
    commit,
    clear: () => {
      const place = focused();
      if (!place || latest.current.sayLocked(place)) return;
      edited = place;
      if (place.column.kind !== 'name') commit('');
    },
    stay: () => {
      if (!editedAt) return;
      latest.current.api.current?.setFocusedCell(editedAt.rowIndex, editedAt.column, editedAt.rowPinned);
    },
    move: (rows: number, columns: number) => {
      const grid = latest.current.api.current;
      const cell = grid?.getFocusedCell();
      if (!grid || !cell) return;
      const shown = grid.getAllDisplayedColumns();
      const column = shown[clamp(shown.indexOf(cell.column) + columns, shown.length)] ?? cell.column;
      const index = cell.rowPinned ? cell.rowIndex : clamp(cell.rowIndex + rows, grid.getDisplayedRowCount());
      if (!cell.rowPinned) grid.ensureIndexVisible(index);
      grid.ensureColumnVisible(column);
      grid.setFocusedCell(index, column, cell.rowPinned);
    },
    tab: (backwards: boolean) => {
      const grid = latest.current.api.current;
      if (backwards) grid?.tabToPreviousCell();
      else grid?.tabToNextCell();
    },
    copyText: (): string => {
      const place = focused();
      if (!place) return '';
      const { column, line } = place;
      return column.kind === 'amount' ? amountText(amountOf(place), unit()) : line[column.kind];
    },
    multiline: () => (edited ?? focused())?.column.kind !== 'amount',
    changed: () => {
      const made = input();
      if (made.mode === 'ready') edited = null;
      latest.current.onEditing(made.mode === 'ready' ? null : made.element.value);
    },
  };
}

function clamp(index: number, count: number): number {
  return Math.max(0, Math.min(index, count - 1));
}
