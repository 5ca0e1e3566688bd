import type { Dialog } from 'electron';
import { message } from '../../../shared/messages/message.ts';
import type { Result } from '../../../shared/refusal.ts';
import { waysOut } from '../ways-out.ts';
import { wordRefusalOf } from '../word-refusal.ts';

/**
 * Opens the library in a folder; where that is refused, tells the officer why and asks what to do, until one opens. A
 * folder chosen here is for this start alone, which the box says. Answers null where the officer gave it up.
 */
export async function openOrAsk<Opened>(
  dialog: Pick<Dialog, 'showMessageBox' | 'showOpenDialog'>,
  title: string,
  first: string,
  open: (folder: string) => Result<Opened>,
): Promise<Opened | null> {
  for (let folder = first; ; ) {
    const opened = open(folder);
    if (opened.ok) return opened.value;
    const { otherFolder, advice } = waysOut(opened.refusal, folder);
    const retry = message('startup.retry');
    const choose = message('startup.chooseFolder');
    const quit = message('startup.quit');
    const buttons = otherFolder ? [retry, choose, quit] : [retry, quit];
    const { response } = await dialog.showMessageBox({
      type: 'error',
      title,
      message: wordRefusalOf(opened.refusal),
      detail: [...advice, ...(otherFolder ? [message('startup.chosenOnce')] : [])].join('\n\n'),
      buttons,
      defaultId: 0,
      cancelId: buttons.length - 1,
      noLink: true,
    });
    if (buttons[response] === quit) return null;
    if (buttons[response] !== choose) continue;
    const chosen = await dialog.showOpenDialog({
      title: choose,
      properties: ['openDirectory', 'createDirectory'],
    });
    folder = chosen.filePaths[0] ?? folder;
  }
}
