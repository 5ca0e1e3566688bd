import { app, BrowserWindow } from 'electron';
import { expect, test, vi } from 'vitest';
import { limitEveryPage } from '../../../../electron/hosts/electron/every-page.ts';
import { isStopped, lastContents } from './attacked-page.ts';

vi.mock('electron', () => import('./electron-stand-in.ts'));

test('a page that nobody thought of stays where it is, opens no window and embeds none (items 12, 13, 14)', () => {
  limitEveryPage(app);
  new BrowserWindow();
  expect(isStopped('will-navigate', 'https://evil.example/')).toBe(true);
  expect(isStopped('will-attach-webview', 'app://planner/')).toBe(true);
  expect(lastContents().openHandler?.({ url: 'app://planner/' })).toEqual({ action: 'deny' });
});
