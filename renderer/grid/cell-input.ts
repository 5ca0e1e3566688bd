import { withoutHiddenMarks } from '../../shared/text/hidden-marks.ts';
/** What the input asks of the sheet around it. */
export interface CellInputOwner {
  /** The text that F2 starts from, or null where nothing can be typed (the owner has said why). */
  begin(): string | null;
  /** Takes the finished text. False keeps the input open: the owner shows what is wrong beside the cell. */
  commit(text: string): boolean;
  /** Takes it for every selected cell (Ctrl+Enter). */
  commitToAll(text: string): boolean;
  /** A key that moves the cursor while nothing is being edited. False where it is not one. */
  navigate(event: KeyboardEvent): boolean;
  move(rows: number, columns: number): void;
  enter(backwards: boolean): void;
  tab(backwards: boolean): void;
  /** Cells that are not being edited go to the clipboard, or come from it. */
  copy(event: ClipboardEvent): void;
  cut(event: ClipboardEvent): void;
  paste(event: ClipboardEvent): void;
  /** Escape while nothing is being edited. */
  escape(): void;
  /** Escape took back what was being written. */
  cancelled(): void;
  /** Whether Alt+Enter breaks a line here. */
  multiline(): boolean;
  /** The active cell, which an open input covers. */
  cell(): HTMLElement | null;
  /** Editing began or ended, or the text changed. */
  changed(): void;
}

/**
 * `ready`: invisible, waiting for the first key. `typing`: begun by a key, so arrows finish the edit, as in Excel.
 * `editing`: begun by F2 or a double click, so arrows move the caret.
 */
export type InputMode = 'ready' | 'typing' | 'editing';

/**
 * The one input of the sheet: a textarea that has the keyboard all the time. An input method's composition so starts
 * in it with its first key and loses nothing; an editor made after the first key would come too late. While nothing
 * is being edited it is invisible and its keys move the cursor; then it lies over the active cell.
 */
export class CellInput {
  readonly element: HTMLTextAreaElement;
  #mode: InputMode = 'ready';
  readonly #owner: CellInputOwner;

