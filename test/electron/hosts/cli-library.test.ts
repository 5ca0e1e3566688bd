import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { runLine } from '../../../electron/hosts/cli/run.ts';
import { message } from '../../../shared/messages/message.ts';
import { temporaryFolder } from '../store/temporary-library.ts';

async function run(folder: string, ...line: string[]) {
  const outcome = await runLine([...line, '--library', folder, '--json'], folder);
  return { ...outcome, json: JSON.parse(outcome.stdout) };
}

async function sampleIn(folder: string): Promise<string> {
  return (await run(folder, 'sample', 'vinh-long-2022-2025')).json.id;
}

const edit = (folder: string, plan: string, amount: string) =>
  run(
    folder,
    'set',
    plan,
    '--row',
    '2.1',
    '--source',
    'central',
    '--capital',
    'recurrent',
    '--one-year',
    '--amount',
    amount,
  );

test('backup, restore and the way back', async () => {
  using place = temporaryFolder();
  const { folder } = place;
  const plan = await sampleIn(folder);
  await edit(folder, plan, '6.500');
  const { json: copy } = await run(folder, 'backup', '--out', 'bản sao.db');
  expect(copy).toEqual({
    file: path.join(folder, 'bản sao.db'),
    bytes: readFileSync(path.join(folder, 'bản sao.db')).byteLength,
  });
  await edit(folder, plan, '7.000');
  const total = { before: '212600000000', after: '210600000000' };
  const change = {
    id: plan,
    before: { sequence: 2, total: total.before },
    after: { sequence: 1, total: total.after },
  };
  const dry = await run(folder, 'restore', 'bản sao.db', '--dry-run');
  expect(dry.json).toMatchObject({ plans: [change], same: 0 });
  const { json: done } = await run(folder, 'restore', 'bản sao.db');
  expect(done).toMatchObject({ plans: [change], same: 0 });
  expect((await run(folder, 'history', plan)).json.changes).toHaveLength(2);
  await run(folder, 'restore', path.join(folder, 'backups', done.undo));
  expect((await run(folder, 'list')).json.plans).toMatchObject([{ id: plan, total: total.before }]);
});

test('a backup without a file is one of the library’s own', async () => {
  using place = temporaryFolder();
  await sampleIn(place.folder);
  const { json } = await run(place.folder, 'backup');
  expect(readdirSync(path.join(place.folder, 'backups'))).toEqual([json.file]);
});

test('verify tells a whole library from a damaged one, what was done about it, and that it was read', async () => {
  using place = temporaryFolder();
  const { folder } = place;
  const plan = await sampleIn(folder);
  await edit(folder, plan, '6.500');
  expect((await run(folder, 'verify')).json).toEqual({
    ok: true,
    plans: 1,
    edits: 2,
    problems: [],
    recovery: null,
  });
  const file = path.join(folder, 'library.plkp.db');
  const bytes = readFileSync(file);
  const at = bytes.indexOf('6250000000');
  bytes[at] = '7'.charCodeAt(0);
  writeFileSync(file, bytes);

  const found = await run(folder, 'verify');
  expect(found.json).toMatchObject({
    ok: false,
    plans: 1,
    edits: 2,
    problems: [{ code: expect.stringMatching(/^verify\./), message: expect.any(String) }],
    recovery: { plans: [{ id: plan, state: 'whole', lost: null }], lost: [] },
  });
  await run(folder, 'verify', '--seen');
  expect((await run(folder, 'verify')).json).toMatchObject({ ok: true, recovery: null });
  expect(readdirSync(folder)).toContain(found.json.recovery.kept);
});

test('every command says that the library was repaired, until somebody says that it was read', async () => {
  using place = temporaryFolder();
  const { folder } = place;
  const plan = await sampleIn(folder);
  expect((await run(folder, 'list')).stderr).toBe('');
  const file = path.join(folder, 'library.plkp.db');
  const bytes = readFileSync(file);
  bytes[bytes.indexOf('6250000000')] = '7'.charCodeAt(0);
  writeFileSync(file, bytes);

  const notice = message('recovery.unread', { folder });
  for (let time = 0; time < 2; time += 1) {
    const list = await run(folder, 'list');
    expect([list.exitCode, list.stderr]).toEqual([0, `${notice}\n`]);
    expect(list.json.plans).toMatchObject([{ id: plan }]);
  }
  const refused = await run(folder, 'show', 'không có', '--form', 'F1');
  expect([refused.exitCode, refused.stderr.split('\n')[0]]).toEqual([2, notice]);
  expect((await run(folder, 'verify', '--seen')).stderr).toBe('');
  expect((await run(folder, 'list')).stderr).toBe('');
});

test('a file that is no copy of a library is refused, and the library stays', async () => {
  using place = temporaryFolder();
  const plan = await sampleIn(place.folder);
  writeFileSync(path.join(place.folder, 'a.db'), 'không phải');
  const refused = await run(place.folder, 'restore', 'a.db');
  expect(refused.exitCode).toBe(2);
  expect(refused.json.error).toMatchObject({ code: 'backup.notOurs' });
  expect((await run(place.folder, 'list')).json.plans).toMatchObject([{ id: plan }]);
});
