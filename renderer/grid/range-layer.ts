import type { GridApi } from 'ag-grid-community';
import type { Line } from '../../shared/forms/layout.ts';
import { columnId } from '../../shared/sheet/cell-place.ts';
import type { Rect } from '../../shared/sheet/sheet.ts';
import type { VisibleSheet } from './visible.ts';

/** What is drawn over the cells: the selection, what was copied, where a fill would go, where rows would drop. */
export interface RangeMark {
  readonly kind: 'selected' | 'active' | 'copied' | 'fill';
  readonly rect: Rect;
  /** Whether its corner carries the fill handle. */
  readonly handle?: boolean;
}

interface Span {
  readonly start: number;
  readonly size: number;
}

interface Reach {
  readonly start: number;
  readonly end: number;
}

const NOTHING: Reach = { start: Number.POSITIVE_INFINITY, end: Number.NEGATIVE_INFINITY };
/** Pixels that the fill handle stands out of its box. */
const HANDLE_OVERHANG = 4;

/** Rows scroll or are pinned at the bottom; columns scroll or are pinned at the left: four planes to draw on. */
type RowPart = 'rows' | 'totals';
type ColumnPart = 'scrolling' | 'pinned';

const CONTAINER: Readonly<Record<RowPart, string>> = {
  rows: '.ag-grid-scrolling-container',
  totals: '.ag-grid-pinned-bottom-rows-container',
};

/**
 * Rectangles over the grid's cells. They lie in the grid's own scrolling elements, so that the browser moves them
 * with the cells and scrolling costs no script; a change of the selection writes a few styles and touches no cell.
 */
export class RangeLayer {
  readonly #planes = new Map<string, HTMLElement>();
  readonly #root: () => HTMLElement | null;
  readonly #api: () => GridApi<Line> | null;
  readonly #sheet: () => VisibleSheet;
  #drop: { readonly line: number; readonly indent: number } | null = null;
  #marks: readonly RangeMark[] = [];
  /** Pixels that the grid is scrolled sideways, as it last told: asking the page would make it lay itself out. */
  #scrolled = 0;
  /** From the leftmost to the rightmost pixel of what is drawn over the scrolling columns. */
  #reach: Reach = NOTHING;

  constructor(root: () => HTMLElement | null, api: () => GridApi<Line> | null, sheet: () => VisibleSheet) {
    this.#root = root;
    this.#api = api;
    this.#sheet = sheet;
  }

  draw(marks: readonly RangeMark[]): void {
    this.#marks = marks;
    this.redraw();
  }

  /** Where dragged rows would land: before a row of the sheet, at an indentation in pixels. Null takes it away. */
  showDrop(drop: { readonly line: number; readonly indent: number } | null): void {
    this.#drop = drop;
    this.redraw();
  }

  /** After rows or columns changed their sizes or places. */
  redraw(): void {
    this.#reach = NOTHING;
    for (const rows of ['rows', 'totals'] as const) {
      for (const columns of ['scrolling', 'pinned'] as const) this.#drawPlane(rows, columns);
    }
    this.clip();
  }

