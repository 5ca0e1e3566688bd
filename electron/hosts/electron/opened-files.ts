import path from 'node:path';
import type { App, BrowserWindow, Dialog } from 'electron';
import { FILES_CHANNEL } from '../../../shared/api/host.ts';
import type { Inbox } from '../../inbox.ts';
import { readWholeFile } from '../whole-file.ts';
import { wordRefusalOf } from '../word-refusal.ts';

/**
 * Plan files that were double-clicked: named on the command line at the start, by a second start, or told by macOS. The
 * page hears that there is something, and gets bytes and names, never a path.
 */
export function hearOpenedFiles(
  app: App,
  dialog: Dialog,
  window: () => BrowserWindow | null,
  inbox: Inbox,
): void {
  const open = (files: readonly string[]): void => {
    for (const file of files) {
      const bytes = readWholeFile(file);
      if (bytes.ok) inbox.put({ name: path.basename(file), bytes: bytes.value });
      else dialog.showErrorBox(app.getName(), wordRefusalOf(bytes.refusal));
    }
    if (files.length > 0) window()?.webContents.send(FILES_CHANNEL);
  };
  app.on('second-instance', (_event, line, folder) => open(planFilesOf(line, folder)));
  app.on('open-file', (event, file) => {
    event.preventDefault();
    open(planFilesOf([file], process.cwd()));
  });
  open(planFilesOf(process.argv, process.cwd()));
}

/** The plan files that a command line names, whatever else stands on it. */
export function planFilesOf(line: readonly string[], folder: string): string[] {
  return line
    .filter((word) => !word.startsWith('-') && word.toLowerCase().endsWith('.plkp'))
    .map((word) => path.resolve(folder, word));
}
