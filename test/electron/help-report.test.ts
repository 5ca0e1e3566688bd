import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { runLine } from '../../electron/hosts/cli/run.ts';
import { openPlanner } from '../../electron/hosts/open-planner.ts';
import { createPlanner } from '../../electron/planner.ts';
import { readArchive } from '../../electron/workbook/zip/read-archive.ts';
import { planId } from '../../shared/plan/ids.ts';
import { must } from '../shared/plan/sample-plan.ts';
import { AMOUNT, NAMES, tellingDay } from './log/telling-day.ts';
import { noWorkbooks } from './planner/no-workbooks.ts';
import { TemporaryLibrary, temporaryFolder } from './store/temporary-library.ts';

/** The files of a report by their paths. */
const filesOf = (bytes: Uint8Array): Map<string, Uint8Array> =>
  new Map(must(readArchive(bytes)).map((file) => [file.path, file.bytes]));
const texts = (bytes: Uint8Array): string =>
  [...filesOf(bytes)]
    .filter(([name]) => !name.endsWith('.plkp'))
    .map(([name, file]) => `${name}\n${new TextDecoder().decode(file)}`)
    .join('\n');
const factsOf = (bytes: Uint8Array) =>
  JSON.parse(new TextDecoder().decode(filesOf(bytes).get('thu-vien.json')));
const SECRETS = [...NAMES, 'Kinh phí', '/home', `${AMOUNT}`, '98.765', '98765'];

test('a report has the log and the facts of the library, and neither an amount nor a name', async () => {
  using place = temporaryFolder();
  using elsewhere = temporaryFolder();
  const stick = path.join(elsewhere.folder, 'usb của Đồng Khởi');
  mkdirSync(stick);
  await tellingDay(place.folder);
  const { planner, close } = must(openPlanner(place.folder));
  must(await planner.keepSettings({ settings: { backupFolder: stick } }));
  const { name, bytes } = must(await planner.exportHelpReport({ plan: null }));
  await close();
  expect(name).toMatch(/^Bao cao ho tro \d{4}-\d\d-\d\dT\d\d-\d\d\.zip$/);
  expect([...filesOf(bytes).keys()]).toEqual(['DOC-TRUOC.txt', 'thu-vien.json', 'logs/program.log']);
  expect(factsOf(bytes)).toMatchObject({
    program: { version: expect.stringMatching(/^\d+\.\d+\.\d+$/), platform: process.platform },
    library: { readOnly: false, bytes: expect.any(Number) },
    settings: { locale: 'vi', has: { author: true, backupFolder: true } },
    verify: { plans: 1, edits: 2, problems: {} },
    backups: [{ reason: 'manual', bytes: expect.any(Number) }],
    backupProblem: null,
    recovery: null,
  });
  const told = texts(bytes);
  expect(told).toContain('bug error=Error');
  expect(told).toContain('Không có số tiền, tên phụ lục');
  for (const secret of [...SECRETS, place.folder, stick]) expect(told, secret).not.toContain(secret);
});

test('a plan goes along only where it is named, as the file that a colleague would get', async () => {
  using place = temporaryFolder();
  const plan = await tellingDay(place.folder);
  const { planner, close } = must(openPlanner(place.folder));
  const { bytes } = must(await planner.exportHelpReport({ plan }));
  const file = filesOf(bytes).get('phu-luc.plkp') ?? new Uint8Array();
  const read = must(await planner.readPlanFile({ name: 'phu-luc.plkp', bytes: new Uint8Array(file) }));
  expect(read.content).toMatchObject({ title: 'Kinh phí Đồng Khởi', steps: 2, total: AMOUNT });
  expect(texts(bytes)).toContain('Bản kế hoạch được kèm');
  for (const secret of SECRETS) expect(texts(bytes), secret).not.toContain(secret);
  expect(await planner.exportHelpReport({ plan: planId('none') })).toMatchObject({
    refusal: { code: 'api.unknownPlan' },
  });
  await close();
});

test('a recovery is told by what became of how many plans', async () => {
  using place = temporaryFolder();
  await tellingDay(place.folder);
  const database = new Database(path.join(place.folder, 'library.plkp.db'));
  database.exec("UPDATE plan SET title = title || ' (sửa)'");
  database.close();
  const { planner, close } = must(openPlanner(place.folder));
  const { bytes } = must(await planner.exportHelpReport({ plan: null }));
  await close();
  expect(factsOf(bytes).recovery).toMatchObject({
    problems: { 'verify.record': 1 },
    plans: { whole: 1 },
    lostSteps: 0,
  });
  for (const secret of SECRETS) expect(texts(bytes), secret).not.toContain(secret);
});

test('a report of a library that cannot be read any more says so and has the rest', async () => {
  using library = new TemporaryLibrary();
  const planner = createPlanner(library.library, noWorkbooks, library.desk);
  library.database.exec('PRAGMA foreign_keys = OFF; DROP TABLE history');
  const facts = factsOf(must(await planner.exportHelpReport({ plan: null })).bytes);
  expect(facts.verify.failed).toMatchObject({ error: 'SqliteError', code: 'SQLITE_ERROR' });
  expect(facts.program.version).toMatch(/^\d/);
});

test('the terminal writes the same, and adds the plan that is named by its title', async () => {
  using place = temporaryFolder();
  await tellingDay(place.folder);
  const line = (...words: string[]) => runLine([...words, '--library', place.folder, '--json'], place.folder);
  const plain = JSON.parse((await line('report', '--out', 'báo cáo.zip')).stdout);
  const written = readFileSync(path.join(place.folder, 'báo cáo.zip'));
  expect(plain).toEqual({ file: path.join(place.folder, 'báo cáo.zip'), bytes: written.byteLength });
  expect([...filesOf(written).keys()]).not.toContain('phu-luc.plkp');
  expect((await line('report', '--out', 'hai.zip', '--plan', 'Kinh phí Đồng Khởi')).exitCode).toBe(0);
  expect([...filesOf(readFileSync(path.join(place.folder, 'hai.zip'))).keys()]).toContain('phu-luc.plkp');
  expect(JSON.parse((await line('report')).stdout).error.code).toBe('cli.missingOption');
  const unknown = await line('report', '--out', 'ba.zip', '--plan', 'không có');
  expect(JSON.parse(unknown.stdout).error.code).toBe('cli.unknownPlan');
  writeFileSync(path.join(place.folder, 'tệp'), '');
  const blocked = await line('report', '--out', path.join('tệp', 'ba.zip'));
  expect(JSON.parse(blocked.stdout).error.code).toBe('file.cannotWrite');
});
