import type { IpcMain } from 'electron';
import { WINDOW_CHANNEL, windowAddressSchema } from '../../../shared/api/host.ts';
import { isFromOurPage } from './sender.ts';

/** Opens another window on a screen of our own page, and on nothing else, when our page asks for it. */
export function answerWindows(ipc: IpcMain, open: (address: string) => void): void {
  ipc.handle(WINDOW_CHANNEL, (event, message: unknown): void => {
    const address = windowAddressSchema.safeParse(message);
    if (isFromOurPage(event) && address.success) open(address.data);
  });
}
