/** What the input asks of the grid around it. */
export interface CellInputOwner {
  /** The text that F2 starts from, or null where nothing can be typed (the owner has said why). */
  begin(): string | null;
  /** Takes the finished text. False keeps the input open: the owner shows what is wrong beside the cell. */
  commit(text: string): boolean;
  /** Delete in a cell that is not being edited. */
  clear(): void;
  /** Brings the focus back to the cell whose text was refused. */
  stay(): void;
  move(rows: number, columns: number): void;
  tab(backwards: boolean): void;
  /** What copying a cell that is not being edited puts on the clipboard. */
  copyText(): string;
  /** Whether Alt+Enter breaks a line here. */
  multiline(): boolean;
  /** Editing began or ended, or the text changed. */
  changed(): void;
}

/**
 * `ready`: invisible, waiting for the first key. `typing`: begun by a key, so arrows finish the edit, as in Excel.
 * `editing`: begun by F2 or a double click, so arrows move the caret.
 */
export type InputMode = 'ready' | 'typing' | 'editing';

/**
 * The one input of the grid: a transparent textarea that lives in the focused cell. It has the focus before the
 * first key, so an input method's composition starts in it and loses nothing; a grid's own editor would be made
 * after the first key and come too late. Keys that it does not use bubble to the grid, which navigates.
 */
export class CellInput {
  readonly element: HTMLTextAreaElement;
  #mode: InputMode = 'ready';
  #cell: HTMLElement | null = null;
  readonly #owner: CellInputOwner;
  /** Drawing a cell's new value wipes what else is in the cell: the input comes back before the next key. */
  readonly #wiped = new MutationObserver(() => this.#comeBack());

  constructor(owner: CellInputOwner, name: string) {
    this.#owner = owner;
    const element = document.createElement('textarea');
    element.className = 'cell-input';
    element.rows = 1;
    element.spellcheck = false;
    element.autocomplete = 'off';
    element.setAttribute('aria-label', name);
    element.addEventListener('keydown', (event) => this.#onKey(event));
    element.addEventListener('input', () => this.#onInput());
    element.addEventListener('compositionstart', () => this.#onInput());
    element.addEventListener('copy', (event) => this.#onCopy(event));
    element.addEventListener('mousedown', (event) => event.stopPropagation());
    element.addEventListener('dblclick', (event) => event.stopPropagation());
    element.addEventListener('focusout', () => this.#onFocusLost());
    this.element = element;
  }

  get mode(): InputMode {
    return this.#mode;
  }

  /** Moves into a cell that got the focus. */
  attach(cell: HTMLElement): void {
    if (this.#mode !== 'ready' && cell !== this.#cell) {
      this.#owner.stay();
      return;
    }
    if (cell === this.#cell && this.element.isConnected) {
      this.element.focus({ preventScroll: true });
      return;
    }
    this.#setMode('ready', '');
    this.#cell = cell;
    this.#wiped.disconnect();
    this.#wiped.observe(cell, { childList: true });
    cell.append(this.element);
    this.element.focus({ preventScroll: true });
  }

  /** Opens the cell's content for editing (F2, double click). */
  edit(): void {
    const text = this.#owner.begin();
    if (text === null) return;
    this.#setMode('editing', text);
    this.element.setSelectionRange(text.length, text.length);
  }

  /** Finishes an edit under way. False where the text was refused and the edit stays open. */
  finish(): boolean {
    if (this.#mode === 'ready') return true;
    const text = this.element.value.normalize('NFC');
    // The commit draws cells, which may take the focus away for a moment: that must not commit a second time.
    const mode = this.#mode;
    this.#mode = 'ready';
    if (!this.#owner.commit(text)) {
      this.#mode = mode;
      return false;
    }
    this.#setMode('ready', '');
    return true;
  }

  cancel(): void {
    this.#setMode('ready', '');
  }

  destroy(): void {
    this.#wiped.disconnect();
    this.element.remove();
  }

  #setMode(mode: InputMode, text: string): void {
    this.#mode = mode;
    this.element.value = text;
    this.element.classList.toggle('cell-input-open', mode !== 'ready');
    this.#owner.changed();
  }

  #onInput(): void {
    if (this.#mode === 'ready') {
      if (this.#owner.begin() === null) {
        this.element.value = '';
        return;
      }
      this.#mode = 'typing';
      this.element.classList.add('cell-input-open');
    }
    this.#owner.changed();
  }

  #onKey(event: KeyboardEvent): void {
    // Keys of a composition belong to the input method; Enter ends the composition and not the edit.
    if (event.isComposing || event.key === 'Process') {
      event.stopPropagation();
      return;
    }
    const handled = this.#mode === 'ready' ? this.#onReadyKey(event) : this.#onEditKey(event);
    if (handled) event.preventDefault();
    if (handled || this.#mode !== 'ready') event.stopPropagation();
  }

  #onReadyKey(event: KeyboardEvent): boolean {
    if (event.ctrlKey || event.metaKey || event.altKey) return false;
    switch (event.key) {
      case 'F2':
        this.edit();
        return true;
      case 'Enter':
        this.#owner.move(event.shiftKey ? -1 : 1, 0);
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
        else if (this.finish()) this.#owner.move(event.shiftKey ? -1 : 1, 0);
        return true;
      case 'Tab':
        if (this.finish()) this.#owner.tab(event.shiftKey);
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
    if (this.finish()) this.#owner.move(rows, columns);
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

  /** A click elsewhere finishes the edit; where the text is refused the input keeps it and stays open. */
  #onFocusLost(): void {
    if (this.element.isConnected) this.finish();
  }

  #comeBack(): void {
    if (this.#cell?.isConnected && !this.element.isConnected) {
      const hadFocus = document.activeElement === document.body || document.activeElement === this.#cell;
      this.#cell.append(this.element);
      if (hadFocus) this.element.focus({ preventScroll: true });
    }
  }
}
