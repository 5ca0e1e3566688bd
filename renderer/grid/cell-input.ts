/** What the input asks of the sheet around it. */
export interface CellInputOwner {
  /** The text that F2 starts from, or null where nothing can be typed (the owner has said why). */
  begin(): string | null;
  /** Takes the finished text. False keeps the input open: the owner shows what is wrong beside the cell. */
  commit(text: string): boolean;
  /** Delete in a cell that is not being edited. */
  clear(): void;
  /** A key that moves the cursor while nothing is being edited. False where it is not one. */
  navigate(event: KeyboardEvent): boolean;
  move(rows: number, columns: number): void;
  tab(backwards: boolean): void;
  /** What copying a cell that is not being edited puts on the clipboard. */
  copyText(): string;
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
    element.addEventListener('copy', (event) => this.#onCopy(event));
    element.addEventListener('focusout', () => this.finish());
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

  /**
   * Finishes an edit under way. False where the text was refused and the edit stays open. `thenMove` comes before the
   * input closes: it asks where cells are, which is free only until something on the page was changed.
   */
  finish(thenMove?: () => void): boolean {
    if (this.#mode === 'ready') return true;
    const mode = this.#mode;
    // A commit may open a dialog, which takes the keyboard: that must not commit a second time.
    this.#mode = 'ready';
    if (!this.#owner.commit(this.element.value.normalize('NFC'))) {
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
    const frame = this.element.offsetParent?.getBoundingClientRect();
    if (!cell || !frame) return;
    const { style } = this.element;
    style.left = `${cell.left - frame.left}px`;
    style.top = `${cell.top - frame.top}px`;
    style.width = `${cell.width}px`;
    style.height = `${cell.height}px`;
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
    }
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
      case 'F2':
        this.edit();
        return true;
      case 'Delete':
        this.#owner.clear();
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
        if (event.altKey && this.#owner.multiline()) this.element.setRangeText('\n', ...this.#caret(), 'end');
        else this.finish(() => this.#owner.move(event.shiftKey ? -1 : 1, 0));
        return true;
      case 'Tab':
        this.finish(() => this.#owner.tab(event.shiftKey));
        return true;
      case 'Escape':
        this.cancel();
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

  #finishAndMove(rows: number, columns: number): boolean {
    this.finish(() => this.#owner.move(rows, columns));
    return true;
  }

  #caret(): [number, number] {
    return [this.element.selectionStart, this.element.selectionEnd];
  }

  #onCopy(event: ClipboardEvent): void {
    if (this.#mode !== 'ready') return;
    event.clipboardData?.setData('text/plain', this.#owner.copyText());
    event.preventDefault();
  }
}
