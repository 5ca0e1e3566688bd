import {
  createGrid,
  type GetRowIdParams,
  type GridApi,
  type GridOptions,
  type RowClassParams,
} from 'ag-grid-community';
import { type CSSProperties, memo, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Line } from '../../shared/forms/layout.ts';
import type { Refusal } from '../../shared/refusal.ts';
import { lineId } from '../../shared/sheet/cell-place.ts';
import type { FillPlan } from '../../shared/sheet/fill.ts';
import { useText } from '../i18n/text.ts';
import type { Reviews } from '../session/reviews.ts';
import type { Session } from '../session/session.ts';
import { amountText } from './amount-text.ts';
import { type ColumnChoices, columnDefs, type GridView, NAME_WIDTH } from './column-defs.ts';
import { gridTheme } from './grid-theme.ts';
import { ROW_HEADER } from './pointer.ts';
import { rowHeight } from './row-height.ts';
import { SheetHands, type SheetNow } from './sheet-hands.ts';
import { useFindingMarks } from './use-finding-marks.ts';
import { useFollowTotals } from './use-follow-totals.ts';
import type { VisibleSheet } from './visible.ts';

/** What the sheet asks of the screen around it. */
export type SheetAsks = Omit<SheetNow, 'root' | 'api' | 'session' | 'visible' | 'zoom' | 'say' | 'sayFill'>;

export interface FormGridProps extends Pick<ColumnChoices, 'widths' | 'frozen'> {
  readonly session: Session;
  readonly reviews: Reviews;
  readonly visible: VisibleSheet;
  readonly collapsed: ReadonlySet<string>;
  readonly changed: GridView['changed'];
  readonly nonce: string;
  readonly comfortable: boolean;
  /** Of 1. */
  readonly zoom: number;
  readonly asks: SheetAsks;
  onHands(hands: SheetHands): void;
  onWidth(column: string, width: number): void;
}

/** Something said beside a cell: why it is locked, what is wrong with what was typed, what a fill will do. */
interface Hint {
  readonly text: string;
  readonly tone: 'refusal' | 'preview';
  readonly left: number;
  readonly top: number;
}

