import { session } from 'electron';
import { expect, test, vi } from 'vitest';
import { printPreferences, webPreferences } from '../../../../electron/hosts/electron/web-preferences.ts';

vi.mock('electron', () => import('./electron-stand-in.ts'));

const SHELTERED = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  webviewTag: false,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
};

test('the page is a sandboxed web page without Node.js (items 2, 3, 4, 6, 8, 9, 10, 11)', () => {
  expect(webPreferences('/preload.cjs')).toMatchObject({ ...SHELTERED, preload: '/preload.cjs' });
  expect(webPreferences('/preload.cjs')).not.toHaveProperty('enableBlinkFeatures');
});

test('the pages of a print have no door and run no script', () => {
  const preferences = printPreferences(session.defaultSession);
  expect(preferences).toMatchObject({ ...SHELTERED, javascript: false });
  expect(preferences).not.toHaveProperty('preload');
});
