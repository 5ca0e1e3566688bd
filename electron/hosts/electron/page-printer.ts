import { BrowserWindow, type Session } from 'electron';
import { ok, refuse } from '../../../shared/refusal.ts';
import type { Printer } from '../../printer.ts';
import { denyNavigation } from './deny-navigation.ts';
import { denyNetwork } from './deny-network.ts';
import { denyPermissions } from './deny-permissions.ts';
import { denyWebviews } from './deny-webviews.ts';
import { denyWindows } from './deny-windows.ts';
import { PAGE_URL } from './scheme.ts';

/** Not kept on the disk, and apart from the page's own: nothing but the pages to print is ever in it. */
export const PRINT_PARTITION = 'print';

/**
 * Electron's own printer: the pages in a window that is never shown and runs no script, as PDF in the sizes that they
 * say themselves. One print at a time, for its session answers with the pages of the moment.
 */
export function pagePrinter(session: Session): Printer {
  denyPermissions(session);
  denyNetwork(session);
  let pages = '';
  session.protocol.handle('app', () => {
    const headers = { 'content-type': 'text/html; charset=utf-8', 'x-content-type-options': 'nosniff' };
    return new Response(pages, { headers });
  });

  async function print(html: string): Promise<Uint8Array<ArrayBuffer>> {
    pages = html;
    const window = new BrowserWindow({
      show: false,
      webPreferences: {
        session,
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        javascript: false,
      },
    });
    try {
      denyNavigation(window.webContents);
      denyWindows(window.webContents);
      denyWebviews(window.webContents);
      await window.loadURL(PAGE_URL);
      return new Uint8Array(await window.webContents.printToPDF({ preferCSSPageSize: true }));
    } finally {
      window.destroy();
      pages = '';
    }
  }

  let last: Promise<unknown> = Promise.resolve();
  return {
    pdf: async (html) => {
      const mine = last.then(() => print(html));
      last = mine.catch(() => {});
      try {
        return ok(await mine);
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        return refuse('pdf.failed', { program: 'Electron', reason });
      }
    },
  };
}
