import type { GridApi } from 'ag-grid-community';
import { type RefObject, useEffect, useRef } from 'react';
import { readCell } from '../../shared/forms/cell.ts';
import type { FormLayout, Line } from '../../shared/forms/layout.ts';
import type { Refusal } from '../../shared/refusal.ts';
import type { CellPlace } from '../../shared/sheet/cell-place.ts';
import type { Session } from '../session/session.ts';
import { amountText, editText } from './amount-text.ts';
import { CellInput, type CellInputOwner } from './cell-input.ts';
import { commitText, type FundQuestion } from './commit.ts';
import { Cursor } from './cursor.ts';
import { navigate } from './navigate.ts';

/** What the sheet is at the moment, and whom it tells. */
export interface SheetNow {
  readonly root: RefObject<HTMLDivElement | null>;
  readonly api: RefObject<GridApi<Line> | null>;
  readonly session: Session;
  readonly layout: FormLayout;
  readonly name: string;
  onPlace(place: CellPlace): void;
  onEditing(text: string | null): void;
  onAskToFund(question: FundQuestion): void;
  sayLocked(place: CellPlace): boolean;
  sayRefused(refusal: Refusal): void;
  unsay(): void;
}

export interface SheetHands {
  readonly cursor: Cursor;
  readonly input: CellInput;
}

/** The cursor and the input, kept for the sheet's life and fed with what the sheet is now. */
export function useSheet(now: SheetNow): SheetHands {
  const latest = useRef(now);
  latest.current = now;
  const hands = useRef<SheetHands | null>(null);
  if (!hands.current) {
    const cursor = new Cursor({
      root: () => latest.current.root.current,
      api: () => latest.current.api.current,
      layout: () => latest.current.layout,
      moved: (place) => {
        latest.current.unsay();
        latest.current.onPlace(place);
      },
    });
    const owner = inputOwner(latest, cursor, () => input);
    const input = new CellInput(owner, now.name);
    hands.current = { cursor, input };
  }
  const { cursor, input } = hands.current;

  const { root, layout } = now;
  useEffect(() => {
    const frame = root.current;
    // Heard from the page itself: the grid tells of clicks a turn later, when the next key may already have come.
    const onMouseDown = (event: MouseEvent): void => {
      const at = cellAt(event.target, latest.current.layout);
      if (!at || event.button !== 0) return;
      // The input keeps the keyboard: a click moves the cursor and takes nothing away.
      event.preventDefault();
      if (!input.finish()) return;
      cursor.moveTo(at.line, at.column);
      input.focus();
    };
    const onDoubleClick = (event: MouseEvent): void => {
      if (cellAt(event.target, latest.current.layout)) input.edit();
    };
    frame?.append(input.element);
    frame?.addEventListener('mousedown', onMouseDown);
    frame?.addEventListener('dblclick', onDoubleClick);
    input.focus();
    return () => {
      frame?.removeEventListener('mousedown', onMouseDown);
      frame?.removeEventListener('dblclick', onDoubleClick);
      input.element.remove();
    };
  }, [root, input, cursor]);
  useEffect(() => {
    // The grid draws a new layout's rows in its own time; the mark is set again when it has.
    if (layout.lines.length > 0) cursor.settle();
  }, [layout, cursor]);
  return hands.current;
}

/** The line and column of the cell that an event happened in. */
function cellAt(target: EventTarget | null, layout: FormLayout): { line: Line; column: string } | null {
  const cell = target instanceof Element ? target.closest('.ag-cell') : null;
  const column = cell?.getAttribute('col-id');
  const index = cell?.closest('[row-index]')?.getAttribute('row-index');
  if (!column || !index) return null;
  const kind = index.startsWith('b-') ? 'total' : 'row';
  const line = layout.lines.filter((one) => one.kind === kind)[Number.parseInt(index.replace('b-', ''), 10)];
  return line ? { line, column } : null;
}

function inputOwner(latest: RefObject<SheetNow>, cursor: Cursor, input: () => CellInput): CellInputOwner {
  const state = () => latest.current.session.store.getState();
  const amountOf = ({ line, column }: CellPlace) =>
    column.kind === 'amount' ? readCell(line, column.column, state().totals).amount : null;
  const contentOf = (place: CellPlace, write: typeof amountText): string => {
    const { column, line } = place;
    return column.kind === 'amount' ? write(amountOf(place), state().plan.header.unit) : line[column.kind];
  };
  const commit = (text: string): boolean => {
    const { session, onAskToFund, sayRefused, unsay } = latest.current;
    const { place } = cursor;
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
    begin: () => {
      const { place } = cursor;
      if (!place || latest.current.sayLocked(place)) return null;
      cursor.moveBy(0, 0);
      return contentOf(place, editText);
    },
    commit,
    clear: () => {
      const { place } = cursor;
      if (!place || latest.current.sayLocked(place) || place.column.kind === 'name') return;
      commit('');
    },
    navigate: (event) => navigate(cursor, event),
    move: (rows, columns) => cursor.moveBy(rows, columns),
    tab: (backwards) => cursor.tab(backwards),
    copyText: () => (cursor.place ? contentOf(cursor.place, amountText) : ''),
    multiline: () => cursor.place?.column.kind !== 'amount',
    cell: () => cursor.element(),
    changed: () => {
      const { mode, element } = input();
      latest.current.onEditing(mode === 'ready' ? null : element.value);
    },
  };
}
