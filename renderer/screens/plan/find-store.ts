import { useMemo } from 'react';
import { useStore } from 'zustand';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { type FindQuery, type FoundCell, findCells } from '../../../shared/sheet/find.ts';
import { useAfterFrame } from '../../session/use-after-frame.ts';
import type { PlanContext } from './plan-context.ts';

export interface FindState {
  readonly query: FindQuery;
  readonly replacement: string;
}

export type FindStore = StoreApi<FindState>;

export function createFindStore(): FindStore {
  return createStore<FindState>(() => ({
    query: { text: '', fold: true, wholeCell: false, in: 'all' },
    replacement: '',
  }));
}

/** What the query finds in the sheet as it stands. */
export function useFound(store: FindStore, context: PlanContext): readonly FoundCell[] {
  const query = useStore(store, (state) => state.query);
  const mode = useStore(context.dialogs, ({ find }) => find);
  const version = useAfterFrame(context.session.store, (state) => state.version);
  const shown = useStore(context.view, ({ form, collapsed, filter }) =>
    [form, collapsed.size, filter?.kind].join(),
  );
  return useMemo(() => {
    const stale = mode === 'closed' || version < 0 || shown === '' || query.text === '';
    return stale ? [] : findCells(context.hands().sheet(), query);
  }, [context, query, mode, version, shown]);
}

/** Goes to the next or previous find after the active cell, round the end of the sheet. */
export function goToFound({ query }: FindState, context: PlanContext, direction: 1 | -1): void {
  if (query.text === '') {
    context.dialogs.setState({ find: 'find' });
    return;
  }
  const hands = context.hands();
  const found = findCells(hands.sheet(), query);
  const [line, column] = hands.selection.activeAt;
  const isAfter = (cell: FoundCell): boolean =>
    cell.line > line || (cell.line === line && cell.column > column);
  const isBefore = (cell: FoundCell): boolean =>
    cell.line < line || (cell.line === line && cell.column < column);
  const next = direction > 0 ? (found.find(isAfter) ?? found[0]) : (found.findLast(isBefore) ?? found.at(-1));
  if (next) hands.selection.goTo(next.line, next.column);
  else context.refuse({ code: 'find.nothing', params: { text: query.text } });
}
