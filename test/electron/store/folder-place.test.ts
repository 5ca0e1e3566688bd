import { describe, expect, test } from 'vitest';
import { checkPlace, type Machine } from '../../../electron/store/folder-place.ts';
import { isMessageCode, message } from '../../../shared/messages/message.ts';

const MOUNTS = [
  '/dev/sda1 / ext4 rw 0 0',
  'tmpfs /run tmpfs rw 0 0',
  'server:/home /home nfs4 rw 0 0',
  '/dev/sdb1 /home/lan/máy ext4 rw 0 0',
  '//server/chung /mnt/v\\040chung cifs rw 0 0',
  'lan@server:/ /mnt/ssh fuse.sshfs rw 0 0',
].join('\n');

const linux: Machine = { platform: 'linux', environment: {}, mounts: () => MOUNTS };
const windows: Machine = {
  platform: 'win32',
  environment: { OneDriveCommercial: 'D:\\Sở Tài chính' },
  mounts: () => '',
};

const refusalOf = (folder: string, machine: Machine): string => {
  const result = checkPlace(folder, machine);
  if (result.ok) return 'fine';
  const { code, params } = result.refusal;
  expect(isMessageCode(code) && message(code, params)).toContain(folder);
  return code;
};

describe('a library is kept away from', () => {
  test.each([
    ['/home/lan/thư viện', linux],
    ['/mnt/v chung/thư viện', linux],
    ['/mnt/ssh', linux],
    ['\\\\server\\chung\\thư viện', windows],
    ['\\\\?\\UNC\\server\\chung', windows],
  ])('the other computer of %s', (folder, machine) => {
    expect(refusalOf(folder, machine)).toBe('library.networkFolder');
  });

  test.each([
    ['/srv/Dropbox/thư viện', linux],
    ['/srv/Google Drive', linux],
    ['C:\\Users\\lan\\OneDrive - UBND Tỉnh\\thư viện', windows],
    ['C:\\Users\\lan\\OneDrive', windows],
    ['D:\\Sở Tài chính\\thư viện', windows],
  ])('the synced folder %s', (folder, machine) => {
    expect(refusalOf(folder, machine)).toBe('library.syncedFolder');
  });
});

test.each([
  ['/srv/thư viện', linux],
  ['/home/lan/máy/thư viện', linux],
  ['/srv/dropbox cũ', linux],
  ['/run/user/0', linux],
  ['C:\\Users\\lan\\AppData\\Roaming\\phu-luc-kinh-phi', windows],
  ['D:\\Sở Tài chính khác', windows],
  ['\\\\?\\C:\\thư viện', windows],
])('%s is a place of its own', (folder, machine) => {
  expect(refusalOf(folder, machine)).toBe('fine');
});
