import { session } from 'electron';
import { expect, test, vi } from 'vitest';
import { denyDownloads } from '../../../../electron/hosts/electron/deny-downloads.ts';
import * as standIn from './electron-stand-in.ts';

vi.mock('electron', () => import('./electron-stand-in.ts'));

test('nothing of a page is downloaded (item 13)', () => {
  denyDownloads(session.defaultSession);
  let stopped = false;
  const preventDefault = () => {
    stopped = true;
  };
  standIn.session.defaultSession.emit('will-download', { preventDefault }, {});
  expect(stopped).toBe(true);
});
