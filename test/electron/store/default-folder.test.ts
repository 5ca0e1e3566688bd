import { expect, test } from 'vitest';
import { defaultFolder } from '../../../electron/store/default-folder.ts';

test.each([
  ['win32', { APPDATA: 'D:\\Lan\\Roaming' }, 'C:\\Users\\Lan', 'D:\\Lan\\Roaming\\phu-luc-kinh-phi'],
  ['win32', {}, 'C:\\Users\\Lan', 'C:\\Users\\Lan\\AppData\\Roaming\\phu-luc-kinh-phi'],
  ['darwin', {}, '/Users/lan', '/Users/lan/Library/Application Support/phu-luc-kinh-phi'],
  ['linux', { XDG_DATA_HOME: '/data' }, '/home/lan', '/data/phu-luc-kinh-phi'],
  ['linux', { XDG_DATA_HOME: 'relative' }, '/home/lan', '/home/lan/.local/share/phu-luc-kinh-phi'],
  ['linux', {}, '/home/lan', '/home/lan/.local/share/phu-luc-kinh-phi'],
] as const)(
  'on %s with %o a library lives in the user’s own data folder',
  (platform, environment, home, folder) => {
    expect(defaultFolder(platform, environment, home)).toBe(folder);
  },
);
