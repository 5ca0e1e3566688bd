import { expect, test } from 'vitest';
import type { ArchivedFile } from '../../../build/pack/archive.ts';
import { complaintsAbout } from '../../../build/pack/contents.ts';

const SQLITE = 'node_modules/better-sqlite3';
const BINARY: ArchivedFile = { path: `${SQLITE}/prebuilds/linux-x64.node`, unpacked: true, sealed: true };
const packed = (path: string): ArchivedFile => ({ path, unpacked: false, sealed: true });
const WHOLE = [
  ...[
    'package.json',
    'dist/electron/main.js',
    'dist/electron/preload.cjs',
    'dist/electron/workbook-thread.js',
    'dist/electron/chunks/excel-1.js',
    'dist/renderer/index.html',
    'dist/renderer/assets/index-1.js',
    `${SQLITE}/package.json`,
    `${SQLITE}/lib/index.js`,
    `${SQLITE}/lib/binding.js`,
    `${SQLITE}/lib/database.js`,
    `${SQLITE}/lib/methods/backup.js`,
  ].map(packed),
  BINARY,
];

test('a whole archive has no complaint', () => {
  expect(complaintsAbout(WHOLE, 'linux-x64')).toEqual([]);
});

test('whatever is missing is named', () => {
  for (const { path } of WHOLE.filter(({ path: name }) => !/chunks|methods/.test(name))) {
    const without = WHOLE.filter((file) => file.path !== path);
    expect(complaintsAbout(without, 'linux-x64').join(), path).toContain('missing');
  }
});

test('a binary inside the archive, which nothing could load, is named', () => {
  const inside = WHOLE.map((file) => (file === BINARY ? packed(file.path) : file));
  expect(complaintsAbout(inside, 'linux-x64')).toEqual([`not unpacked: ${BINARY.path}`]);
});

test('a file without the hash that it is held against is named', () => {
  const bare = WHOLE.map((file) => (file === BINARY ? file : { ...file, sealed: false }));
  expect(complaintsAbout(bare, 'linux-x64')).toContain('without its hash: dist/electron/main.js');
});

test.each([
  `${SQLITE}/prebuilds/win32-x64.node`,
  `${SQLITE}/deps/sqlite3/sqlite3.c`,
  `${SQLITE}/src/database.cpp`,
  'node_modules/exceljs/package.json',
  'shared/plan/plan.ts',
  'dist/renderer/assets/index-1.js.map',
  'test/golden/vinh-long.json',
  '.env',
])('%s, which does not belong there, is named', (path) => {
  expect(complaintsAbout([...WHOLE, packed(path)], 'linux-x64')).toEqual([`unexpected: ${path}`]);
});
