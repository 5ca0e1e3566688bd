import type { GridApi } from 'ag-grid-community';
import { type RefObject, useEffect, useMemo, useRef } from 'react';
import { GRAND_TOTAL } from '../../shared/engine/totals.ts';
import type { FormLayout, Line } from '../../shared/forms/layout.ts';
import type { Row } from '../../shared/plan/plan.ts';
import type { Changed, Session } from '../session/session.ts';
import { changedCellsOf } from './changed-columns.ts';
import type { GridView } from './column-defs.ts';

/** Keeps what the cells read up to the session, and has the grid redraw just the cells that show something new. */
export function useFollowTotals(
  session: Session,
  layout: FormLayout,
  api: RefObject<GridApi<Line> | null>,
): GridView {
  const view = useRef<GridView>({
    ...viewOf(session),
    collapsed: new Set(),
    changed: null,
    found: new Map(),
  }).current;
  const changedCells = useMemo(() => changedCellsOf(layout), [layout]);

  useEffect(() => {
    const follow = (): void => {
      Object.assign(view, viewOf(session));
    };
    follow();
    const redraw = (changed: Changed): void => {
      const grid = api.current;
      if (!grid || grid.isDestroyed()) return;
      if (changed === 'all') {
        grid.refreshCells();
        return;
      }
      const { rows, columns } = changedCells(changed);
      const nodes = [...rows].flatMap((at) => {
        // By id: rows may be hidden, so that its place on the screen is not its place in the plan.
        if (at !== GRAND_TOTAL) return grid.getRowNode(layout.lines[at]?.id ?? '') ?? [];
        return layout.form.totalRows.flatMap((_, index) => grid.getPinnedBottomRow(index) ?? []);
      });
      if (nodes.length > 0) grid.refreshCells({ rowNodes: nodes, columns: [...columns] });
    };
    const stopTotals = session.onTotals((changed) => {
      follow();
      // After the gesture: it may move on to the next cell, which is cheap only while nothing was drawn.
      queueMicrotask(() => redraw(changed));
    });
    let { unit } = view;
    const stopStore = session.store.subscribe(() => {
      follow();
      if (unit !== view.unit) api.current?.refreshCells({ force: true });
      unit = view.unit;
    });
    return () => {
      stopTotals();
      stopStore();
    };
  }, [session, view, api, changedCells, layout]);
  return view;
}

function viewOf(session: Session): Pick<GridView, 'totals' | 'unit' | 'unconfirmed'> {
  const { totals, plan } = session.store.getState();
  return { totals, unit: plan.header.unit, unconfirmed: unconfirmedOf(plan.rows) };
}

const known = new WeakMap<readonly Row[], ReadonlySet<string>>();

function unconfirmedOf(rows: readonly Row[]): ReadonlySet<string> {
  const found = known.get(rows);
  if (found) return found;
  const unconfirmed = new Set<string>(rows.filter((row) => !row.confirmed).map((row) => row.id));
  known.set(rows, unconfirmed);
  return unconfirmed;
}
