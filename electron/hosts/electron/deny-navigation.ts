import type { WebContents } from 'electron';
import { PAGE_URL } from './scheme.ts';

/** A frame whose content our own page wrote, under our own policy: the print preview. */
const OWN_FRAME = 'about:srcdoc';

/**
 * The window shows our page and stays there: no link, script or dropped file leads it elsewhere.
 *
 * Electron security checklist, item 13: "Disable or limit navigation".
 */
export function denyNavigation(contents: WebContents): void {
  // Loading our own page again is what a reload is.
  const stay = (event: Electron.Event<{ readonly url: string }>): void => {
    if (event.url !== PAGE_URL) event.preventDefault();
  };
  contents.on('will-navigate', stay);
  contents.on('will-frame-navigate', (event) => {
    if (event.isMainFrame !== false || event.url !== OWN_FRAME) stay(event);
  });
  contents.on('will-redirect', stay);
}
