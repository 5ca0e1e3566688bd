import type { GridApi } from 'ag-grid-community';
import type { FormLayout, Line } from '../../shared/forms/layout.ts';
import { type CellPlace, columnId, lineId, sheetColumns } from '../../shared/sheet/cell-place.ts';

/** What the cursor needs of the grid that it moves in. */
export interface CursorGround {
  root(): HTMLElement | null;
  api(): GridApi<Line> | null;
  layout(): FormLayout;
  moved(place: CellPlace): void;
}

/**
 * The one active cell. It is ours and not the grid's focus: focusing a cell's element makes the browser lay the page
 * out anew at every move, and would take the keyboard from the input that must already have it when a key comes.
 */
export class Cursor {
  readonly #ground: CursorGround;
  /** By identity, so that it stays with its row when rows are added or moved around it. */
  #line = '';
  #column = '';
  #marked: HTMLElement | null = null;

  constructor(ground: CursorGround) {
    this.#ground = ground;
  }

  get place(): CellPlace | null {
    const line = this.#lines()[this.#lineIndex()];
    const column = sheetColumns(this.#ground.layout()).find((one) => columnId(one) === this.#column);
    return line && column && this.#line !== '' ? { line, column } : null;
  }

  isAt(line: Line | undefined, column: string): boolean {
    return line !== undefined && column === this.#column && lineId(line) === this.#line;
  }

  moveTo(line: Line, column: string): void {
    this.#line = lineId(line);
    this.#column = column;
    this.#show();
  }

  /** Moves by rows and columns as far as there are any. */
  moveBy(rows: number, columns: number): void {
    const lines = this.#lines();
    const ids = this.#columnIds();
    const line = lines[clamp(this.#lineIndex() + rows, lines.length)];
    const column = ids[clamp(Math.max(0, ids.indexOf(this.#column)) + columns, ids.length)];
    if (line && column !== undefined) this.moveTo(line, column);
  }

  /** The next cell to the right, or the first of the next row; backwards likewise. */
  tab(backwards: boolean): void {
    const ids = this.#columnIds();
    const at = ids.indexOf(this.#column) + (backwards ? -1 : 1);
    if (at >= 0 && at < ids.length) this.moveBy(0, backwards ? -1 : 1);
    else this.moveBy(backwards ? -1 : 1, backwards ? ids.length : -ids.length);
  }

  /** A page of rows as the window shows them. */
  pageRows(): number {
    const api = this.#ground.api();
    if (!api) return 1;
    return Math.max(1, api.getLastDisplayedRowIndex() - api.getFirstDisplayedRowIndex() - 1);
  }

  /** Shows the mark again after lines or columns were made anew; the first cell where there is none yet. */
  settle(): void {
    const lines = this.#lines();
    if (this.#line === '' || !lines.some((line) => lineId(line) === this.#line)) {
      const first = lines[clamp(this.#lastIndex, lines.length)];
      if (!first) return;
      this.#line = lineId(first);
      if (this.#column === '') this.#column = 'name';
    }
    this.mark();
    const { place } = this;
    if (place) this.#ground.moved(place);
  }

  /** The active cell's element, while the grid has it. */
  element(): HTMLElement | null {
    const at = this.#lineIndex();
    const count = this.#lines().filter((line) => line.kind === 'row').length;
    const row = at < count ? `${at}` : `b-${at - count}`;
    const column = CSS.escape(this.#column);
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

  #lastIndex = 0;

  #show(): void {
    const api = this.#ground.api();
    const at = this.#lineIndex();
    this.#lastIndex = at;
    if (api && this.#lines()[at]?.kind === 'row') api.ensureIndexVisible(at);
    if (api && !isPinned(this.#column)) api.ensureColumnVisible(this.#column);
    this.mark();
    const { place } = this;
    if (place) this.#ground.moved(place);
  }

  #lines(): readonly Line[] {
    return this.#ground.layout().lines;
  }

  #lineIndex(): number {
    return this.#lines().findIndex((line) => lineId(line) === this.#line);
  }

  #columnIds(): string[] {
    const layout = this.#ground.layout();
    const notes = layout.form.notes ? ['note'] : [];
    return ['ordinal', 'name', ...layout.columns.map((column) => column.id), ...notes];
  }
}

export const MARK = 'cell-active';

function isPinned(column: string): boolean {
  return column === 'ordinal' || column === 'name';
}

function clamp(index: number, count: number): number {
  return Math.max(0, Math.min(index, count - 1));
}
