import type { GridApi } from 'ag-grid-community';
import { readCell } from '../../shared/forms/cell.ts';
import type { Line } from '../../shared/forms/layout.ts';
import type { RowId } from '../../shared/plan/ids.ts';
import type { Refusal } from '../../shared/refusal.ts';
import { type CellPlace, lineId, lockedBecause } from '../../shared/sheet/cell-place.ts';
import type { CutCells } from '../../shared/sheet/cut.ts';
import { type FillPlan, planFill } from '../../shared/sheet/fill.ts';
import { planPaste } from '../../shared/sheet/paste.ts';
import type { PasteOptions, PastePlan } from '../../shared/sheet/paste-plan.ts';
import type { Rect, Sheet } from '../../shared/sheet/sheet.ts';
import { spreadable } from '../../shared/sheet/spread.ts';
import type { Session } from '../session/session.ts';
import { editText } from './amount-text.ts';
import { CellInput, type CellInputOwner } from './cell-input.ts';
import { Clipboard, type PasteQuestion } from './clipboard.ts';
import { commitText, type FundQuestion, type SpreadQuestion } from './commit.ts';
import type { FillDrag } from './fill-target.ts';
import { nameIndent } from './name-indent.ts';
import { navigate } from './navigate.ts';
import { Pointer } from './pointer.ts';
import { RangeLayer, type RangeMark } from './range-layer.ts';
import type { DropPlace } from './row-drop.ts';
import { Selection } from './selection.ts';
import { totalParts } from './total-parts.ts';
import type { VisibleSheet } from './visible.ts';

/** What the sheet is at the moment, and whom it tells. */
export interface SheetNow {
  readonly root: HTMLElement | null;
  readonly api: GridApi<Line> | null;
  readonly session: Session;
  readonly visible: VisibleSheet;
  /** Of 1. */
  readonly zoom: number;
  onPlace(place: CellPlace): void;
  onSelect(rects: readonly Rect[]): void;
  onEditing(text: string | null): void;
  askToFund(question: FundQuestion): void;
  askToSpread(question: SpreadQuestion): void;
  askToPaste(question: PasteQuestion): void;
  pasteOptions(cut: CutCells | null): PasteOptions;
  toggle(line: Line): void;
  /** Opens the rows above a row, and takes away a filter that hides it. */
  unhide(line: Line): void;
  moveRows(rows: readonly RowId[], drop: DropPlace): void;
  contextMenu(x: number, y: number): void;
  /** Something to say beside the active cell; null takes it away. */
  say(refusal: Refusal | null): void;
  sayFill(plan: FillPlan | null): void;
}

/** The officer's hands on the sheet: selection, the one input, the mouse and the clipboard, wired together. */
export class SheetHands {
  readonly selection: Selection;
  readonly input: CellInput;
  readonly clipboard: Clipboard;
  readonly layer: RangeLayer;
  readonly #pointer: Pointer;
  readonly #now: () => SheetNow;
  #copied: Rect | null = null;
  #fill: FillDrag | null = null;
  #drawing = false;
  /** What the cell held when its edit began. */
  #began = '';

