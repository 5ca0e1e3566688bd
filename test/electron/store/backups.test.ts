import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Disk, machineDisk } from '../../../electron/disk.ts';
import { type BackupFile, backupName, backupsIn, tooMany } from '../../../electron/store/backup-files.ts';
import { Backups } from '../../../electron/store/backups.ts';
import { planId } from '../../../shared/plan/ids.ts';
import { expectedOf, fillLibrary } from '../../faults/full-library.ts';
import { judge } from '../../faults/judge.ts';
import { must } from '../../shared/plan/sample-plan.ts';
import { TemporaryLibrary } from './temporary-library.ts';

async function filled(): Promise<TemporaryLibrary> {
  const place = new TemporaryLibrary();
  await fillLibrary(place);
  return place;
}

function withSecond(place: TemporaryLibrary, folder: string, disk: Disk = machineDisk): Backups {
  return new Backups(place.opened, { disk, now: place.desk.now, secondFolder: () => folder });
}

describe('a backup', () => {
  test('is one whole file that opens as a library of its own', async () => {
    using place = await filled();
    const { backup, second } = await place.backups.make('manual');
    expect(second).toBeNull();
    expect(readdirSync(path.join(place.folder, 'backups'))).toEqual([backup.name]);
    using copy = new TemporaryLibrary();
    copy.library.close();
    writeFileSync(path.join(copy.folder, 'library.plkp.db'), readFileSync(backup.file));
    copy.reopen();
    expect(judge(copy.library, null, expectedOf(place.library))).toEqual({ kind: 'whole' });
  });

  test('is due when something was written since the last', async () => {
    using place = await filled();
    expect(place.backups.isDue()).toBe(true);
    await place.backups.make('start');
    expect(place.backups.isDue()).toBe(false);
    place.library.setDeleted(planId('plan-1'), true);
    expect(place.backups.isDue()).toBe(true);
  });

  test('is copied to the second folder, the same to the byte', async () => {
    using place = await filled();
    const stick = path.join(place.folder, 'usb');
    mkdirSync(stick);
    const { backup, second } = await withSecond(place, stick).make('schedule');
    expect(second).toBeNull();
    expect(readFileSync(path.join(stick, backup.name)).equals(readFileSync(backup.file))).toBe(true);
  });

  test('is made though the second folder is not there, which is said', async () => {
    using place = await filled();
    const stick = path.join(place.folder, 'không có');
    const { backup, second } = await withSecond(place, stick).make('schedule');
    expect(existsSync(backup.file)).toBe(true);
    expect(second).toMatchObject({ code: 'backup.cannotWrite', params: { reason: 'ENOENT' } });
  });

  test('that cannot be written leaves no half of it', async () => {
    using place = await filled();
    const full: Disk = {
      ...machineDisk,
      flush: () => {
        throw Object.assign(new Error('full'), { code: 'ENOSPC' });
      },
    };
    const backups = new Backups(place.opened, { disk: full, now: place.desk.now, secondFolder: () => null });
    await expect(backups.make('manual')).rejects.toThrow('full');
    expect(readdirSync(path.join(place.folder, 'backups'))).toEqual([]);
    expect(place.backups.isDue()).toBe(true);
  });
});

describe('backups make room', () => {
  const file = (iso: string): BackupFile => {
    const at = new Date(iso);
    const name = backupName(at, 'schedule');
    return { name, file: name, at, reason: 'schedule', bytes: 1 };
  };

  test('three of today stay, one of each earlier day, ten in all', () => {
    const now = new Date('2025-06-30T12:00:00Z');
    const days = Array.from({ length: 30 }, (_, day) => `2025-06-${String(30 - day).padStart(2, '0')}`);
    const all = days.flatMap((day) =>
      [11, 10, 9, 8, 7].map((hour) => file(`${day}T${`0${hour}`.slice(-2)}:00:00Z`)),
    );
    const gone = new Set(tooMany(all, now));
    const kept = all.filter((one) => !gone.has(one)).map((one) => one.at.toISOString().slice(0, 13));
    expect(kept).toEqual([
      '2025-06-30T11',
      '2025-06-30T10',
      '2025-06-30T09',
      ...days.slice(1, 8).map((day) => `${day}T11`),
    ]);
  });

  test('files of other names are left alone', async () => {
    using place = await filled();
    mkdirSync(path.join(place.folder, 'backups'));
    writeFileSync(path.join(place.folder, 'backups', 'của tôi.plkp.db'), '');
    for (let count = 0; count < 5; count += 1) await place.backups.make('manual');
    expect(backupsIn(machineDisk, path.join(place.folder, 'backups'))).toHaveLength(3);
    expect(existsSync(path.join(place.folder, 'backups', 'của tôi.plkp.db'))).toBe(true);
  });
});

describe('a restore', () => {
  test('says what it would change, changes that, and can be taken back', async () => {
    using place = await filled();
    const { backup } = await place.backups.make('manual');
    const before = expectedOf(place.library);
    const [plan] = before;
    if (!plan) throw new Error('no plan');
    place.library.setDeleted(plan.id, true);
    const after = expectedOf(place.library);

    const preview = must(place.backups.preview({ name: backup.name }));
    expect(preview).toMatchObject({
      plans: [{ id: plan.id, before: null, after: { sequence: 27 } }],
      same: 2,
    });
    expect(expectedOf(place.library)).toEqual(after);

    const { restored, undo } = must(await place.backups.restore({ name: backup.name }));
    expect(restored).toEqual(preview);
    expect(judge(place.library, null, before)).toEqual({ kind: 'whole' });
    expect(place.library.list()).toHaveLength(3);

    must(await place.backups.restore({ name: undo.name }));
    expect(expectedOf(place.library)).toEqual(after);
    place.reopen();
    expect(place.opened.recovery).toBeNull();
    expect(expectedOf(place.library)).toEqual(after);
  });

  test('of a damaged, a foreign or a missing file is refused with nothing changed', async () => {
    using place = await filled();
    const { backup } = await place.backups.make('manual');
    const before = expectedOf(place.library);
    const bytes = readFileSync(backup.file);
    bytes.fill(0x5a, bytes.length / 2, bytes.length / 2 + 3000);
    const codes = [
      await place.backups.restore({ title: 'hỏng.db', bytes }),
      await place.backups.restore({ title: 'ảnh.png', bytes: Buffer.from('không phải thư viện'.repeat(99)) }),
      await place.backups.restore({ title: 'trống', bytes: new Uint8Array() }),
      await place.backups.restore({ name: 'không có' }),
    ].map((result) => (result.ok ? 'restored' : result.refusal.code));
    expect(codes).toEqual(['backup.notWhole', 'backup.notOurs', 'backup.notWhole', 'backup.cannotRead']);
    expect(expectedOf(place.library)).toEqual(before);
    expect(readdirSync(place.folder).filter((name) => name.startsWith('restoring'))).toEqual([]);
  });
});
