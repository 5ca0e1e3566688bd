import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { OFFLINE_BROWSER } from '../offline-browser.ts';
import { writeDoor } from './door.ts';

/** How a browser opens one address as a window, with nothing of the officer's own browser in it. */
export function windowArguments(url: string, profile: string, isRoot: boolean): string[] {
  return [
    `--app=${url}`,
    `--user-data-dir=${profile}`,
    ...OFFLINE_BROWSER,
    '--lang=vi',
    // Chromium refuses to run sandboxed as root, as it is in a container.
    ...(isRoot ? ['--no-sandbox'] : []),
  ];
}

/** How a window ended: with an exit code, a signal, or without ever starting. */
export type WindowEnd = { readonly code: 0 } | { readonly failed: string };

export interface BrowserWindow {
  readonly ended: Promise<WindowEnd>;
  close(): void;
}

/**
 * Opens the window on a host's address. Its profile is in `folder`, the library's where that can be used, readable by
 * this user alone (as `mkdtemp` makes it), new each time, and goes away with it; so does the file that leads the browser to
 * the address.
 */
export function openWindow(browser: string, url: string, folder: string): BrowserWindow {
  const profile = mkdtempSync(path.join(folder, 'window-'));
  const isRoot = process.getuid?.() === 0;
  const door = writeDoor(profile, url);
  const child = spawn(browser, windowArguments(door, profile, isRoot), { stdio: 'ignore' });
  const ended = new Promise<WindowEnd>((resolve) => {
    child.once('error', (error) => resolve({ failed: error.message }));
    child.once('exit', (code, signal) => resolve(code === 0 ? { code } : { failed: `${code ?? signal}` }));
  }).finally(() => {
    // Its helper processes may write for a moment longer.
    rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  });
  return { ended, close: () => child.kill() };
}
