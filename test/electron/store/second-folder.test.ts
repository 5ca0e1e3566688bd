import { mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Disk, machineDisk } from '../../../electron/disk.ts';
import { createPlanner } from '../../../electron/planner.ts';
import { checkSecondFolder } from '../../../electron/store/second-folder.ts';
import { isMessageCode, message } from '../../../shared/messages/message.ts';
import { must } from '../../shared/plan/sample-plan.ts';
import { noWorkbooks } from '../planner/no-workbooks.ts';
import { TemporaryLibrary, temporaryFolder } from './temporary-library.ts';

let place: TemporaryLibrary;
let elsewhere: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  place = new TemporaryLibrary();
  elsewhere = temporaryFolder();
});
afterEach(() => {
  place[Symbol.dispose]();
  elsewhere[Symbol.dispose]();
});

/** The code of what is said against a folder; null where nothing is. */
function against(folder: string, disk: Disk = machineDisk): string | null {
  const checked = checkSecondFolder(disk, place.folder, folder);
  if (checked.ok) return null;
  const { code, params } = checked.refusal;
  expect(isMessageCode(code) && message(code, params)).toContain(folder);
  return code;
}

describe('a second folder for backups', () => {
  test('is taken where it can be written to, with nothing left in it', () => {
    expect(against(elsewhere.folder)).toBeNull();
    expect(readdirSync(elsewhere.folder)).toEqual([]);
  });

  test('that is not there, is a file or no whole path is refused', () => {
    const file = path.join(elsewhere.folder, 'tệp');
    writeFileSync(file, '');
    expect(against(path.join(elsewhere.folder, 'không có'))).toBe('settings.folderMissing');
    expect(against(file)).toBe('settings.folderIsFile');
    expect(against(path.join(file, 'trong'))).toBe('settings.folderIsFile');
    expect(against('Sao lưu')).toBe('settings.folderNotWhole');
  });

  test('that is the library’s own, in it, or leads there is refused', () => {
    const inside = path.join(place.folder, 'backups');
    mkdirSync(inside);
    expect(against(place.folder)).toBe('settings.folderOfLibrary');
    expect(against(inside)).toBe('settings.folderOfLibrary');
    const link = path.join(elsewhere.folder, 'liên kết');
    symlinkSync(place.folder, link, 'junction');
    expect(against(link)).toBe('settings.folderOfLibrary');
    expect(readdirSync(inside)).toEqual([]);
  });

  test('that nobody may write to is refused', () => {
    const disk: Disk = {
      ...machineDisk,
      write: () => {
        throw Object.assign(new Error('read-only'), { code: 'EROFS' });
      },
    };
    expect(against(elsewhere.folder, disk)).toBe('settings.folderNotWritable');
  });
});

describe('the settings', () => {
  const planner = () => createPlanner(place.library, noWorkbooks, place.desk);
  const saved = (backupFolder: string, author = 'Lan') =>
    planner().keepSettings({ settings: { author, backupFolder } });

  test('say at once what is wrong with the folder, and keep nothing then', async () => {
    const refused = await saved(path.join(elsewhere.folder, 'không có'), 'Minh');
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'settings.folderMissing' } });
    expect(must(await planner().settings({})).settings).toMatchObject({ author: '', backupFolder: '' });
  });

  test('keep a folder that is away for the moment', async () => {
    const stick = path.join(elsewhere.folder, 'usb');
    mkdirSync(stick);
    must(await saved(stick));
    elsewhere[Symbol.dispose]();
    must(await saved(stick, 'Minh'));
    expect(must(await planner().settings({})).settings).toMatchObject({
      author: 'Minh',
      backupFolder: stick,
    });
    must(await saved(''));
  });
});