/** A form as a living sheet: AG Grid draws, the hands select, type and drag, the session keeps. */
export const FormGrid = memo((props: FormGridProps) => {
  const { session, reviews, visible, collapsed, changed, nonce, comfortable, zoom, widths, frozen } = props;
  const { layout } = visible;
  const { t, refusal: wordRefusal } = useText();
  const root = useRef<HTMLDivElement>(null);
  const api = useRef<GridApi<Line> | null>(null);
  const [hint, setHint] = useState<Hint | null>(null);
  const view = useFollowTotals(session, layout, api);
  useFindingMarks(reviews, layout, view, api);
  view.collapsed = collapsed;
  view.changed = changed;
  const rows = useMemo(() => visible.lines.slice(0, visible.rows), [visible]);
  const totalRows = useMemo(() => visible.lines.slice(visible.rows), [visible]);

  const now = useRef<SheetNow | null>(null);
  const hands = useRef<SheetHands | null>(null);
  const say = (refusal: Refusal | null): void => {
    setHint(refusal && hintAt(root.current, hands.current, wordRefusal(refusal), 'refusal'));
  };
  const sayFill = (plan: FillPlan | null): void => {
    setHint(plan && hintAt(root.current, hands.current, fillText(plan), 'preview'));
  };
  now.current = { ...props.asks, root: root.current, api: api.current, session, visible, zoom, say, sayFill };
  if (!hands.current) {
    const latest = (): SheetNow => {
      if (!now.current) throw new Error('the sheet is asked before it is drawn');
      return { ...now.current, root: root.current, api: api.current };
    };
    hands.current = new SheetHands(latest, t('cell.editor'));
    props.onHands(hands.current);
  }
  const sheet = hands.current;

  function fillText({ cells, skipped }: FillPlan): string {
    const last = cells.at(-1);
    const { unit } = session.store.getState().plan.header;
    const value = last ? ('amount' in last ? amountText(last.amount, unit) : last.text) : '';
    const text = t('fill.preview', { count: cells.length, value });
    return skipped > 0 ? `${text} ${t('fill.skipped', { count: skipped })}` : text;
  }

  useEffect(() => (root.current ? sheet.attach(root.current) : undefined), [sheet]);
  useEffect(() => {
    // The grid draws new lines in its own time; the marks are set again when it has.
    if (visible.lines.length > 0) sheet.settle();
  }, [visible, sheet]);
  useEffect(() => {
    api.current?.refreshCells({ columns: [ROW_HEADER], force: true });
    if (collapsed.size >= 0) sheet.resized();
  }, [collapsed, sheet]);
  useEffect(() => {
    if (changed || changed === null) api.current?.refreshCells({ force: true });
  }, [changed]);
  const marksChanged = changed !== null;
  const columns = useMemo(
    () => columnDefs(layout, view, { widths, frozen, marksChanged, zoom }, t),
    [layout, view, marksChanged, widths, frozen, zoom, t],
  );

  const { onWidth } = props;
  const nameWidth = widths.name ?? NAME_WIDTH;
  const drawn = { columns, rows, totalRows, onWidth, nameWidth, comfortable, zoom };
  const latest = useRef(drawn);
  latest.current = drawn;
  const style = useMemo<CSSProperties>(() => ({ ['--zoom' as string]: zoom }), [zoom]);
  const frame = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (!frame.current) return;
    const grid = createGrid<Line>(frame.current, {
      ...OPTIONS,
      styleNonce: nonce,
      columnDefs: latest.current.columns,
      rowData: latest.current.rows,
      pinnedBottomRowData: latest.current.totalRows,
      getRowHeight: ({ data }) => data && rowHeight(data, latest.current),
      onFirstDataRendered: () => sheet.settle(),
      onModelUpdated: () => sheet.resized(),
      onDisplayedColumnsChanged: () => sheet.resized(),
      onBodyScroll: ({ left, direction }) => {
        if (direction === 'horizontal') sheet.layer.clip(left);
        sheet.input.follow();
      },
      // The active cell's element may be another one by now.
      onBodyScrollEnd: () => sheet.selection.mark(),
      onColumnResized: ({ column, finished, source }) => {
        sheet.resized();
        if (!finished || !column || source !== 'uiColumnResized') return;
        latest.current.onWidth(column.getColId(), column.getActualWidth() / latest.current.zoom);
      },
    });
    api.current = grid;
    return () => {
      api.current = null;
      grid.destroy();
    };
  }, [sheet, nonce]);
  useLayoutEffect(() => {
    api.current?.updateGridOptions({ rowData: rows, pinnedBottomRowData: totalRows });
  }, [rows, totalRows]);
  useLayoutEffect(() => api.current?.setGridOption('columnDefs', columns), [columns]);
  useEffect(() => {
    api.current?.updateGridOptions({
      headerHeight: Math.round(HEADING * zoom),
      groupHeaderHeight: Math.round(GROUP_HEADING * zoom),
    });
    if (nameWidth > 0 || comfortable) api.current?.resetRowHeights();
    // Pinned rows are measured only when they come.
    api.current?.setGridOption('pinnedBottomRowData', []);
    api.current?.setGridOption('pinnedBottomRowData', latest.current.totalRows);
    sheet.resized();
  }, [nameWidth, comfortable, zoom, sheet]);

  return (
    <div className={comfortable ? 'form-grid is-comfortable' : 'form-grid'} ref={root} style={style}>
      <div ref={frame} />
      {hint && (
        <div
          className={`cell-hint cell-hint-${hint.tone}`}
          role={hint.tone === 'refusal' ? 'alert' : 'status'}
          style={{ left: hint.left, top: hint.top }}
        >
          {hint.text}
        </div>
      )}
    </div>
  );
});

function getRowId({ data }: GetRowIdParams<Line>): string {
  return lineId(data);
}

/** Pixels at a zoom of 1. */
const HEADING = 30;
const GROUP_HEADING = 30;

const OPTIONS: GridOptions<Line> = {
  theme: gridTheme,
  defaultColDef: {
    sortable: false,
    resizable: true,
    cellDataType: false,
    minWidth: 36,
    suppressHeaderMenuButton: true,
  },
  getRowId,
  rowClassRules: {
    'row-parent': ({ data }: RowClassParams<Line>) => data?.kind === 'row' && !data.leaf,
    'row-total': ({ data }: RowClassParams<Line>) => data?.kind === 'total',
  },
  animateRows: false,
  suppressMovableColumns: true,
  suppressCellFocus: true,
  suppressHeaderFocus: true,
  suppressRowTransform: true,
};

/** Under the active cell, inside the grid's frame. */
function hintAt(
  root: HTMLElement | null,
  hands: SheetHands | null,
  text: string,
  tone: Hint['tone'],
): Hint | null {
  const frame = root?.getBoundingClientRect();
  if (!root || !frame) return null;
  const cell = hands?.selection.element()?.getBoundingClientRect();
  // The active cell may be scrolled away: then it is said in the middle of the sheet.
  const [x, y] = cell
    ? [cell.left - frame.left, cell.bottom - frame.top]
    : [frame.width / 3, frame.height / 3];
  const left = Math.max(8, Math.min(x, root.offsetWidth - 380));
  return { text, tone, left, top: Math.min(y + 2, root.offsetHeight - 60) };
}