  constructor(owner: CellInputOwner, name: string) {
    this.#owner = owner;
    const element = document.createElement('textarea');
    element.className = 'cell-input';
    element.rows = 1;
    element.spellcheck = false;
    element.autocomplete = 'off';
    element.setAttribute('aria-label', name);
    // The component library moves the keyboard itself on Tab; here Tab moves the cursor.
    element.dataset.tabster = JSON.stringify({ focusable: { ignoreKeydown: { Tab: true } } });
    element.addEventListener('keydown', (event) => this.#onKey(event));
    element.addEventListener('input', () => this.#onInput());
    element.addEventListener('compositionstart', () => this.#onInput());
    element.addEventListener('copy', (event) => this.#onClipboard(event, (owner) => owner.copy(event)));
    element.addEventListener('cut', (event) => this.#onClipboard(event, (owner) => owner.cut(event)));
    element.addEventListener('paste', (event) => this.#onClipboard(event, (owner) => owner.paste(event)));
    element.addEventListener('focusout', (event) => this.leave(event.relatedTarget));
    this.element = element;
  }

  get mode(): InputMode {
    return this.#mode;
  }

  focus(): void {
    if (document.activeElement !== this.element) this.element.focus({ preventScroll: true });
  }

  /** Opens the cell's content for editing (F2, double click). */
  edit(): void {
    const text = this.#owner.begin();
    if (text === null) return;
    this.#setMode('editing', text);
    this.element.setSelectionRange(text.length, text.length);
  }

  /** The same content edited from the formula bar. False where nothing can be typed. */
  mirror(text: string): boolean {
    if (this.#mode === 'ready' && this.#owner.begin() === null) return false;
    this.#setMode('editing', text);
    return true;
  }

  /** The keyboard went elsewhere: that ends the edit, unless it went to the other of the two places that edit it. */
  leave(to: EventTarget | null): void {
    if (to instanceof Element && to.closest('.cell-input, .formula-input')) return;
    this.finish();
  }

  /**
   * Finishes an edit under way. False where the text was refused and the edit stays open. `thenMove` comes before the
   * input closes: it asks where cells are, which is free only until something on the page was changed.
   */
  finish(thenMove?: () => void, toAll = false): boolean {
    if (this.#mode === 'ready') return true;
    const mode = this.#mode;
    // A commit may open a dialog, which takes the keyboard: that must not commit a second time.
    this.#mode = 'ready';
    const text = withoutHiddenMarks(this.element.value.normalize('NFC'));
    if (!(toAll ? this.#owner.commitToAll(text) : this.#owner.commit(text))) {
      this.#mode = mode;
      return false;
    }
    thenMove?.();
    this.#setMode('ready', '');
    return true;
  }

  cancel(): void {
    this.#setMode('ready', '');
  }

  /** Lies over the active cell again, after the sheet was scrolled. */
  follow(): void {
    if (this.#mode === 'ready') return;
    const cell = this.#owner.cell()?.getBoundingClientRect();
    const parent = this.element.offsetParent;
    if (!cell || !(parent instanceof HTMLElement)) return;
    const frame = parent.getBoundingClientRect();
    const { style } = this.element;
    style.left = `${cell.left - frame.left}px`;
    style.top = `${cell.top - frame.top}px`;
    style.width = `${cell.width}px`;
    style.height = `${cell.height}px`;
    // A long name is seen whole while it is written.
    if (this.#owner.multiline()) style.height = `${Math.max(cell.height, this.element.scrollHeight)}px`;
  }

  #setMode(mode: InputMode, text: string): void {
    const opens = this.#mode === 'ready' && mode !== 'ready';
    this.#mode = mode;
    if (this.element.value !== text) this.element.value = text;
    if (opens) this.#open();
    else if (mode === 'ready') this.element.className = 'cell-input';
    this.#owner.changed();
  }

  #open(): void {
    const cell = this.#owner.cell();
    const rightAligned = cell?.classList.contains('cell-amount') ?? false;
    this.element.className = `cell-input cell-input-open${rightAligned ? ' cell-input-amount' : ''}`;
    this.follow();
  }

  #onInput(): void {
    if (this.#mode === 'ready') {
      if (this.#owner.begin() === null) {
        this.element.value = '';
        return;
      }
      this.#mode = 'typing';
      this.#open();
    } else if (this.#owner.multiline()) this.follow();
    this.#owner.changed();
  }

  #onKey(event: KeyboardEvent): void {
    // Keys of a composition belong to the input method; Enter ends the composition and not the edit.
    if (event.isComposing || event.key === 'Process') return;
    const handled = this.#mode === 'ready' ? this.#onReadyKey(event) : this.#onEditKey(event);
    if (handled) event.preventDefault();
  }

  #onReadyKey(event: KeyboardEvent): boolean {
    if (this.#owner.navigate(event)) return true;
    if (event.ctrlKey || event.metaKey || event.altKey) return false;
    switch (event.key) {
      case 'Escape':
        this.#owner.escape();
        return true;
      case 'Backspace':
        if (this.#owner.begin() !== null) this.#setMode('typing', '');
        return true;
      default:
        return false;
    }
  }

  #onEditKey(event: KeyboardEvent): boolean {
    const typing = this.#mode === 'typing';
    switch (event.key) {
      case 'Enter':
        this.#onEnter(event);
        return true;
      case 'Tab':
        this.finish(() => this.#owner.tab(event.shiftKey));
        return true;
      case 'Escape':
        this.cancel();
        this.#owner.cancelled();
        return true;
      case 'F2':
        this.#mode = typing ? 'editing' : 'typing';
        return true;
      case 'ArrowUp':
      case 'ArrowDown':
        return typing && this.#finishAndMove(event.key === 'ArrowUp' ? -1 : 1, 0);
      case 'ArrowLeft':
      case 'ArrowRight':
        return typing && this.#finishAndMove(0, event.key === 'ArrowLeft' ? -1 : 1);
      default:
        return false;
    }
  }

  #onEnter(event: KeyboardEvent): void {
    if (event.altKey) {
      if (this.#owner.multiline()) this.element.setRangeText('\n', ...this.#caret(), 'end');
      this.#owner.changed();
    } else if (event.ctrlKey || event.metaKey) this.finish(undefined, true);
    else this.finish(() => this.#owner.enter(event.shiftKey));
  }

  #finishAndMove(rows: number, columns: number): boolean {
    this.finish(() => this.#owner.move(rows, columns));
    return true;
  }

  #caret(): [number, number] {
    return [this.element.selectionStart, this.element.selectionEnd];
  }

  #onClipboard(event: ClipboardEvent, act: (owner: CellInputOwner) => void): void {
    if (this.#mode !== 'ready') return;
    event.preventDefault();
    act(this.#owner);
  }
}
