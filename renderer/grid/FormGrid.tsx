import type {
  GetRowIdParams,
  GridApi,
  GridReadyEvent,
  RowClassParams,
  RowHeightParams,
} from 'ag-grid-community';
import { AgGridReact } from 'ag-grid-react';
import { memo, useCallback, useMemo, useRef, useState } from 'react';
import type { FormLayout, Line } from '../../shared/forms/layout.ts';
import { type CellPlace, lockedBecause } from '../../shared/sheet/cell-place.ts';
import { useText } from '../i18n/text.ts';
import type { Session } from '../session/session.ts';
import { columnDefs } from './column-defs.ts';
import type { FundQuestion } from './commit.ts';
import { gridTheme } from './grid-theme.ts';
import { ONE_LINE, rowHeight } from './row-height.ts';
import { useFollowTotals } from './use-follow-totals.ts';
import { useSheet } from './use-sheet.ts';

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

/** A form as a living sheet: AG Grid draws, the cursor moves, the one input types, the session keeps. */
export const FormGrid = memo((props: FormGridProps) => {
  const { session, layout, nonce } = props;
  const { t, refusal: wordRefusal } = useText();
  const root = useRef<HTMLDivElement>(null);
  const api = useRef<GridApi<Line> | null>(null);
  const [hint, setHint] = useState<Hint | null>(null);
  const view = useFollowTotals(session, layout, api);
  const rows = useMemo(() => layout.lines.filter((line) => line.kind === 'row'), [layout]);
  const totalRows = useMemo(() => layout.lines.filter((line) => line.kind === 'total'), [layout]);

  const { onPlace, onEditing, onAskToFund } = props;
  const { cursor, input } = useSheet({
    root,
    api,
    session,
    layout,
    name: t('cell.editor'),
    onPlace,
    onEditing,
    onAskToFund,
    sayLocked: (place) => {
      const why = lockedBecause(place);
      if (why) setHint(hintAt(root.current, cursor.element(), wordRefusal({ code: why, params: {} })));
      return why !== null;
    },
    sayRefused: (refusal) => setHint(hintAt(root.current, cursor.element(), wordRefusal(refusal))),
    unsay: () => setHint(null),
  });

  const columns = useMemo(() => columnDefs(layout, view, cursor, t), [layout, view, cursor, t]);

  // The grid is handed the same functions at every drawing: new ones would make it set itself up anew.
  const onGridReady = useCallback((event: GridReadyEvent<Line>) => {
    api.current = event.api;
  }, []);
  const onFirstDataRendered = useCallback(() => cursor.settle(), [cursor]);
  const onBodyScroll = useCallback(() => input.follow(), [input]);

  return (
    <div className="form-grid" ref={root}>
      <AgGridReact<Line>
        theme={gridTheme}
        styleNonce={nonce}
        columnDefs={columns}
        defaultColDef={DEFAULT_COLUMN}
        rowData={rows}
        pinnedBottomRowData={totalRows}
        getRowId={getRowId}
        getRowHeight={getRowHeight}
        rowClassRules={ROW_CLASSES}
        tooltipShowDelay={600}
        animateRows={false}
        suppressMovableColumns={true}
        suppressCellFocus={true}
        suppressRowTransform={true}
        onGridReady={onGridReady}
        onFirstDataRendered={onFirstDataRendered}
        onBodyScroll={onBodyScroll}
      />
      {hint && (
        <div className="cell-hint" role="alert" style={{ left: hint.left, top: hint.top }}>
          {hint.text}
        </div>
      )}
    </div>
  );
});

const getRowId = ({ data }: GetRowIdParams<Line>): string => data.id ?? `total:${data.code}`;

const getRowHeight = ({ data }: RowHeightParams<Line>): number => (data ? rowHeight(data) : ONE_LINE);

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

/** Under the active cell, inside the grid's frame. */
function hintAt(root: HTMLElement | null, active: HTMLElement | null, text: string): Hint | null {
  const cell = active?.getBoundingClientRect();
  const frame = root?.getBoundingClientRect();
  if (!cell || !frame) return null;
  const left = Math.max(8, Math.min(cell.left - frame.left, frame.width - 380));
  return { text, left, top: Math.min(cell.bottom - frame.top + 2, frame.height - 60) };
}
