import { BrowserWindow } from 'electron';
import { expect, test, vi } from 'vitest';
import { denyWindows } from '../../../../electron/hosts/electron/deny-windows.ts';
import { ELSEWHERE, lastContents } from './attacked-page.ts';

vi.mock('electron', () => import('./electron-stand-in.ts'));

test('the page opens no window, here or in the browser (items 14, 15)', () => {
  denyWindows(new BrowserWindow().webContents);
  for (const url of [...ELSEWHERE, 'app://planner/']) {
    expect(lastContents().openHandler?.({ url })).toEqual({ action: 'deny' });
  }
});
