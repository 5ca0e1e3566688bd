import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { createBuilder } from 'vite';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../store/temporary-library.ts';

const ROOT = path.resolve(import.meta.dirname, '../../../..');

test('what is packed plans, exports and imports: the bundles miss nothing', async () => {
  const configFile = path.join(ROOT, 'build', 'vite.electron.config.ts');
  await (await createBuilder({ configFile, logLevel: 'error' })).buildApp();
  using place = temporaryFolder();
  const script = path.join(import.meta.dirname, 'run-bundle.ts');
  const line = [script, path.join(ROOT, 'dist', 'electron'), place.folder];
  const run = spawnSync(process.execPath, line, { encoding: 'utf8' });
  expect(run.stderr).toBe('');
  expect(JSON.parse(run.stdout)).toEqual({
    windows: 1,
    said: [],
    rows: 13,
    issues: 0,
    totals: ['209600000000', '209600000000'],
  });
});
