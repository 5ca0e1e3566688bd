import type { Line } from '../../shared/forms/layout.ts';
import { lineId } from '../../shared/sheet/cell-place.ts';
import type { Rect } from '../../shared/sheet/sheet.ts';
import { EdgeScroll } from './edge-scroll.ts';
import { type FillDrag, fillTarget } from './fill-target.ts';
import { type DropPlace, dropPlace } from './row-drop.ts';
import { holds, type Selection } from './selection.ts';
import type { VisibleSheet } from './visible.ts';

export const ROW_HEADER = 'header';
/** A row's border belongs to none of its cells: pixels from it into the cell that it ends, also when zoomed. */
const BORDER = 2;
/** Pixels at the left of a row header that open and close the row. */
const TOGGLE_WIDTH = 14;
const CELLS = '.ag-cell, .ag-header-cell, .ag-header-group-cell';
/** Cells beside and beneath those that scroll. */
const PINNED = '.ag-grid-pinned-left-cells, .ag-grid-pinned-bottom-rows';
/** Pixels that a pressed row header moves before it is a drag. */
const DRAG_START = 5;

/** What the mouse works on. */
export interface PointerGround {
  readonly selection: Selection;
  root(): HTMLElement | null;
  sheet(): VisibleSheet;
  /** Of 1. */
  zoom(): number;
  /** Finishes an edit under way; false where its text was refused and the mouse does nothing. */
  finish(): boolean;
  edit(): void;
  focus(): void;
  toggle(line: Line): void;
  previewFill(drag: FillDrag | null): void;
  fill(drag: FillDrag): void;
  previewDrop(drop: DropPlace | null): void;
  moveRows(lines: readonly Line[], drop: DropPlace): void;
  /** The right button, at a place of the window. */
  contextMenu(x: number, y: number): void;
}

/** A cell by its place among the shown lines and columns. */
interface Spot {
  readonly line: number;
  readonly column: number;
}

/** What a pressed mouse is doing. */
interface Drag {
  move(event: MouseEvent): void;
  drop(event: MouseEvent): void;
}

/**
 * The mouse over the sheet. Heard from the page itself: the grid tells of clicks a turn later, when the next key may
 * already have come.
 */
export class Pointer {
  readonly #ground: PointerGround;
  readonly #edges: EdgeScroll;
  #drag: Drag | null = null;
  #last: MouseEvent | null = null;

