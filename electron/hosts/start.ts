import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ChosenFile } from '../../shared/api/host.ts';
import { message } from '../../shared/messages/message.ts';
import type { Refusal } from '../../shared/refusal.ts';
import { type BrowserHost, startBrowserHost } from './browser.ts';
import { callerFolder } from './caller-folder.ts';
import { openWindow } from './start/browser-window.ts';
import { findBrowser, hasDisplay } from './start/find-browser.ts';
import { findElectron } from './start/find-electron.ts';
import { readStartOptions, type StartOptions } from './start/options.ts';
import { readWholeFile } from './whole-file.ts';
import { wordRefusalOf } from './word-refusal.ts';

/**
 * `npm start`: the planner in a window. Electron where its binary is and runs; otherwise the browser host in a window
 * of a browser; without one or without a display the host's address, served until Ctrl+C. Whoever opens either is told
 * there why a library does not open, and so is the terminal.
 */
const REFUSED = 2;
const ROOT = path.resolve(import.meta.dirname, '..', '..');

async function start(options: StartOptions): Promise<number> {
  const electron = options.browser ? null : findElectron(path.join(ROOT, 'node_modules'));
  if (electron) {
    const failed = await runElectron(electron, options);
    if (typeof failed === 'number') return failed;
    console.log(message('host.electronFailed', { reason: failed }));
  } else if (!options.browser) console.log(message('host.noElectron'));

  const files: ChosenFile[] = [];
  for (const file of options.files) {
    const bytes = readWholeFile(file);
    if (!bytes.ok) return refused(bytes.refusal);
    files.push({ name: path.basename(file), bytes: bytes.value });
  }
  const host = await startBrowserHost({
    ...options,
    files,
    rendererFolder: path.join(ROOT, 'dist', 'renderer'),
  });
  if (!host.ok) return refused(host.refusal);
  if (host.value.refusal) refused(host.value.refusal);
  const interrupted = new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
  await serve(host.value, interrupted);
  await host.value.close();
  return host.value.refusal === null ? 0 : REFUSED;
}

/** Until the window is closed; without one, until Ctrl+C. */
async function serve(host: BrowserHost, interrupted: Promise<void>): Promise<void> {
  if (!(await closedByOfficer(host, interrupted))) {
    const say = (): void => console.log(message('host.serving', { url: host.url }));
    say();
    console.log(message('host.serveUntil'));
    process.stdin.on('data', say);
    await interrupted;
    process.stdin.destroy();
  }
}

/** Whether there was a window, and it is closed now. */
async function closedByOfficer(host: BrowserHost, interrupted: Promise<void>): Promise<boolean> {
  const display = hasDisplay(process.platform, process.env);
  const browser = display ? findBrowser(process.platform, process.env) : null;
  if (!browser) {
    console.log(message(display ? 'host.noBrowser' : 'host.noDisplay'));
    return false;
  }
  // A folder that cannot be used is no place for a browser's files either.
  const window = openWindow(browser, host.url, host.refusal === null ? host.library : tmpdir());
  console.log(message('host.windowOpened', { browser }));
  const end = await Promise.race([window.ended, interrupted]);
  if (!end) {
    window.close();
    await window.ended;
    return true;
  }
  if ('code' in end) return true;
  console.log(message('host.windowFailed', { browser, reason: end.failed }));
  return false;
}

/** The exit code where Electron's window was there, else how it failed. Its own part is bundled first, which `npm start` did not do. */
async function runElectron(electron: string, { library, files }: StartOptions): Promise<number | string> {
  const { createBuilder } = await import('vite');
  const configFile = path.join(ROOT, 'build', 'vite.electron.config.ts');
  await (await createBuilder({ configFile, logLevel: 'warn' })).buildApp();
  const line = [
    path.join(ROOT, 'dist', 'electron', 'main.js'),
    ...(library === undefined ? [] : [`--library=${library}`]),
    ...files,
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  ];
  const child = spawn(electron, line, { stdio: 'inherit' });
  return new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) => {
      // An officer who read why the library does not open and left is not asked a second time by a browser.
      resolve(code === 0 || code === REFUSED ? code : `${code ?? signal}`);
    });
  });
}

function refused(refusal: Refusal): number {
  console.error(wordRefusalOf(refusal));
  return REFUSED;
}

const options = readStartOptions(process.argv.slice(2), callerFolder('start', process.env));
process.exitCode = options.ok ? await start(options.value) : refused(options.refusal);
