import type { IpcMainInvokeEvent } from 'electron';
import { expect, test, vi } from 'vitest';
import { isFromOurPage } from '../../../../electron/hosts/electron/sender.ts';
import { ELSEWHERE } from './attacked-page.ts';
import * as standIn from './electron-stand-in.ts';

vi.mock('electron', () => import('./electron-stand-in.ts'));

test('a message is heard from our page alone, not from a frame in it (item 17)', () => {
  const from = (senderFrame: unknown) =>
    isFromOurPage({ senderFrame } as Pick<IpcMainInvokeEvent, 'senderFrame'>);
  expect(from(standIn.OUR_FRAME)).toBe(true);
  expect(from(null)).toBe(false);
  expect(from({ ...standIn.OUR_FRAME, parent: standIn.OUR_FRAME })).toBe(false);
  for (const url of ELSEWHERE) expect(from({ url, parent: null }), url).toBe(false);
});
