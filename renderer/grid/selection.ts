import type { GridApi } from 'ag-grid-community';
import type { Line } from '../../shared/forms/layout.ts';
import { type CellPlace, columnId, lineId } from '../../shared/sheet/cell-place.ts';
import type { Rect } from '../../shared/sheet/sheet.ts';
import type { VisibleSheet } from './visible.ts';

/** What a selection needs of the grid that it lives in. */
export interface SelectionGround {
  root(): HTMLElement | null;
  api(): GridApi<Line> | null;
  sheet(): VisibleSheet;
  /** The active cell moved. */
  moved(place: CellPlace): void;
  /** The selected cells changed, or where they stand. */
  changed(): void;
}

/** A cell by identity, so that it stays with its row when rows are added, moved or hidden around it. */
export interface CellKey {
  readonly line: string;
  readonly column: string;
}

interface Range {
  readonly anchor: CellKey;
  readonly extent: CellKey;
}

export const MARK = 'cell-active';

/**
 * The active cell and the selected rectangles, the last of which is the one that grows. They are ours and not the
 * grid's focus: focusing a cell's element makes the browser lay the page out anew at every move, and would take the
 * keyboard from the input that must already have it when a key comes.
 */
export class Selection {
  readonly #ground: SelectionGround;
  #active: CellKey = { line: '', column: 'name' };
  #ranges: readonly Range[] = [];
  #marked: HTMLElement | null = null;
  /** Where the active line last stood: what takes its place when it is gone. */
  #lastLine = 0;
  /** The column in which a row of Tabs began: Enter goes back to it, as in Excel. */
  #tabStart: number | null = null;

  constructor(ground: SelectionGround) {
    this.#ground = ground;
  }

  get place(): CellPlace | null {
    const { lines, columns } = this.#ground.sheet();
    const [at, column] = this.#where(this.#active);
    const [line, sheetColumn] = [lines[at], columns[column]];
    return line && sheetColumn ? { line, column: sheetColumn } : null;
  }

  /** The selected rectangles as they stand now; the last one grows. */
  get rects(): readonly Rect[] {
    return this.#ranges.map(({ anchor, extent }) => this.#rectOf(anchor, extent));
  }

  /** The rectangle that grows: of one cell, where nothing else is selected. */
  get rect(): Rect {
    return this.rects.at(-1) ?? this.#rectOf(this.#active, this.#active);
  }

  get isOneCell(): boolean {
    const { top, left, bottom, right } = this.rect;
    return this.#ranges.length <= 1 && top === bottom && left === right;
  }

  isAt(line: Line | undefined, column: string): boolean {
    return line !== undefined && column === this.#active.column && lineId(line) === this.#active.line;
  }

  moveTo(line: Line, column: string): void {
    this.#tabStart = null;
    this.#put({ line: lineId(line), column });
  }

  /** Moves the active cell by rows and columns as far as there are any, and selects it alone. */
  moveBy(rows: number, columns: number): void {
    this.#tabStart = null;
    const [line, column] = this.#where(this.#active);
    this.#put(this.#keyAt(line + rows, column + columns));
  }

  /** To a cell by its place among the shown lines and columns. */
  goTo(line: number, column: number): void {
    this.#tabStart = null;
    this.#put(this.#keyAt(line, column));
  }