  constructor(ground: PointerGround) {
    this.#ground = ground;
    this.#edges = new EdgeScroll(ground.root, () => {
      // Without the cell that the event knows: it has scrolled away from under the mouse.
      if (this.#last) this.#drag?.move(new MouseEvent('mousemove', this.#last));
    });
  }

  /** Listens on the sheet's element; answers how to stop. */
  listen(root: HTMLElement): () => void {
    const stop = new AbortController();
    const { signal } = stop;
    root.addEventListener('mousedown', (event) => this.#onDown(event), { signal });
    root.addEventListener('dblclick', (event) => this.#onDoubleClick(event), { signal });
    root.addEventListener('contextmenu', (event) => this.#onContextMenu(event), { signal });
    window.addEventListener('mousemove', (event) => this.#onMove(event), { signal });
    window.addEventListener('mouseup', (event) => this.#onUp(event), { signal });
    return () => {
      stop.abort();
      this.#edges.stop();
    };
  }

  /** Escape: whatever is being dragged stays where it was. */
  cancel(): boolean {
    if (!this.#drag) return false;
    this.#end();
    return true;
  }

  #onDown(event: MouseEvent): void {
    const target = event.target;
    if (!(target instanceof Element) || target.closest('.cell-input, .ag-header-cell-resize')) return;
    if (event.button !== 0) return;
    const began = this.#begin(event, target);
    if (began === undefined) return;
    // The input keeps the keyboard: a click moves the cursor and takes nothing away.
    event.preventDefault();
    this.#ground.focus();
    this.#drag = began;
    this.#edges.begin(event);
    if (began) this.#ground.root()?.classList.add('is-dragging');
  }

  /** Undefined where the click is none of ours, null where it is done at once. */
  #begin(event: MouseEvent, target: Element): Drag | null | undefined {
    const { selection } = this.#ground;
    if (target.closest('.fill-handle')) return this.#dragFill(selection.rect);
    const header = target.closest('.ag-header-cell, .ag-header-group-cell');
    if (header) return this.#onHeader(event, header);
    const spot = this.spotOf(this.#besideBorder(event, target));
    if (!spot) return undefined;
    const line = this.#ground.sheet().lines[spot.line];
    if (!line || !this.#ground.finish()) return null;
    return spot.column < 0 ? this.#onRowHeader(event, spot.line, line) : this.#onCell(event, spot);
  }

  #onCell(event: MouseEvent, { line, column }: Spot): Drag {
    const { selection } = this.#ground;
    const shown = this.#ground.sheet().lines[line];
    const id = this.#columnId(column);
    if (event.shiftKey) selection.extendTo({ line: shown ? lineId(shown) : '', column: id });
    else if (shown && (event.ctrlKey || event.metaKey)) selection.add(shown, id);
    else if (shown) selection.moveTo(shown, id);
    return this.#extending(({ line: at, column: over }) => {
      const reached = this.#ground.sheet().lines[at];
      if (reached) selection.extendTo({ line: lineId(reached), column: this.#columnId(over) }, false);
    });
  }

  #onRowHeader(event: MouseEvent, at: number, line: Line): Drag | null {
    const { selection, toggle, sheet } = this.#ground;
    const cell = event.target instanceof Element ? event.target.closest('.ag-cell') : null;
    const inToggle = cell ? event.clientX - cell.getBoundingClientRect().left < TOGGLE_WIDTH : false;
    if (line.kind === 'row' && !line.leaf && inToggle) {
      toggle(line);
      return null;
    }
    const { rect } = selection;
    const whole = rect.left === 0 && rect.right === sheet().columns.length - 1;
    if (whole && holds(rect, at, 0) && !event.shiftKey && line.kind === 'row')
      return this.#dragRows(event, at);
    const from = event.shiftKey ? selection.activeAt[0] : at;
    selection.selectLines(from, at);
    return this.#extending((spot) => selection.selectLines(from, spot.line));
  }

  #onHeader(event: MouseEvent, header: Element): Drag | null | undefined {
    const found = this.#columnsUnder(header);
    if (!found) return undefined;
    const { selection, finish, sheet } = this.#ground;
    if (!finish()) return null;
    const [first, last] = found;
    if (first < 0) {
      selection.selectAll();
      return null;
    }
    const from = event.shiftKey ? selection.activeAt[1] : first;
    selection.selectColumns(Math.min(from, first), Math.max(from, last));
    return this.#extending((spot) => {
      const over = Math.max(0, Math.min(spot.column, sheet().columns.length - 1));
      selection.selectColumns(Math.min(from, over), Math.max(last, over));
    });
  }

  /** A drag that follows the cell under the mouse. */
  #extending(reach: (spot: Spot) => void): Drag {
    let known = '';
    return {
      move: (event) => {
        const spot = this.#spotAt(event);
        const key = spot ? `${spot.line} ${spot.column}` : '';
        if (!spot || key === known) return;
        known = key;
        reach({ line: spot.line, column: Math.max(0, spot.column) });
      },
      drop: () => undefined,
    };
  }

  #dragFill(source: Rect): Drag {
    const { previewFill, fill } = this.#ground;
    let drag: FillDrag | null = null;
    return {
      move: (event) => {
        const spot = this.#spotAt(event);
        if (!spot) return;
        drag = fillTarget(source, spot.line, Math.max(0, spot.column), event.ctrlKey);
        previewFill(drag);
      },
      drop: () => {
        previewFill(null);
        if (drag) fill(drag);
      },
    };
  }

  #dragRows(down: MouseEvent, at: number): Drag {
    const { selection, sheet, previewDrop, moveRows } = this.#ground;
    const { top, bottom } = selection.rect;
    const lines = sheet()
      .lines.slice(top, bottom + 1)
      .filter((line) => line.kind === 'row');
    let drop: DropPlace | null = null;
    let dragging = false;
    return {
      move: (event) => {
        dragging ||= Math.hypot(event.clientX - down.clientX, event.clientY - down.clientY) >= DRAG_START;
        if (!dragging) return;
        drop = this.#dropUnder(event, lines);
        previewDrop(drop);
      },
      drop: () => {
        previewDrop(null);
        if (!dragging) selection.selectLines(at, at);
        else if (drop) moveRows(lines, drop);
      },
    };
  }

  #dropUnder(event: MouseEvent, lines: readonly Line[]): DropPlace | null {
    const element = this.#elementAt(event);
    const cell = element?.closest('.ag-row');
    const spot = element ? this.spotOf(element) : null;
    if (!cell || !spot) return null;
    const { top, height } = cell.getBoundingClientRect();
    const before = spot.line + (event.clientY - top > height / 2 ? 1 : 0);
    const name = this.#ground.root()?.querySelector('.ag-header-cell[col-id="name"]');
    const left = name?.getBoundingClientRect().left ?? 0;
    return dropPlace(this.#ground.sheet(), lines, before, (event.clientX - left) / this.#ground.zoom());
  }

  #onMove(event: MouseEvent): void {
    if (!this.#drag) return;
    if ((event.buttons & 1) === 0) {
      // The button was let go outside the window.
      this.#end();
      return;
    }
    this.#last = event;
    this.#drag.move(event);
    this.#edges.follow(event);
  }

  #onUp(event: MouseEvent): void {
    const drag = this.#drag;
    this.#end();
    drag?.drop(event);
  }

  #end(): void {
    this.#drag = null;
    this.#last = null;
    this.#edges.stop();
    this.#ground.root()?.classList.remove('is-dragging');
    this.#ground.previewFill(null);
    this.#ground.previewDrop(null);
  }

  #onDoubleClick(event: MouseEvent): void {
    const { target } = event;
    const spot = target instanceof Element ? this.spotOf(this.#besideBorder(event, target)) : null;
    if (spot && spot.column >= 0) this.#ground.edit();
  }

  #onContextMenu(event: MouseEvent): void {
    const { selection, finish, sheet, contextMenu } = this.#ground;
    const target = event.target instanceof Element ? event.target : null;
    if (!target || target.closest('.cell-input-open')) return;
    event.preventDefault();
    const spot = this.spotOf(this.#besideBorder(event, target));
    if (spot && !selection.rects.some((rect) => holds(rect, spot.line, Math.max(0, spot.column)))) {
      const line = sheet().lines[spot.line];
      if (!line || !finish()) return;
      if (spot.column < 0) selection.selectLines(spot.line, spot.line);
      else selection.moveTo(line, this.#columnId(spot.column));
    }
    contextMenu(event.clientX, event.clientY);
  }

  /** The cell of an element; a column of -1 is the row header. */
  spotOf(element: Element): Spot | null {
    const cell = element.closest('.ag-cell');
    const column = cell?.getAttribute('col-id');
    const index = cell?.closest('[row-index]')?.getAttribute('row-index');
    if (!column || !index) return null;
    const { rows, columnAt } = this.#ground.sheet();
    const pinned = index.startsWith('b-');
    const at = Number.parseInt(pinned ? index.slice(2) : index, 10);
    return { line: pinned ? rows + at : at, column: columnAt.get(column) ?? -1 };
  }

  #spotAt(event: MouseEvent): Spot | null {
    const element = this.#elementAt(event);
    if (!element) return null;
    const header = element.closest('.ag-header-cell, .ag-header-group-cell');
    if (header) {
      const under = this.#columnsUnder(header);
      return under ? { line: 0, column: Math.max(0, under[1]) } : null;
    }
    return this.spotOf(element);
  }

  /** What the drag is over, or what is nearest to the mouse where that has left the grid. */
  #elementAt(event: MouseEvent): Element | null {
    // Asking for places makes the browser lay out what was just drawn; over a cell that scrolls the event itself knows.
    const target = event.target instanceof Element ? event.target : null;
    const root = this.#ground.root();
    if (target?.closest('.ag-cell') && !target.closest(PINNED) && root?.contains(target)) return target;
    const { x, y } = this.#edges.reached(event);
    return this.#cellAt(x, y) ?? this.#cellAt(x, y - BORDER) ?? this.#cellAt(x - BORDER, y);
  }

  #cellAt(x: number, y: number): Element | null {
    const root = this.#ground.root();
    // A scroll bar may lie over the last row.
    const under = document.elementsFromPoint(x, y);
    return under.find((one) => one.closest(CELLS) && root?.contains(one)) ?? null;
  }

  /** What was pressed; of a row's border the cell over it. */
  #besideBorder({ clientX, clientY }: MouseEvent, target: Element): Element {
    const isBorder = target.closest('.ag-row') && !target.closest('.ag-cell');
    return (isBorder && this.#cellAt(clientX, clientY - BORDER)) || target;
  }

  /** First and last column under a heading: of one column, or of all below a group; -1 for the row headers' corner. */
  #columnsUnder(header: Element): readonly [number, number] | null {
    const id = header.getAttribute('col-id') ?? '';
    if (id === ROW_HEADER) return [-1, -1];
    const { columnAt } = this.#ground.sheet();
    const own = columnAt.get(id);
    if (own !== undefined) return [own, own];
    const [first, last] = groupEnds(id).map((one) => columnAt.get(one));
    return first === undefined || last === undefined ? null : [first, last];
  }

  #columnId(column: number): string {
    for (const [id, at] of this.#ground.sheet().columnAt) if (at === column) return id;
    return 'name';
  }
}

/** A heading over several columns carries their ends in its id. */
export function groupId(first: string, last: string): string {
  return `${first}~${last}~`;
}

function groupEnds(id: string): string[] {
  return id.split('~').slice(0, 2);
}
