import type { BrowserWindow } from 'electron';

/** The windows that are open, the one that the officer used last at the end: dialogs, menus and a second start are its. */
export class OpenWindows {
  #windows: readonly BrowserWindow[] = [];

  add(window: BrowserWindow): void {
    const others = (): readonly BrowserWindow[] => this.#windows.filter((one) => one !== window);
    this.#windows = [...this.#windows, window];
    window.on('focus', () => {
      this.#windows = [...others(), window];
    });
    window.on('closed', () => {
      this.#windows = others();
    });
  }

  /** The one that was used last. */
  last(): BrowserWindow | null {
    return this.#windows.at(-1) ?? null;
  }
}
