import type { WebContents } from 'electron';
import { PAGE_URL } from './scheme.ts';

/**
 * The window shows our page and stays there: no link, script or dropped file leads it elsewhere.
 *
 * Electron security checklist, item 13: "Disable or limit navigation".
 */
export function denyNavigation(contents: WebContents): void {
  for (const moment of ['will-navigate', 'will-frame-navigate', 'will-redirect'] as const) {
    contents.on(moment, (event: { readonly url: string; preventDefault(): void }) => {
      // Loading our own page again is what a reload is.
      if (event.url !== PAGE_URL) event.preventDefault();
    });
  }
}