  /**
   * What scrolls sideways must not show through the pinned columns, which lie beneath these planes. Only while a box
   * passes their edge is anything written: each writing costs a frame its styles anew.
   */
  clip(scrolled = this.#scrolled): void {
    this.#scrolled = scrolled;
    const { start, end } = this.#reach;
    const edge = Math.min(scrolled + this.#pinnedWidth(), end);
    const clip = edge > start ? `inset(-2px -2px -2px ${edge}px)` : '';
    for (const rows of ['rows', 'totals']) {
      const plane = this.#planes.get(`${rows} scrolling`);
      if (plane && plane.style.clipPath !== clip) plane.style.clipPath = clip;
    }
  }

  #drawPlane(rows: RowPart, columns: ColumnPart): void {
    const plane = this.#plane(rows, columns);
    if (!plane) return;
    const boxes: string[] = [];
    for (const mark of this.#marks) {
      const down = this.#down(mark.rect, rows);
      const across = this.#across(mark.rect, columns);
      if (!down || !across) continue;
      const ends = mark.handle === true && this.#endsHere(mark.rect, rows, columns);
      if (columns === 'scrolling') this.#reachOver(across);
      boxes.push(boxKey(`range range-${mark.kind}`, across, down, ends));
    }
    if (this.#drop && rows === 'rows' && columns === 'pinned') {
      const at = this.#rowSpan(this.#drop.line, 'rows');
      const start = at ? at.start : this.#bottomOfRows();
      const { indent } = this.#drop;
      const across = { start: indent, size: Math.max(40, this.#pinnedWidth() - indent) };
      boxes.push(boxKey('row-drop', across, { start: start - 2, size: 3 }, false));
    }
    if (columns === 'pinned') plane.style.width = `${this.#pinnedWidth()}px`;
    fill(plane, boxes);
  }

  #reachOver({ start, size }: Span): void {
    this.#reach = {
      start: Math.min(this.#reach.start, start),
      end: Math.max(this.#reach.end, start + size + HANDLE_OVERHANG),
    };
  }

  /** Made once in each place; the grid may have made that place anew since. */
  #plane(rows: RowPart, columns: ColumnPart): HTMLElement | null {
    const container = this.#root()?.querySelector(CONTAINER[rows]);
    if (!container) return null;
    const key = `${rows} ${columns}`;
    const known = this.#planes.get(key);
    if (known?.parentElement === container) return known;
    const plane = document.createElement('div');
    plane.className = `range-plane range-plane-${columns}`;
    plane.setAttribute('role', 'presentation');
    container.append(plane);
    this.#planes.set(key, plane);
    return plane;
  }

  #down(rect: Rect, part: RowPart): Span | null {
    const { rows, lines } = this.#sheet();
    const [first, last] = part === 'rows' ? [0, rows - 1] : [rows, lines.length - 1];
    const [top, bottom] = [Math.max(rect.top, first), Math.min(rect.bottom, last)];
    if (top > bottom) return null;
    const [from, to] = [this.#rowSpan(top, part), this.#rowSpan(bottom, part)];
    return from && to ? { start: from.start, size: to.start + to.size - from.start } : null;
  }

  #rowSpan(line: number, part: RowPart): Span | null {
    const api = this.#api();
    const { rows } = this.#sheet();
    const node = part === 'rows' ? api?.getDisplayedRowAtIndex(line) : api?.getPinnedBottomRow(line - rows);
    if (!node || node.rowTop === null) return null;
    return { start: node.rowTop, size: node.rowHeight ?? 0 };
  }

  #bottomOfRows(): number {
    const last = this.#rowSpan(this.#sheet().rows - 1, 'rows');
    return last ? last.start + last.size : 0;
  }

  #across(rect: Rect, part: ColumnPart): Span | null {
    const api = this.#api();
    if (!api) return null;
    let [start, end] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (const column of this.#sheet().columns.slice(rect.left, rect.right + 1)) {
      const shown = api.getColumn(columnId(column));
      if (!shown || shown.isPinnedLeft() !== (part === 'pinned')) continue;
      const left = (shown.getLeft() ?? 0) + (part === 'pinned' ? 0 : this.#pinnedWidth());
      start = Math.min(start, left);
      end = Math.max(end, left + shown.getActualWidth());
    }
    return start < end ? { start, size: end - start } : null;
  }

  #endsHere(rect: Rect, rows: RowPart, columns: ColumnPart): boolean {
    const sheet = this.#sheet();
    const last = sheet.columns[rect.right];
    const pinned = last ? this.#api()?.getColumn(columnId(last))?.isPinnedLeft() === true : false;
    return pinned === (columns === 'pinned') && rect.bottom >= sheet.rows === (rows === 'totals');
  }

  #pinnedWidth(): number {
    const columns = this.#api()?.getAllDisplayedColumns() ?? [];
    return columns.reduce((width, one) => width + (one.isPinnedLeft() ? one.getActualWidth() : 0), 0);
  }
}

function boxKey(kind: string, across: Span, down: Span, handle: boolean): string {
  return `${kind}|${across.start}|${down.start}|${across.size}|${down.size}|${handle ? 1 : 0}`;
}

/** Brings a plane's boxes to these, reusing its elements. */
function fill(plane: HTMLElement, boxes: readonly string[]): void {
  while (plane.childElementCount > boxes.length) plane.lastElementChild?.remove();
  for (const [at, box] of boxes.entries()) {
    const found = plane.children[at];
    const element = found instanceof HTMLElement ? found : plane.appendChild(document.createElement('div'));
    if (element.dataset.box === box) continue;
    element.dataset.box = box;
    const [kind = '', left, top, width, height, handle] = box.split('|');
    element.className = kind;
    const { style } = element;
    style.left = `${left}px`;
    style.top = `${top}px`;
    style.width = `${width}px`;
    style.height = `${height}px`;
    element.replaceChildren();
    if (handle === '1') element.appendChild(document.createElement('div')).className = 'fill-handle';
  }
}
