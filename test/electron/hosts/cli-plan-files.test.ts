import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { runLine } from '../../../electron/hosts/cli/run.ts';
import { temporaryFolder } from '../store/temporary-library.ts';

async function run(folder: string, ...line: string[]) {
  const outcome = await runLine([...line, '--library', folder, '--json'], folder);
  return { ...outcome, json: JSON.parse(outcome.stdout) };
}

test('a plan goes from one library to another as .plkp, with its history, opened by a password in a file', async () => {
  using lan = temporaryFolder();
  using minh = temporaryFolder();
  const { json: sample } = await run(lan.folder, 'sample', 'vinh-long-2022-2025');
  const place = ['--row', '2.1', '--source', 'central', '--capital', 'recurrent', '--one-year'];
  await run(lan.folder, 'set', sample.id, ...place, '--amount', '6.500');
  writeFileSync(path.join(lan.folder, 'mật khẩu.txt'), 'Cù Lao Dung 2025\r\n');
  const file = path.join(minh.folder, 'gửi anh Minh.plkp');
  const word = ['--password-file', path.join(lan.folder, 'mật khẩu.txt')];
  const sent = await run(lan.folder, 'export', sample.id, '--out', file, '--with-history', ...word);
  expect(sent.json).toMatchObject({ file });

  expect(await run(minh.folder, 'import', file)).toMatchObject({
    exitCode: 2,
    json: { error: { code: 'portable.needsPassword' } },
  });
  expect((await run(minh.folder, 'import', file, '--dry-run', ...word)).json).toMatchObject({
    total: '210600000000',
    steps: 2,
    isHere: false,
  });
  const made = await run(minh.folder, 'import', file, ...word);
  expect(made).toMatchObject({ exitCode: 0, json: { id: sample.id } });
  expect((await run(minh.folder, 'list')).json.plans).toMatchObject([{ total: '210600000000' }]);
  expect((await run(minh.folder, 'history', sample.id)).json).toEqual(
    (await run(lan.folder, 'history', sample.id)).json,
  );
});
