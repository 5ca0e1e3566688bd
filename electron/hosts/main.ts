import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { app, type BrowserWindow, dialog, ipcMain, Menu, protocol, session } from 'electron';
import type { Refusal } from '../../shared/refusal.ts';
import { Inbox } from '../inbox.ts';
import { checkPlace, thisMachine } from '../store/folder-place.ts';
import { makeFolder } from '../store/make-folder.ts';
import { answerMenu } from './electron/answer-menu.ts';
import { answerWindows } from './electron/answer-windows.ts';
import { answerCalls } from './electron/calls.ts';
import { denyDownloads } from './electron/deny-downloads.ts';
import { denyNetwork } from './electron/deny-network.ts';
import { denyPermissions } from './electron/deny-permissions.ts';
import { answerDialogs } from './electron/dialogs.ts';
import { limitEveryPage } from './electron/every-page.ts';
import { openOrAsk } from './electron/open-or-ask.ts';
import { OpenWindows } from './electron/open-windows.ts';
import { hearOpenedFiles } from './electron/opened-files.ts';
import { PRINT_PARTITION, pagePrinter } from './electron/page-printer.ts';
import { declareScheme, serveRenderer } from './electron/scheme.ts';
import { isOnlyInstance } from './electron/single-instance.ts';
import { openWindow } from './electron/window.ts';
import { type HostParts, openPlanner, platformFolder, refusingBugs } from './open-planner.ts';
import { readRendererFiles } from './renderer-files.ts';
import { wordRefusalOf } from './word-refusal.ts';

/**
 * The Electron shell: the planner in a window. Bundled to dist/electron/main.js, beside preload.cjs, workbook-thread.js
 * and, one folder up, the built interface.
 */
const HERE = import.meta.dirname;

const windows = new OpenWindows();
const window = (): BrowserWindow | null => windows.last();
const inbox = new Inbox();

function start(): void {
  declareScheme();
  // Electron security checklist, item 4: every renderer is sandboxed, also one that does not exist yet.
  app.enableSandbox();
  limitEveryPage(app);
  const library = app.commandLine.getSwitchValue('library') || platformFolder();
  // The browser's own caches stand beside the library. Where they cannot, a window still has to say why.
  const place = checkPlace(library, thisMachine);
  const caches = place.ok ? makeFolder(path.join(library, 'window')) : place;
  app.setPath('userData', caches.ok ? caches.value : mkdtempSync(path.join(tmpdir(), 'plkp-window-')));
  if (!isOnlyInstance(app, window)) {
    app.quit();
    return;
  }
  hearOpenedFiles(app, dialog, window, inbox);
  app.on('window-all-closed', () => app.quit());
  app
    .whenReady()
    .then(() => open(library))
    .catch(fail);
}

async function open(library: string): Promise<void> {
  const renderer = readRendererFiles(path.join(HERE, '..', 'renderer'));
  if (!renderer.ok) {
    refused(renderer.refusal);
    return;
  }
  const parts: HostParts = {
    thread: pathToFileURL(path.join(HERE, 'workbook-thread.js')),
    inbox,
    printer: pagePrinter(session.fromPartition(PRINT_PARTITION)),
  };
  const opened = await openOrAsk(dialog, app.getName(), library, (folder) =>
    refusingBugs(() => openPlanner(folder, parts), console.error),
  );
  if (opened === null) {
    app.exit(2);
    return;
  }
  app.on('will-quit', () => void opened.close());

  denyDownloads(session.defaultSession);
  denyPermissions(session.defaultSession);
  denyNetwork(session.defaultSession);
  serveRenderer(protocol, renderer.value);
  answerCalls(ipcMain, opened.planner, opened.onBug);
  answerDialogs(ipcMain, dialog, window, app.getPath('documents'));
  answerMenu(ipcMain, Menu, window, { platform: process.platform, development: !app.isPackaged });
  const show = (address = ''): BrowserWindow => {
    const shown = openWindow(path.join(HERE, 'preload.cjs'), address);
    windows.add(shown);
    return shown;
  };
  answerWindows(ipcMain, (address) => show(address));
  show();
}

/** Without its own page the program has nothing to show: the reason, then the end. */
function refused(refusal: Refusal): void {
  dialog.showErrorBox(app.getName(), wordRefusalOf(refusal));
  app.exit(2);
}

function fail(error: unknown): void {
  console.error(error);
  app.exit(1);
}

start();
