import type { App, BrowserWindow } from 'electron';

/**
 * One program a user: a second start shows the window of the first and ends. Two would not harm the library, but an
 * officer who sees two windows does not know which one holds the last change.
 * Answers whether this is the first.
 */
export function isOnlyInstance(app: App, window: () => BrowserWindow | null): boolean {
  if (!app.requestSingleInstanceLock()) return false;
  app.on('second-instance', () => {
    const shown = window();
    if (!shown) return;
    if (shown.isMinimized()) shown.restore();
    shown.focus();
  });
  return true;
}
