import { BrowserWindow } from 'electron';
import { expect, test, vi } from 'vitest';
import { denyWebviews } from '../../../../electron/hosts/electron/deny-webviews.ts';
import { isStopped } from './attacked-page.ts';

vi.mock('electron', () => import('./electron-stand-in.ts'));

test('the page embeds no other page (item 12)', () => {
  denyWebviews(new BrowserWindow().webContents);
  expect(isStopped('will-attach-webview', 'app://planner/')).toBe(true);
});
