import path from 'node:path';
import type { BrowserWindow, Dialog, IpcMain } from 'electron';
import {
  type ChosenFile,
  DIALOG_CHANNEL,
  type DialogMessage,
  dialogMessageSchema,
} from '../../../shared/api/host.ts';
import type { Refusal } from '../../../shared/refusal.ts';
import { readWholeFile, writeWholeFile } from '../whole-file.ts';
import { wordRefusalOf } from '../word-refusal.ts';
import { isFromOurPage } from './sender.ts';

/**
 * The platform's own dialogs for files. The officer's choice is what opens a file, never a path from the page. What
 * the disk refuses (a workbook that Excel holds open) is said in a dialog here, and answered like a cancelled one.
 */
export function answerDialogs(
  ipc: IpcMain,
  dialog: Dialog,
  window: () => BrowserWindow | null,
  documents: string,
): void {
  ipc.handle(DIALOG_CHANNEL, async (event, message: unknown): Promise<boolean | ChosenFile[] | null> => {
    const owner = window();
    if (!isFromOurPage(event) || !owner) return null;
    const asked = dialogMessageSchema.safeParse(message);
    if (!asked.success) return null;
    return asked.data.kind === 'save' ? save(owner, asked.data) : open(owner, asked.data);
  });

  async function save(owner: BrowserWindow, asked: DialogMessage & { kind: 'save' }): Promise<boolean> {
    const name = path.basename(asked.name);
    const chosen = await dialog.showSaveDialog(owner, {
      defaultPath: path.join(documents, name),
      filters: [filterOf([path.extname(name).slice(1)])],
    });
    if (chosen.canceled || chosen.filePath === '') return false;
    const written = writeWholeFile(chosen.filePath, asked.bytes);
    if (!written.ok) await say(owner, written.refusal);
    return written.ok;
  }

  async function open(owner: BrowserWindow, asked: DialogMessage & { kind: 'open' }): Promise<ChosenFile[]> {
    const chosen = await dialog.showOpenDialog(owner, {
      defaultPath: documents,
      properties: ['openFile', 'multiSelections'],
      filters: [filterOf(asked.extensions)],
    });
    if (chosen.canceled) return [];
    const files: ChosenFile[] = [];
    for (const file of chosen.filePaths) {
      const bytes = readWholeFile(file);
      if (bytes.ok) files.push({ name: path.basename(file), bytes: bytes.value });
      else await say(owner, bytes.refusal);
    }
    return files;
  }

  async function say(owner: BrowserWindow, refusal: Refusal): Promise<void> {
    await dialog.showMessageBox(owner, { type: 'error', message: wordRefusalOf(refusal) });
  }
}

function filterOf(extensions: string[]): { name: string; extensions: string[] } {
  return { name: extensions.map((extension) => `.${extension}`).join(', '), extensions };
}
