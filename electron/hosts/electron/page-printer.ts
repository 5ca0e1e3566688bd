import { BrowserWindow, type Session } from 'electron';
import { ok, refuse } from '../../../shared/refusal.ts';
import type { Printer } from '../../printer.ts';
import { denyDownloads } from './deny-downloads.ts';
import { denyNetwork } from './deny-network.ts';
import { denyPermissions } from './deny-permissions.ts';
import { PAGE_URL } from './scheme.ts';
import { printPreferences } from './web-preferences.ts';

/** Not kept on the disk, and apart from the page's own: nothing but the pages to print is ever in it. */
export const PRINT_PARTITION = 'print';

/**
 * Electron's own printer: the pages in a window that is never shown and runs no script, as PDF in the sizes that they
 * say themselves. One print at a time, for its session answers with the pages of the moment.
 */
export function pagePrinter(session: Session): Printer {
  denyDownloads(session);
  denyPermissions(session);
  denyNetwork(session);
  let pages = '';
  session.protocol.handle('app', () => {
    const headers = { 'content-type': 'text/html; charset=utf-8', 'x-content-type-options': 'nosniff' };
    return new Response(pages, { headers });
  });

  async function print(html: string): Promise<Uint8Array<ArrayBuffer>> {
    pages = html;
    const window = new BrowserWindow({ show: false, webPreferences: printPreferences(session) });
    try {
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