  /** Grows or shrinks the selection by moving the corner opposite to where it began. */
  extendBy(rows: number, columns: number): void {
    const { extent } = this.#live();
    const [line, column] = this.#where(extent);
    this.extendTo(this.#keyAt(line + rows, column + columns));
  }

  /** `reveals`: scrolls the moved corner into sight; under the mouse it is there already. */
  extendTo(extent: CellKey, reveals = true): void {
    const { anchor } = this.#live();
    this.#ranges = [...this.#ranges.slice(0, -1), { anchor, extent }];
    if (reveals) this.#reveal(extent);
    this.#ground.changed();
  }

  /** Where a growing selection has its moving corner. */
  get extentAt(): readonly [line: number, column: number] {
    return this.#where(this.#live().extent);
  }

  get activeAt(): readonly [line: number, column: number] {
    return this.#where(this.#active);
  }

  /** Another rectangle beside those there are (Ctrl+click). */
  add(line: Line, column: string): void {
    const key = { line: lineId(line), column };
    this.#ranges = [...this.#ranges, { anchor: key, extent: key }];
    this.#activate(key);
  }

  /** Selects a rectangle; the active cell is its first unless one inside it is named. */
  select(rect: Rect, active?: readonly [line: number, column: number]): void {
    const anchor = this.#keyAt(rect.top, rect.left);
    this.#ranges = [{ anchor, extent: this.#keyAt(rect.bottom, rect.right) }];
    this.#tabStart = null;
    this.#activate(active ? this.#keyAt(...active) : anchor);
  }

  selectLines(from: number, to: number): void {
    const last = this.#ground.sheet().columns.length - 1;
    this.#ranges = [{ anchor: this.#keyAt(from, 0), extent: this.#keyAt(to, last) }];
    this.#activate(this.#keyAt(from, Math.min(1, last)), false);
  }

  selectColumns(from: number, to: number): void {
    const last = this.#ground.sheet().lines.length - 1;
    this.#ranges = [{ anchor: this.#keyAt(0, from), extent: this.#keyAt(last, to) }];
    this.#activate(this.#keyAt(0, from), false);
  }

  /** Several cells, each for itself; the first is the active one. */
  selectCells(cells: readonly { readonly line: number; readonly column: number }[]): void {
    const keys = cells.map(({ line, column }) => this.#keyAt(line, column));
    const [first] = keys;
    if (!first) return;
    this.#ranges = keys.map((key) => ({ anchor: key, extent: key }));
    this.#activate(first);
  }

  selectAll(): void {
    const { lines, columns } = this.#ground.sheet();
    const anchor = this.#keyAt(0, 0);
    this.#ranges = [{ anchor, extent: this.#keyAt(lines.length - 1, columns.length - 1) }];
    this.#ground.changed();
  }

  /** Tab: the next cell to the right, or the first of the next row; inside a selection it goes round in it. */
  tab(backwards: boolean): void {
    const step = backwards ? -1 : 1;
    if (!this.isOneCell) {
      this.#goRound(step, 'rows');
      return;
    }
    const [line, column] = this.#where(this.#active);
    const start = this.#tabStart ?? column;
    const last = this.#ground.sheet().columns.length - 1;
    const at = column + step;
    if (at < 0) this.goTo(line - 1, last);
    else if (at > last) this.goTo(line + 1, 0);
    else this.goTo(line, at);
    this.#tabStart = start;
  }

  /** Enter: one row down, back to where a row of Tabs began; inside a selection it goes round in it. */
  enter(backwards: boolean): void {
    const step = backwards ? -1 : 1;
    if (!this.isOneCell) {
      this.#goRound(step, 'columns');
      return;
    }
    const [line, column] = this.#where(this.#active);
    this.goTo(line + step, this.#tabStart ?? column);
  }

  /** A page of rows as the window shows them. */
  pageRows(): number {
    const api = this.#ground.api();
    if (!api) return 1;
    return Math.max(1, api.getLastDisplayedRowIndex() - api.getFirstDisplayedRowIndex() - 1);
  }

  /** Shows the marks again after lines or columns were made anew; the first cell where there is none yet. */
  settle(): void {
    const { lines, lineAt, columnAt } = this.#ground.sheet();
    if (lines.length === 0) return;
    const column = columnAt.has(this.#active.column) ? this.#active.column : 'name';
    const line = lineAt.has(this.#active.line) ? this.#active.line : this.#keyAt(this.#lastLine, 0).line;
    if (line !== this.#active.line || column !== this.#active.column || this.#ranges.length === 0) {
      this.#active = { line, column };
      this.#ranges = [{ anchor: this.#active, extent: this.#active }];
    }
    this.mark();
    const { place } = this;
    if (place) this.#ground.moved(place);
    this.#ground.changed();
  }

  /** The active cell's element, while the grid has it. */
  element(): HTMLElement | null {
    const [line] = this.#where(this.#active);
    const { rows } = this.#ground.sheet();
    const row = line < rows ? `${line}` : `b-${line - rows}`;
    const column = CSS.escape(this.#active.column);
    return (
      this.#ground.root()?.querySelector<HTMLElement>(`[row-index="${row}"] [col-id="${column}"]`) ?? null
    );
  }

  mark(): void {
    const element = this.element();
    if (element === this.#marked && element?.classList.contains(MARK)) return;
    this.#marked?.classList.remove(MARK);
    element?.classList.add(MARK);
    this.#marked = element;
  }

  /** Scrolls the active cell into sight. */
  reveal(): void {
    this.#reveal(this.#active);
  }

  #put(key: CellKey): void {
    this.#ranges = [{ anchor: key, extent: key }];
    this.#activate(key);
  }

  #activate(key: CellKey, reveals = true): void {
    this.#active = key;
    [this.#lastLine] = this.#where(key);
    if (reveals) this.#reveal(key);
    this.mark();
    const { place } = this;
    if (place) this.#ground.moved(place);
    this.#ground.changed();
  }

  #goRound(step: 1 | -1, along: 'rows' | 'columns'): void {
    const { rects } = this;
    const cells = rects.map((rect) => sizeOf(rect));
    const total = cells.reduce((sum, size) => sum + size, 0);
    const [line, column] = this.#where(this.#active);
    const inside = rects.findIndex((rect) => holds(rect, line, column));
    const rect = rects[inside];
    if (!rect) return;
    const before = cells.slice(0, inside).reduce((sum, size) => sum + size, 0);
    let next = (before + orderIn(rect, line, column, along) + step + total) % total;
    for (const [at, one] of rects.entries()) {
      const size = cells[at] ?? 0;
      if (next < size) {
        this.#activate(this.#keyAt(...placeIn(one, next, along)));
        return;
      }
      next -= size;
    }
  }

  #reveal({ line, column }: CellKey): void {
    const api = this.#ground.api();
    const { lineAt, rows } = this.#ground.sheet();
    const at = lineAt.get(line) ?? -1;
    if (!api) return;
    if (at >= 0 && at < rows) api.ensureIndexVisible(at);
    if (api.getColumn(column)?.isPinned() === false) api.ensureColumnVisible(column);
  }

  #live(): Range {
    return this.#ranges.at(-1) ?? { anchor: this.#active, extent: this.#active };
  }

  #keyAt(line: number, column: number): CellKey {
    const { lines, columns } = this.#ground.sheet();
    const [one, other] = [lines[clamp(line, lines.length)], columns[clamp(column, columns.length)]];
    return { line: one ? lineId(one) : '', column: other ? columnId(other) : 'name' };
  }

  #where({ line, column }: CellKey): [line: number, column: number] {
    const { lineAt, columnAt } = this.#ground.sheet();
    return [lineAt.get(line) ?? this.#lastLine, columnAt.get(column) ?? 0];
  }

  #rectOf(anchor: CellKey, extent: CellKey): Rect {
    const [line, column] = this.#where(anchor);
    const [otherLine, otherColumn] = this.#where(extent);
    const last = this.#ground.sheet().lines.length - 1;
    return {
      top: Math.min(line, otherLine, last),
      left: Math.min(column, otherColumn),
      bottom: Math.min(Math.max(line, otherLine), last),
      right: Math.max(column, otherColumn),
    };
  }
}

export function holds(rect: Rect, line: number, column: number): boolean {
  return line >= rect.top && line <= rect.bottom && column >= rect.left && column <= rect.right;
}

function sizeOf({ top, left, bottom, right }: Rect): number {
  return (bottom - top + 1) * (right - left + 1);
}

/** A cell's number within a rectangle, counted along its rows or down its columns. */
function orderIn(rect: Rect, line: number, column: number, along: 'rows' | 'columns'): number {
  const [down, across] = [line - rect.top, column - rect.left];
  return along === 'rows'
    ? down * (rect.right - rect.left + 1) + across
    : across * (rect.bottom - rect.top + 1) + down;
}

function placeIn(rect: Rect, order: number, along: 'rows' | 'columns'): [line: number, column: number] {
  const length = along === 'rows' ? rect.right - rect.left + 1 : rect.bottom - rect.top + 1;
  const [far, near] = [Math.floor(order / length), order % length];
  return along === 'rows' ? [rect.top + far, rect.left + near] : [rect.top + near, rect.left + far];
}

function clamp(index: number, count: number): number {
  return Math.max(0, Math.min(index, count - 1));
}
