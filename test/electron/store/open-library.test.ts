import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { Library } from '../../../electron/store/library.ts';
import { LIBRARY_FILE } from '../../../electron/store/library-files.ts';
import { openLibrary } from '../../../electron/store/open-library.ts';
import { isMessageCode, message } from '../../../shared/messages/message.ts';
import { must } from '../../shared/plan/sample-plan.ts';
import { countingDesk, temporaryFolder } from './temporary-library.ts';

const now = () => new Date(Date.UTC(2025, 6, 1));

function refusalOf(folder: string) {
  const result = openLibrary(folder, now);
  if (result.ok) throw new Error('not refused');
  const { code, params } = result.refusal;
  if (!isMessageCode(code)) throw new Error(`no words for ${code}`);
  // Every refusal names the folder, so that the officer knows where to look.
  expect(message(code, params)).toContain(folder);
  expect(message(code, params)).not.toMatch(/\{\w+\}/);
  return result.refusal;
}

const opened = (folder: string) => new Library(must(openLibrary(folder, now)), countingDesk());

describe('a library folder', () => {
  test('is made when missing, with its parents', () => {
    using place = temporaryFolder();
    const folder = path.join(place.folder, 'một', 'hai');
    opened(folder).close();
    expect(readdirSync(folder).sort()).toEqual(['library.lock', LIBRARY_FILE]);
  });

  test('below a file cannot be made', () => {
    using place = temporaryFolder();
    const file = path.join(place.folder, 'file');
    writeFileSync(file, '');
    expect(refusalOf(path.join(file, 'library'))).toMatchObject({
      code: 'library.cannotMakeFolder',
      params: { reason: 'ENOTDIR' },
    });
  });

  test.runIf(process.platform === 'linux')('that the system refuses is refused, not waited for', () => {
    expect(refusalOf('/proc/phu-luc/library').code).toBe('library.cannotMakeFolder');
    expect(refusalOf('/proc').code).toBe('library.cannotOpen');
  });
});

describe('a library file', () => {
  test('that is a folder cannot be opened', () => {
    using place = temporaryFolder();
    mkdirSync(path.join(place.folder, LIBRARY_FILE));
    expect(refusalOf(place.folder).code).toBe('library.cannotOpen');
  });

  test('that is no database is not ours and is left as it is', () => {
    using place = temporaryFolder();
    const file = path.join(place.folder, LIBRARY_FILE);
    writeFileSync(file, 'một tệp khác\n'.repeat(100));
    expect(refusalOf(place.folder).code).toBe('library.notOurs');
    expect(readFileSync(file, 'utf8')).toBe('một tệp khác\n'.repeat(100));
  });

  test('whose pages were overwritten is kept aside, and what is left of it makes a new one', () => {
    using place = temporaryFolder();
    opened(place.folder).close();
    const file = path.join(place.folder, LIBRARY_FILE);
    const bytes = readFileSync(file).fill(0xa5, 100, 4096);
    writeFileSync(file, bytes);
    const found = must(openLibrary(place.folder, now));
    const { kept, problems } = found.recovery ?? {};
    expect(problems).toMatchObject([{ code: 'verify.file' }]);
    expect(readFileSync(path.join(place.folder, `${kept}`, LIBRARY_FILE)).equals(bytes)).toBe(true);
    new Library(found, countingDesk()).close();
  });
});
