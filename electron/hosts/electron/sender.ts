import type { IpcMainInvokeEvent } from 'electron';
import { isOurs } from './scheme.ts';

/**
 * Whether a message comes from our page itself: not from a frame in it, and not from a page that took its place.
 *
 * Electron security checklist, item 17: "Validate the sender of all IPC messages".
 */
export function isFromOurPage({ senderFrame }: Pick<IpcMainInvokeEvent, 'senderFrame'>): boolean {
  return senderFrame !== null && senderFrame.parent === null && isOurs(senderFrame.url);
}
