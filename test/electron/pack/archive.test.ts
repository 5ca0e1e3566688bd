import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { listArchive } from '../../../build/pack/archive.ts';
import { temporaryFolder } from '../store/temporary-library.ts';

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** An archive of one script, and of one binary beside it, as the header states their hashes. */
function writeAsar(
  folder: string,
  script: string,
  stated: { readonly script: string; readonly binary: string },
): string {
  const sealed = (text: string) => ({
    algorithm: 'SHA256',
    hash: hashOf(text),
    blockSize: 4_194_304,
    blocks: [],
  });
  const header = JSON.stringify({
    files: {
      dist: { files: { 'main.js': { size: script.length, offset: '0', integrity: sealed(stated.script) } } },
      'a.node': { size: 3, unpacked: true, integrity: sealed(stated.binary) },
    },
  });
  const lengths = Buffer.alloc(16);
  for (const [at, length] of [4, header.length + 8, header.length + 4, header.length].entries())
    lengths.writeUInt32LE(length, at * 4);
  const file = path.join(folder, 'app.asar');
  writeFileSync(file, Buffer.concat([lengths, Buffer.from(header), Buffer.from(script)]));
  mkdirSync(`${file}.unpacked`);
  writeFileSync(path.join(`${file}.unpacked`, 'a.node'), 'elf');
  return file;
}

test('an archive lists its files, and those that have the hash that it states', () => {
  using place = temporaryFolder();
  expect(listArchive(writeAsar(place.folder, 'run()', { script: 'run()', binary: 'elf' }))).toEqual([
    { path: 'dist/main.js', unpacked: false, sealed: true },
    { path: 'a.node', unpacked: true, sealed: true },
  ]);
});

test('a file that was changed after it was packed, in the archive or beside it, is not sealed', () => {
  using place = temporaryFolder();
  const listed = listArchive(writeAsar(place.folder, 'bad()', { script: 'run()', binary: 'ELF' }));
  expect(listed.map(({ sealed }) => sealed)).toEqual([false, false]);
});
