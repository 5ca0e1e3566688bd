import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { ok, type Result, refuse } from '../../../shared/refusal.ts';
import type { Printer } from '../../printer.ts';
import { OFFLINE_BROWSER } from '../offline-browser.ts';

/** A browser that prints longer than this has stopped. A thousand pages take some ten seconds. */
const LONGEST = 120_000;

export interface BrowserPrinterOptions {
  /** Milliseconds until the browser is given up. */
  readonly longest?: number;
  /** Where the pages stand while they are printed. */
  readonly folder?: string;
}

/** How a browser prints one file, with nothing of the officer's own browser in it and nothing left behind. */
export function printArguments(page: string, pdf: string, profile: string, isRoot: boolean): string[] {
  return [
    '--headless',
    `--print-to-pdf=${pdf}`,
    '--no-pdf-header-footer',
    `--user-data-dir=${profile}`,
    ...OFFLINE_BROWSER,
    '--disable-gpu',
    // Chromium refuses to run sandboxed as root, as it is in a container.
    ...(isRoot ? ['--no-sandbox'] : []),
    pathToFileURL(page).href,
  ];
}

/**
 * A printer that is a browser of the Chromium family, found when it is needed. Each print has a temporary folder of its
 * own, which goes away with it whatever happens.
 */
export function browserPrinter(
  findBrowser: () => string | null,
  options: BrowserPrinterOptions = {},
): Printer {
  return {
    pdf: async (html) => {
      const browser = findBrowser();
      if (browser === null) return refuse('pdf.noBrowser');
      const folder = mkdtempSync(path.join(options.folder ?? tmpdir(), 'plkp-print-'));
      try {
        return await printed(browser, html, folder, options.longest ?? LONGEST);
      } finally {
        // Its helper processes may write for a moment longer.
        rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
      }
    },
  };
}

async function printed(
  browser: string,
  html: string,
  folder: string,
  longest: number,
): Promise<Result<Uint8Array<ArrayBuffer>>> {
  const page = path.join(folder, 'pages.html');
  const pdf = path.join(folder, 'pages.pdf');
  writeFileSync(page, html);
  const isRoot = process.getuid?.() === 0;
  const line = printArguments(page, pdf, path.join(folder, 'profile'), isRoot);
  const reason = await endOf(browser, line, longest);
  if (reason === null && existsSync(pdf)) return ok(new Uint8Array(readFileSync(pdf)));
  return refuse('pdf.failed', { program: browser, reason: reason ?? '' });
}

/** Null where the program ended well, else how it ended. */
function endOf(program: string, line: readonly string[], longest: number): Promise<string | null> {
  return new Promise((resolve) => {
    const child = spawn(program, line, { stdio: 'ignore', timeout: longest, killSignal: 'SIGKILL' });
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) => resolve(code === 0 ? null : `${code ?? signal}`));
  });
}
