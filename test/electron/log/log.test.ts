import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import Database from 'better-sqlite3';
import { describe, expect, expectTypeOf, test } from 'vitest';
import { openPlanner } from '../../../electron/hosts/open-planner.ts';
import { FileLog } from '../../../electron/log/log.ts';
import { bugEvent, type LogEvent } from '../../../electron/log/log-event.ts';
import { logWord } from '../../../electron/log/log-word.ts';
import type { Method } from '../../../shared/api/contract.ts';
import { must } from '../../shared/plan/sample-plan.ts';
import { temporaryFolder } from '../store/temporary-library.ts';
import { AMOUNT, NAMES, tellingDay } from './telling-day.ts';

const AT = new Date(Date.UTC(2026, 10, 22, 1, 2, 3));
const textOf = (folder: string): string =>
  readdirSync(path.join(folder, 'logs'))
    .map((name) => readFileSync(path.join(folder, 'logs', name), 'utf8'))
    .join('');

/** The lines without their times. */
const linesOf = (folder: string): string[] =>
  textOf(folder)
    .split('\n')
    .filter(Boolean)
    .map((line) => line.slice(line.indexOf(' ') + 1));

describe('the log of a day', () => {
  test('tells what the program did, and neither an amount nor a name of what was planned', async () => {
    using place = temporaryFolder();
    await tellingDay(place.folder);
    expect(linesOf(place.folder)).toEqual([
      expect.stringMatching(
        /^start program=\d+\.\d+\.\d+ node=[\d.]+ electron=- platform=\w+ library=\d+ readOnly=false$/,
      ),
      'refused method=revise code=api.revisionExists',
      expect.stringMatching(/^refused method=undo code=api\.\w+$/),
      'refused method=previewRestore code=backup.notOurs',
      expect.stringMatching(/^backup reason=manual bytes=\d+ second=-$/),
      expect.stringMatching(/^bug error=Error code=\? at=test\/electron\/log\/telling-day\.ts:\d+:\d+,/),
      'close',
    ]);
    const told = textOf(place.folder);
    for (const name of [...NAMES, 'Kinh phí', '/home', place.folder, `${AMOUNT}`, '98.765', '98765']) {
      expect(told, name).not.toContain(name);
    }
  });

  test('counts what a recovery found and names none of it', async () => {
    using place = temporaryFolder();
    await tellingDay(place.folder);
    const database = new Database(path.join(place.folder, 'library.plkp.db'));
    database.exec("UPDATE plan SET title = title || ' (sửa)'");
    database.close();
    const { close } = must(openPlanner(place.folder));
    await close();
    const [recovered = ''] = linesOf(place.folder).filter((line) => line.startsWith('recovered'));
    expect(recovered).toMatch(/^recovered problems=1 whole=\d notWhole=\d lostRecords=\d$/);
    for (const name of NAMES) expect(textOf(place.folder), name).not.toContain(name);
  });

  test('says that the library did not open, but writes nothing where none belongs', () => {
    using place = temporaryFolder();
    writeFileSync(path.join(place.folder, 'library.plkp.db'), 'x'.repeat(4096));
    expect(openPlanner(place.folder).ok).toBe(false);
    expect(linesOf(place.folder)).toEqual(['notOpened code=library.notOurs']);
    const synced = path.join(place.folder, 'OneDrive');
    mkdirSync(synced);
    expect(openPlanner(synced).ok).toBe(false);
    expect(readdirSync(synced)).toEqual([]);
  });

  test('stands in nobody’s way where it cannot be written', async () => {
    using place = temporaryFolder();
    writeFileSync(path.join(place.folder, 'logs'), '');
    const { planner, onBug, close } = must(openPlanner(place.folder, { onBug: () => {} }));
    must(await planner.createSample({ sample: 'vinh-long-2022-2025' }));
    expect(await planner.createSample({ sample: 'none' })).toMatchObject({ ok: false });
    onBug(new Error('bug'));
    await close();
    expect(readFileSync(path.join(place.folder, 'logs'), 'utf8')).toBe('');
  });

  test('tells once what a window asks every second', async () => {
    using place = temporaryFolder();
    const { planner, close } = must(openPlanner(place.folder));
    for (let time = 0; time < 5; time++) await planner.createSample({ sample: 'none' });
    await planner.jobProgress({ job: '6f9619ff-8b86-4d01-b42d-00c04fc964ff' });
    await close();
    expect(linesOf(place.folder).filter((line) => line.startsWith('refused'))).toEqual([
      'refused method=createSample code=api.unknownSample',
      'refused method=jobProgress code=job.unknown',
    ]);
  });
});

