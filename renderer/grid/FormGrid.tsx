import type { CellFocusedEvent, GridApi, GridReadyEvent, RowClassParams } from 'ag-grid-community';
import { AgGridReact } from 'ag-grid-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { GRAND_TOTAL } from '../../shared/engine/totals.ts';
import type { FormLayout, Line } from '../../shared/forms/layout.ts';
import { useText } from '../i18n/text.ts';
import type { Session } from '../session/session.ts';
import { type CellPlace, lineAt, lockedBecause, placeOf } from './cell-place.ts';
import { changedCellsOf } from './changed-columns.ts';
import { columnDefs, type GridView } from './column-defs.ts';
import type { FundQuestion } from './commit.ts';
import { gridTheme } from './grid-theme.ts';
import { ONE_LINE, rowHeight } from './row-height.ts';
import { useCellInput } from './use-cell-input.ts';

export interface FormGridProps {
  readonly session: Session;
  readonly layout: FormLayout;
  readonly nonce: string;
  onPlace(place: CellPlace | null): void;
  onEditing(text: string | null): void;
  onAskToFund(question: FundQuestion): void;
}

/** Something said beside a cell: why it is locked, or what is wrong with what was typed. */
interface Hint {
  readonly text: string;
  readonly left: number;
  readonly top: number;
}

/** A form as a living sheet: AG Grid draws and navigates, the one input types, the session keeps. */
export function FormGrid(props: FormGridProps) {
  const { session, layout, nonce } = props;
  const { t, refusal: wordRefusal } = useText();
  const root = useRef<HTMLDivElement>(null);
  const api = useRef<GridApi<Line> | null>(null);
  const [hint, setHint] = useState<Hint | null>(null);
  const view = useRef<GridView>(gridView(session)).current;
  const columns = useMemo(() => columnDefs(layout, view, t), [layout, view, t]);
  const rows = useMemo(() => layout.lines.filter((line) => line.kind === 'row'), [layout]);
  const totalRows = useMemo(() => layout.lines.filter((line) => line.kind === 'total'), [layout]);
  const changedCells = useMemo(() => changedCellsOf(layout), [layout]);

  useEffect(() => {
    const follow = (): void => {
      Object.assign(view, gridView(session));
    };
    follow();
    const stopTotals = session.onTotals((changed) => {
      follow();
      const grid = api.current;
      if (!grid) return;
      if (changed === 'all') {
        grid.refreshCells();
        return;
      }
      const cells = changedCells(changed);
      const nodes = [...cells.rows].flatMap((at) => {
        if (at !== GRAND_TOTAL) return grid.getDisplayedRowAtIndex(at) ?? [];
        return totalRows.flatMap((_, index) => grid.getPinnedBottomRow(index) ?? []);
      });
      if (nodes.length > 0) grid.refreshCells({ rowNodes: nodes, columns: [...cells.columns] });
    });
    let unit = view.unit;
    const stopStore = session.store.subscribe(() => {
      follow();
      if (unit !== view.unit) api.current?.refreshCells({ force: true });
      unit = view.unit;
    });
    return () => {
      stopTotals();
      stopStore();
    };
  }, [session, view, changedCells, totalRows]);

  const input = useCellInput({
    root,
    api,
    session,
    layout,
    onEditing: props.onEditing,
    onAskToFund: props.onAskToFund,
    sayLocked: (place) => {
      const why = lockedBecause(place);
      if (why) setHint(hintAt(root.current, t(why)));
      return why !== null;
    },
    sayRefused: (refusal) => setHint(hintAt(root.current, wordRefusal(refusal))),
    unsay: () => setHint(null),
    name: t('cell.editor'),
  });

  return (
    <div className="form-grid" ref={root}>
      <AgGridReact<Line>
        theme={gridTheme}
        styleNonce={nonce}
        columnDefs={columns}
        defaultColDef={DEFAULT_COLUMN}
        rowData={rows}
        pinnedBottomRowData={totalRows}
        getRowId={({ data }) => data.id ?? `total:${data.code}`}
        getRowHeight={({ data }) => (data ? rowHeight(data) : ONE_LINE)}
        rowClassRules={ROW_CLASSES}
        tooltipShowDelay={600}
        suppressColumnVirtualisation={false}
        animateRows={false}
        suppressMovableColumns={true}
        onGridReady={(event: GridReadyEvent<Line>) => {
          api.current = event.api;
        }}
        onCellFocused={(event: CellFocusedEvent<Line>) => {
          if (input.current?.mode === 'ready') setHint(null);
          const at = event.rowIndex;
          const column = event.column;
          if (at === null || column === null || typeof column === 'string') return;
          const line = lineAt(event.api, at, event.rowPinned === 'bottom');
          const place = line && placeOf(layout, line, column.getColId());
          props.onPlace(place ?? null);
        }}
        onCellDoubleClicked={() => input.current?.edit()}
      />
      {hint && (
        <div className="cell-hint" role="alert" style={{ left: hint.left, top: hint.top }}>
          {hint.text}
        </div>
      )}
    </div>
  );
}

const DEFAULT_COLUMN = {
  sortable: false,
  resizable: true,
  cellDataType: false,
  suppressHeaderMenuButton: true,
} as const;

const ROW_CLASSES = {
  'row-parent': ({ data }: RowClassParams<Line>) => data?.kind === 'row' && !data.leaf,
  'row-total': ({ data }: RowClassParams<Line>) => data?.kind === 'total',
};

function gridView(session: Session): GridView {
  const { totals, plan } = session.store.getState();
  const unconfirmed = new Set<string>(plan.rows.filter((row) => !row.confirmed).map((row) => row.id));
  return { totals, unit: plan.header.unit, unconfirmed };
}

/** Under the focused cell, inside the grid's frame. */
function hintAt(root: HTMLElement | null, text: string): Hint | null {
  const cell = root?.querySelector('.ag-cell-focus')?.getBoundingClientRect();
  const frame = root?.getBoundingClientRect();
  if (!cell || !frame) return null;
  const left = Math.max(8, Math.min(cell.left - frame.left, frame.width - 380));
  return { text, left, top: Math.min(cell.bottom - frame.top + 2, frame.height - 60) };
}
