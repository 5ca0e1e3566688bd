import type { WebContents } from 'electron';

/**
 * The page opens no window, neither ours nor the browser's: nothing in an appendix leads to the internet.
 *
 * Electron security checklist, items 14 and 15: "Disable or limit creation of new windows", "Do not use
 * shell.openExternal with untrusted content".
 */
export function denyWindows(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}