describe('the files of the log', () => {
  test('are this user’s alone', () => {
    using place = temporaryFolder();
    new FileLog(place.folder, () => AT).write({ event: 'close' });
    const rights = (name: string) => statSync(path.join(place.folder, name)).mode & 0o777;
    expect([rights('logs'), rights('logs/program.log')]).toEqual([0o700, 0o600]);
    expect(textOf(place.folder)).toBe('2026-11-22T01:02:03.000Z close\n');
  });

  test('are two of half a megabyte at most, and what is oldest goes', () => {
    using place = temporaryFolder();
    const log = new FileLog(place.folder, () => AT);
    const last = path.join(place.folder, 'logs', 'program.log');
    for (const old of ['first', 'second', 'third']) {
      log.write({ event: 'close' });
      writeFileSync(last, old.padEnd(512 * 1024, '.'));
    }
    log.write({ event: 'close' });
    expect(log.files().map(({ name, bytes }) => [name, bytes.length])).toEqual([
      ['program.1.log', 512 * 1024],
      ['program.log', 31],
    ]);
    expect(new TextDecoder().decode(log.files()[0]?.bytes).slice(0, 5)).toBe('third');
  });

  test('are none where there is no library', () => {
    using place = temporaryFolder();
    const log = new FileLog(path.join(place.folder, 'none'), () => AT);
    log.write({ event: 'close' });
    expect(log.files()).toEqual([]);
    expect(readdirSync(place.folder)).toEqual([]);
  });
});

describe('what the log can be told', () => {
  test('has no field for a text', () => {
    expectTypeOf<{ event: 'refused'; method: Method; code: 'library.busy' }>().toExtend<LogEvent>();
    expectTypeOf<{ event: 'refused'; method: Method; code: string }>().not.toExtend<LogEvent>();
    expectTypeOf<{ event: 'bug'; error: string; code: null; at: [] }>().not.toExtend<LogEvent>();
    expectTypeOf<bigint>().not.toExtend<LogEvent[keyof LogEvent]>();
  });

  test('words are of the shape of versions, names of errors and places', () => {
    for (const word of [
      '24.21.0',
      'SqliteError',
      'SQLITE_IOERR_WRITE',
      'electron/store/library.ts:1:2',
      'node:fs:1:2',
    ]) {
      expect(logWord(word)).toBe(word);
    }
    for (const text of ['', 'hai từ', 'Đồng', 'a\nb', 'x'.repeat(121), '“”']) expect(logWord(text)).toBe('?');
  });

  test('of a bug are its name and its places in the program: no message, no other folder', () => {
    const root = path.resolve(import.meta.dirname, '../../..');
    const error = new TypeError('Đồng Khởi');
    error.stack = [
      'TypeError: Đồng Khởi',
      `    at Library.read (${pathToFileURL(path.join(root, 'electron/store/library.ts')).href}:12:3)`,
      '    at async Object.Đồng Khởi (/home/lan/tài liệu/x.ts:1:2)',
      `    at ${path.join(root, 'dist/electron/main.js')}:4:5`,
      '    at process.processTicksAndRejections (node:internal/process/task_queues:105:5)',
      `    at ${path.join(root, 'Đồng Khởi.ts')}:4:5`,
    ].join('\n');
    expect(bugEvent(error)).toEqual({
      event: 'bug',
      error: 'TypeError',
      code: null,
      at: [
        'electron/store/library.ts:12:3',
        'dist/electron/main.js:4:5',
        'node:internal/process/task_queues:105:5',
        '?',
      ],
    });
    expect(bugEvent('Đồng Khởi')).toEqual({ event: 'bug', error: 'string', code: null, at: [] });
  });
});
