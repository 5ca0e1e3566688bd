import type { WebContents } from 'electron';

/**
 * No page is embedded in ours, whatever options it would ask for.
 *
 * Electron security checklist, item 12: "Verify WebView options before creation".
 */
export function denyWebviews(contents: WebContents): void {
  contents.on('will-attach-webview', (event) => event.preventDefault());
}
