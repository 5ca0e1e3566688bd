import { BrowserWindow } from 'electron';
import { expect, test, vi } from 'vitest';
import { denyNavigation } from '../../../../electron/hosts/electron/deny-navigation.ts';
import { ELSEWHERE, isStopped } from './attacked-page.ts';

vi.mock('electron', () => import('./electron-stand-in.ts'));

test('the page may show a frame of its own writing (the print preview), but not become one', () => {
  denyNavigation(new BrowserWindow().webContents);
  expect(isStopped('will-frame-navigate', 'about:srcdoc', { isMainFrame: false })).toBe(false);
  expect(isStopped('will-frame-navigate', 'about:srcdoc', { isMainFrame: true })).toBe(true);
  expect(isStopped('will-frame-navigate', 'https://evil.example/', { isMainFrame: false })).toBe(true);
});

test('the page cannot be led elsewhere, by a link, a script, a redirect or a dropped file (item 13)', () => {
  denyNavigation(new BrowserWindow().webContents);
  for (const moment of ['will-navigate', 'will-frame-navigate', 'will-redirect']) {
    for (const url of ELSEWHERE) expect(isStopped(moment, url), `${moment} ${url}`).toBe(true);
    expect(isStopped(moment, 'app://planner/assets/main.js')).toBe(true);
    expect(isStopped(moment, 'app://planner/')).toBe(false);
  }
});