  constructor(now: () => SheetNow, name: string) {
    this.#now = now;
    const root = (): HTMLElement | null => now().root;
    const api = (): GridApi<Line> | null => now().api;
    const visible = (): VisibleSheet => now().visible;
    this.selection = new Selection({
      root,
      api,
      sheet: visible,
      moved: (place) => {
        now().say(null);
        now().onPlace(place);
      },
      changed: () => this.#redrawSoon(),
    });
    this.layer = new RangeLayer(root, api, visible);
    this.input = new CellInput(this.#owner(), name);
    this.clipboard = new Clipboard({
      sheet: () => this.sheet(),
      rects: () => this.selection.rects,
      showCopied: (rect) => {
        this.#copied = rect;
        this.#redrawSoon();
      },
      newOptions: (cut) => now().pasteOptions(cut),
      paste: (plan) => this.paste(plan),
      ask: (question) => now().askToPaste(question),
      sayRefused: (refusal) => now().say(refusal),
    });
    this.#pointer = new Pointer({
      selection: this.selection,
      root,
      sheet: visible,
      zoom: () => now().zoom,
      finish: () => this.input.finish(),
      edit: () => this.input.edit(),
      focus: () => this.input.focus(),
      toggle: (line) => now().toggle(line),
      previewFill: (drag) => this.#previewFill(drag),
      fill: (drag) =>
        this.dispatchFill(planFill(this.sheet(), drag.source, drag.target, mode(drag)), drag.target),
      previewDrop: (drop) => this.#previewDrop(drop),
      moveRows: (lines, drop) =>
        now().moveRows(
          lines.flatMap((line) => line.id ?? []),
          drop,
        ),
      contextMenu: (x, y) => now().contextMenu(x, y),
    });
  }

  /** Puts the input into the sheet and listens there; answers how to leave it. */
  attach(root: HTMLElement): () => void {
    root.append(this.input.element);
    const stop = this.#pointer.listen(root);
    this.input.focus();
    return () => {
      stop();
      this.input.element.remove();
    };
  }

  /** The sheet as `shared/sheet` knows it. */
  sheet(): Sheet {
    const { plan, totals } = this.#now().session.store.getState();
    const { lines, columns } = this.#now().visible;
    return { plan, totals, lines, columns };
  }

  /** After lines or columns were made anew. */
  settle(): void {
    this.#copied = null;
    this.selection.settle();
  }

  /** After rows or columns got other sizes or places. */
  resized(): void {
    this.layer.redraw();
    this.input.follow();
  }

  paste(plan: PastePlan): void {
    const { session, say } = this.#now();
    const result = plan.change ? session.dispatch(plan.change) : null;
    if (result && !result.ok) say(result.refusal);
    // Rows that the paste added are there only once the screen has been drawn anew.
    else if (plan.rowsMissing > 0) requestAnimationFrame(() => this.selection.select(plan.rect));
    else this.selection.select(plan.rect);
  }

  /** Goes to a row, opening what hides it. */
  goToLine(line: Line): void {
    this.goToCell(line, 'name');
  }

  goToCell(line: Line, column: string): void {
    this.#now().unhide(line);
    // The rows that were hidden are there only once the screen has been drawn anew.
    requestAnimationFrame(() => {
      this.selection.moveTo(line, column);
      this.input.focus();
    });
  }

  /** Selects the cells that the active total is made of, where they are shown. */
  selectParts(): void {
    const { place } = this.selection;
    if (place?.column.kind !== 'amount') return;
    const { layout, lineAt, columnAt } = this.#now().visible;
    const { totals } = this.#now().session.store.getState();
    const parts = totalParts(layout, totals, place.line, place.column.column);
    const cells = parts.flatMap((part) => {
      const [line, column] = [lineAt.get(lineId(part.line)), columnAt.get(part.column.id)];
      return line === undefined || column === undefined ? [] : [{ line, column }];
    });
    this.selection.selectCells(cells);
  }

  /** Says why something was not done, beside the active cell. */
  say(refusal: Refusal | null): void {
    this.#now().say(refusal);
  }

  /** The cell under an element of the grid, or null. */
  placeOf(element: Element): CellPlace | null {
    const spot = this.#pointer.spotOf(element);
    const { lines, columns } = this.#now().visible;
    const [line, column] = [lines[spot?.line ?? -1], columns[spot?.column ?? -1]];
    return line && column ? { line, column } : null;
  }

  /** Dispatches a fill and selects what it filled, where there is a rectangle of that. */
  dispatchFill(plan: FillPlan, target: Rect | null): void {
    const { session, say } = this.#now();
    const result = plan.change ? session.dispatch(plan.change) : null;
    if (result && !result.ok) say(result.refusal);
    else if (target) this.selection.select(target);
  }

  #previewFill(drag: FillDrag | null): void {
    if (drag === this.#fill) return;
    this.#fill = drag;
    this.#now().sayFill(drag ? planFill(this.sheet(), drag.source, drag.target, mode(drag)) : null);
    this.#redrawSoon();
  }

  #previewDrop(drop: DropPlace | null): void {
    const name = this.#now().api?.getColumn('name');
    const indent = (name?.getLeft() ?? 0) + nameIndent(drop?.level ?? 1) * this.#now().zoom;
    this.layer.showDrop(drop ? { line: drop.before, indent } : null);
  }

  /** Once a turn, however much was selected in it; before the next frame is drawn. */
  #redrawSoon(): void {
    if (this.#drawing) return;
    this.#drawing = true;
    queueMicrotask(() => {
      this.#drawing = false;
      this.layer.draw(this.#marks());
      this.#now().onSelect(this.selection.rects);
    });
  }

  #marks(): RangeMark[] {
    const { rects } = this.selection;
    const marks: RangeMark[] = rects.map((rect) => ({ kind: 'selected', rect, handle: rects.length === 1 }));
    const [top, left] = this.selection.activeAt;
    marks.push({ kind: 'active', rect: { top, left, bottom: top, right: left } });
    if (this.#copied) marks.push({ kind: 'copied', rect: this.#copied });
    if (this.#fill) marks.push({ kind: 'fill', rect: this.#fill.target });
    return marks;
  }

  /** Whether a cell holds something, for Ctrl+arrows; undefined beyond the sheet. */
  #isFilled(line: number, column: number): boolean | undefined {
    const { lines, columns } = this.#now().visible;
    const [at, over] = [lines[line], columns[column]];
    if (!at || !over) return undefined;
    if (over.kind !== 'amount') return at[over.kind] !== '';
    const { amount } = readCell(at, over.column, this.#now().session.store.getState().totals);
    return amount !== null && amount !== 0n;
  }

  #owner(): CellInputOwner {
    const { selection } = this;
    return {
      begin: () => this.#begin(),
      commit: (text) => this.#commit(text),
      commitToAll: (text) => this.#commitToAll(text),
      navigate: (event) => navigate(selection, event, (line, column) => this.#isFilled(line, column)),
      move: (rows, columns) => selection.moveBy(rows, columns),
      enter: (backwards) => selection.enter(backwards),
      tab: (backwards) => selection.tab(backwards),
      copy: (event) => this.clipboard.copy(event),
      cut: (event) => this.clipboard.cut(event),
      paste: (event) => this.clipboard.pasteFrom(event),
      escape: () => {
        if (this.#pointer.cancel()) return;
        this.clipboard.forget();
        this.#now().say(null);
      },
      cancelled: () => this.#now().say(null),
      multiline: () => selection.place?.column.kind !== 'amount',
      cell: () => selection.element(),
      changed: () => {
        const { mode: now, element } = this.input;
        this.#now().onEditing(now === 'ready' ? null : element.value);
      },
    };
  }

  /** What an edit starts from; null, and said why, where nothing can be typed. A total can: its parts are asked then. */
  #begin(): string | null {
    const { place } = this.selection;
    if (!place) return null;
    const approved = this.#now().session.locked();
    if (approved) {
      this.#now().say(approved);
      return null;
    }
    const locked = lockedBecause(place);
    const spread = locked === 'cell.refusedTotal' ? spreadable(this.sheet(), place) : null;
    if (spread && !spread.ok) this.#now().say(spread.refusal);
    else if (locked && !spread) this.#now().say({ code: locked, params: {} });
    if (spread ? !spread.ok : locked) return null;
    this.selection.reveal();
    this.#began = this.#content(place);
    return this.#began;
  }

  /** What a cell holds, as it is typed. */
  #content({ column, line }: CellPlace): string {
    if (column.kind !== 'amount') return line[column.kind];
    const { plan, totals } = this.#now().session.store.getState();
    return editText(readCell(line, column.column, totals).amount, plan.header.unit);
  }

  /** Whether somebody else changed the cell while it was being typed in: said once, with the text still open. */
  #changedElsewhere(place: CellPlace): boolean {
    const now = this.#content(place);
    if (now === this.#began) return false;
    this.#began = now;
    this.#now().say({ code: 'grid.changedElsewhere', params: { now } });
    return true;
  }

  #commit(text: string): boolean {
    const { session, say, askToFund, askToSpread } = this.#now();
    const { place } = this.selection;
    if (!place) return true;
    if (this.#changedElsewhere(place)) return false;
    const outcome = commitText(session, place, text);
    say(outcome.kind === 'refused' ? outcome.refusal : null);
    if (outcome.kind === 'askToFund') askToFund(outcome.question);
    if (outcome.kind === 'askToSpread') askToSpread(outcome.question);
    return outcome.kind !== 'refused';
  }

  /** The text as a block of one cell, pasted over the selection: read as it is typed, totals left out. */
  #commitToAll(text: string): boolean {
    const { pasteOptions, say, askToPaste } = this.#now();
    if (this.selection.isOneCell) return this.#commit(text);
    const block = { kind: 'text' as const, block: { rows: [[text]], width: 1, ragged: false }, hints: [] };
    const options: PasteOptions = { ...pasteOptions(null), numbers: 'vi', skipTotals: true, typed: true };
    const plan = planPaste(this.sheet(), this.selection.rect, block, options);
    const [problem] = plan.problems;
    if (problem) {
      say(problem.refusal);
      return false;
    }
    if (plan.asks.some((ask) => ask !== 'totals'))
      askToPaste({ block, target: this.selection.rect, options });
    else this.paste(plan);
    return true;
  }
}

function mode(drag: FillDrag): 'copy' | 'series' {
  return drag.series ? 'series' : 'copy';
}
