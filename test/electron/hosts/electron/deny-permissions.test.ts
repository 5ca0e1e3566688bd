import { session } from 'electron';
import { expect, test, vi } from 'vitest';
import { denyPermissions } from '../../../../electron/hosts/electron/deny-permissions.ts';
import * as standIn from './electron-stand-in.ts';

vi.mock('electron', () => import('./electron-stand-in.ts'));

test('the page gets no permission but to put cells on the clipboard (item 5)', () => {
  denyPermissions(session.defaultSession);
  const { request, check, device } = standIn.session.defaultSession;
  const granted = (permission: string): boolean => {
    let decision = false;
    request?.(null, permission, (answer) => {
      decision = answer;
    });
    expect(check?.(null, permission)).toBe(decision);
    return decision;
  };
  expect(granted('clipboard-sanitized-write')).toBe(true);
  for (const permission of [
    'clipboard-read',
    'media',
    'geolocation',
    'notifications',
    'midiSysex',
    'pointerLock',
    'fullscreen',
    'openExternal',
    'fileSystem',
    'hid',
    'usb',
    'serial',
    'unknown',
  ]) {
    expect(granted(permission), permission).toBe(false);
  }
  expect(device?.()).toBe(false);
  let port: string | undefined;
  standIn.session.defaultSession.emit(
    'select-serial-port',
    { preventDefault: () => {} },
    [],
    null,
    (id: string) => {
      port = id;
    },
  );
  expect(port).toBe('');
});
