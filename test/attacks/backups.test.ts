import { execFileSync } from 'node:child_process';
import {
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { beforeEach, describe, expect, test } from 'vitest';
import { Keeper } from '../../electron/keeper.ts';
import { createPlanner } from '../../electron/planner.ts';
import { backupName } from '../../electron/store/backup-files.ts';
import { LIBRARY_FILE } from '../../electron/store/library-files.ts';
import { sealOfRow } from '../../electron/store/tables.ts';
import type { PlanId } from '../../shared/plan/ids.ts';
import { noWorkbooks } from '../electron/planner/no-workbooks.ts';
import { writeOlderLibrary } from '../electron/store/older-library.ts';
import { TemporaryLibrary, temporaryFolder } from '../electron/store/temporary-library.ts';
import { must } from '../shared/plan/sample-plan.ts';

/** Attack: a backup that somebody else made, or put in the folder of backups. */
let place: TemporaryLibrary;
let id: PlanId;
const planner = () => createPlanner(place.library, noWorkbooks, place.desk);
const inBackups = (name: string) => path.join(place.folder, 'backups', name);

beforeEach(async () => {
  place = new TemporaryLibrary();
  id = must(await planner().createSample({ sample: 'vinh-long-2022-2025' })).plan.id;
  must(await planner().backUp({}));
  return () => place[Symbol.dispose]();
});

/** A copy of the library as a file from elsewhere, changed. */
async function copyWith(work: (database: Database.Database) => void): Promise<Uint8Array<ArrayBuffer>> {
  using elsewhere = temporaryFolder();
  const file = path.join(elsewhere.folder, 'copy.db');
  writeFileSync(file, must(await planner().copyLibrary({})).bytes);
  const database = new Database(file);
  work(database);
  database.close();
  return new Uint8Array(readFileSync(file));
}

/** Refused in both ways, with nothing changed. */
async function expectRefused(bytes: Uint8Array<ArrayBuffer>, code = 'backup.notWhole'): Promise<void> {
  const before = place.library.read(id);
  const backup = { title: 'thư viện.plkp.db', bytes };
  expect(await planner().previewRestore({ backup })).toMatchObject({ ok: false, refusal: { code } });
  expect(await planner().restoreBackup({ backup })).toMatchObject({ ok: false, refusal: { code } });
  expect(place.library.read(id)).toEqual(before);
  expect(readdirSync(place.folder).filter((name) => name.startsWith('restoring'))).toEqual([]);
}

describe('a file from elsewhere', () => {
  test.each([
    'CREATE TRIGGER more AFTER INSERT ON plan BEGIN DELETE FROM history; END',
    'DROP TABLE own_form; CREATE VIEW own_form AS SELECT 1 AS id, 2 AS json, 3 AS seal',
    'CREATE TABLE theirs (it)',
    'CREATE INDEX endless ON plan (hex(zeroblob(length(title))))',
  ])('with “%s” in it is refused', async (statement) => {
    await expectRefused(await copyWith((database) => database.exec(statement)));
  });

  test('of an older version with a trigger is not migrated with it', async () => {
    using older = temporaryFolder();
    writeOlderLibrary(older.folder, 4);
    const file = path.join(older.folder, LIBRARY_FILE);
    const database = new Database(file);
    database.exec(`CREATE TRIGGER more BEFORE UPDATE ON plan BEGIN SELECT RAISE(ABORT, 'it ran'); END;
      CREATE TRIGGER moretoo BEFORE UPDATE ON settings BEGIN SELECT RAISE(ABORT, 'it ran'); END;
      CREATE TRIGGER morestill BEFORE UPDATE ON row_amounts BEGIN SELECT RAISE(ABORT, 'it ran'); END`);
    database.close();
    const backup = { title: 'cũ.plkp.db', bytes: new Uint8Array(readFileSync(file)) };
    expect(await planner().previewRestore({ backup })).toMatchObject({
      refusal: { code: 'backup.notWhole', params: { reason: 'verify.schema' } },
    });
  });

  test('whose amounts are not what its history made, each under its seal, is refused', async () => {
    const bytes = await copyWith((database) => {
      const row = { plan: id, row: 'DA3-TDA1', amounts: '[["central","recurrent",2022,"5"]]' };
      const seal = sealOfRow('row_amounts', row, null);
      database
        .prepare('UPDATE row_amounts SET amounts = @amounts, seal = @seal WHERE row = @row')
        .run({ ...row, seal });
    });
    await expectRefused(bytes);
  });

  test('whose total is no amount is refused, not a fault of the program', async () => {
    const bytes = await copyWith((database) => {
      const row = { ...place.library.find(id), total: 'một tỷ' };
      database
        .prepare('UPDATE plan SET total = @total, seal = @seal')
        .run({ total: row.total, seal: sealOfRow('plan', row, null) });
    });
    await expectRefused(bytes);
    writeFileSync(inBackups(backupName(new Date(Date.UTC(2026, 0, 1)), 'manual')), bytes);
    place.library.setDeleted(id, true);
    const name = must(await planner().backups({}))[0]?.name ?? '';
    expect(await planner().previewRestore({ backup: { name } })).toMatchObject({
      refusal: { code: 'backup.notWhole' },
    });
  });

  test.each([
    ['a packed file', Buffer.from('504b0304140000000800', 'hex'), 'backup.notOurs'],
    ['a plan as a file', Buffer.from('PLKP 1 {"lock":null}\n'), 'backup.notOurs'],
    ['nothing', Buffer.alloc(0), 'backup.notWhole'],
  ])('that is %s is no library', async (_, start, code) => {
    const bytes = new Uint8Array(start.length === 0 ? 0 : 9_000);
    bytes.set(start);
    await expectRefused(bytes, code);
  });
});

describe('a backup by its name', () => {
  test.each([
    '../library.plkp.db',
    '../elsewhere.plkp.db',
    '/etc/passwd',
    'C:\\library.plkp.db',
    '..',
    '.',
    'library\0.plkp.db',
    '__proto__',
  ])('%j is none of the list and opens nothing', async (name) => {
    const [backup] = readdirSync(path.join(place.folder, 'backups'));
    copyFileSync(inBackups(`${backup}`), path.join(place.folder, 'elsewhere.plkp.db'));
    const unknown = { refusal: { code: 'backup.unknown', params: { name } } };
    expect(await planner().previewRestore({ backup: { name } })).toMatchObject(unknown);
    expect(await planner().restoreBackup({ backup: { name } })).toMatchObject(unknown);
  });

  test.runIf(process.platform !== 'win32')(
    'that is a link, a pipe or a folder is none, and nobody waits for it',
    async () => {
      const names = [1, 2, 3, 4].map((hour) => backupName(new Date(Date.UTC(2026, 0, 1, hour)), 'manual'));
      const [link = '', pipe = '', folder = '', endless = ''] = names;
      const outside = path.join(place.folder, 'elsewhere.plkp.db');
      const [backup] = readdirSync(path.join(place.folder, 'backups'));
      copyFileSync(inBackups(`${backup}`), outside);
      symlinkSync(outside, inBackups(link));
      symlinkSync('/dev/zero', inBackups(endless));
      execFileSync('mkfifo', [inBackups(pipe)]);
      mkdirSync(inBackups(folder));
      expect(must(await planner().backups({})).map(({ name }) => name)).toEqual([backup]);
      for (const name of names) {
        expect(await planner().previewRestore({ backup: { name } })).toMatchObject({
          refusal: { code: 'backup.unknown' },
        });
      }
      // A recovery looks through all of them.
      place.database.prepare("UPDATE plan SET seal = ''").run();
      place.reopen();
      expect(place.opened.recovery?.plans).toMatchObject([{ id, state: 'whole' }]);
    },
  );
});

describe('the library’s own folder', () => {
  test.runIf(process.platform !== 'win32')(
    'with a folder of backups that leads elsewhere touches nothing else there',
    async () => {
      using elsewhere = temporaryFolder();
      writeFileSync(path.join(elsewhere.folder, 'của người khác.plkp.db'), 'không phải của ta');
      writeFileSync(path.join(elsewhere.folder, 'library.part'), '');
      renameSync(path.join(place.folder, 'backups'), path.join(elsewhere.folder, 'thật'));
      symlinkSync(elsewhere.folder, path.join(place.folder, 'backups'));
      const keeper = new Keeper(place.library, place.desk);
      for (let count = 0; count < 6; count += 1) await keeper.make('manual');
      expect(readdirSync(elsewhere.folder)).toEqual(
        expect.arrayContaining(['của người khác.plkp.db', 'library.part', 'thật']),
      );
      expect(keeper.list()).toHaveLength(3);
    },
  );

  test.runIf(process.platform !== 'win32')(
    'with a link in the place of kept files takes no report from there',
    () => {
      using elsewhere = temporaryFolder();
      const report = {
        at: '2030-01-01T00:00:00.000Z',
        kept: 'x',
        problems: [],
        backups: [],
        plans: [],
        lost: [],
      };
      writeFileSync(path.join(elsewhere.folder, 'report.json'), JSON.stringify(report));
      symlinkSync(elsewhere.folder, path.join(place.folder, 'damaged-2030-01-01T00-00-00-000Z'));
      place.reopen();
      expect(place.opened.recovery).toBeNull();
    },
  );

  test('with a report that is none opens all the same', () => {
    const kept = path.join(place.folder, 'damaged-2030-01-01T00-00-00-000Z');
    mkdirSync(kept);
    writeFileSync(path.join(kept, 'report.json'), '{"at":');
    place.reopen();
    expect(place.opened.recovery).toBeNull();
    expect(place.library.find(id)?.id).toBe(id);
  });
});
