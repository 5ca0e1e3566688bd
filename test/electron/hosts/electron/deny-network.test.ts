import { session } from 'electron';
import { expect, test, vi } from 'vitest';
import { denyNetwork } from '../../../../electron/hosts/electron/deny-network.ts';
import * as standIn from './electron-stand-in.ts';

vi.mock('electron', () => import('./electron-stand-in.ts'));

test('the page reaches nothing on a network (item 1)', () => {
  denyNetwork(session.defaultSession);
  const cancelled = (url: string): boolean => {
    let cancel = false;
    standIn.session.defaultSession.before?.({ url }, (verdict) => {
      cancel = verdict.cancel;
    });
    return cancel;
  };
  for (const url of [
    'https://evil.example/',
    'http://127.0.0.1:80/',
    'ws://evil.example/',
    'file:///etc/passwd',
    'app://evil/',
  ]) {
    expect(cancelled(url), url).toBe(true);
  }
  for (const url of [
    'app://planner/',
    'app://planner/assets/main.js',
    'data:image/png;base64,AA==',
    'blob:app://planner/1',
  ]) {
    expect(cancelled(url), url).toBe(false);
  }
});
