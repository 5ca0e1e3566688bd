import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Library } from '../../electron/store/library.ts';
import { LIBRARY_FILE } from '../../electron/store/library-files.ts';
import { openLibrary } from '../../electron/store/open-library.ts';
import { countingDesk, TemporaryLibrary, temporaryFolder } from '../electron/store/temporary-library.ts';
import { Dice } from './dice.ts';
import { type Expected, expectedOf, fillLibrary } from './full-library.ts';
import { judge } from './judge.ts';

/**
 * Libraries as a dying disk, a copy that broke off or a stick pulled out leave them. Each is opened as the program
 * opens it; then every acknowledged change is there, or the report names those that are not.
 */

type Damage = (folder: string, file: string, dice: Dice) => void;

const DAMAGES: Readonly<Record<string, Damage>> = {
  'a bit turned over': (folder, file, dice) => {
    change(folder, file, (bytes) => {
      const at = dice.below(bytes.length);
      bytes[at] = (bytes[at] ?? 0) ^ (1 << dice.below(8));
      return bytes;
    });
  },
  'some hundred bytes overwritten': (folder, file, dice) => {
    change(folder, file, (bytes) => {
      const at = dice.below(bytes.length);
      return bytes.fill(dice.below(256), at, Math.min(bytes.length, at + 1 + dice.below(600)));
    });
  },
  'a page of zeros': (folder, file, dice) => {
    change(folder, file, (bytes) => {
      const at = dice.below(Math.ceil(bytes.length / 4096)) * 4096;
      return bytes.fill(0, at, Math.min(bytes.length, at + 4096));
    });
  },
  'a page in the place of another': (folder, file, dice) => {
    change(folder, file, (bytes) => {
      const pages = Math.floor(bytes.length / 4096);
      const [from, to] = [dice.below(pages) * 4096, dice.below(pages) * 4096];
      bytes.copy(bytes, to, from, from + 4096);
      return bytes;
    });
  },
  'cut short': (folder, file, dice) => {
    change(folder, file, (bytes) => bytes.subarray(0, dice.below(bytes.length)));
  },
  'gone or empty': (folder, file, dice) => {
    if (dice.below(2) === 0) rmSync(path.join(folder, file), { force: true });
    else if (existsSync(path.join(folder, file))) writeFileSync(path.join(folder, file), '');
  },
};

function change(folder: string, file: string, work: (bytes: Buffer) => Buffer): void {
  const whole = path.join(folder, file);
  if (existsSync(whole)) writeFileSync(whole, work(readFileSync(whole)));
}

const WAL = `${LIBRARY_FILE}-wal`;
/** Which file is damaged, and what else of the library's safety is missing with it. */
/** `npm run faults` takes all of them; with the other tests a third will do. */
const SHARE = process.env.FAULTS === 'all' ? 1 : 1 / 3;
const CASES = [
  { of: 'closed', file: LIBRARY_FILE, without: [], rounds: 18 },
  { of: 'closed', file: LIBRARY_FILE, without: ['library.redo'], rounds: 20 },
  { of: 'open', file: LIBRARY_FILE, without: [], rounds: 18 },
  { of: 'open', file: WAL, without: [], rounds: 20 },
  { of: 'open', file: 'library.redo', without: [], rounds: 8 },
  { of: 'backed up', file: LIBRARY_FILE, without: [], rounds: 18 },
] as const;

const stores = new Map<string, string>();
const base = temporaryFolder();
let expected: Expected[];

beforeAll(async () => {
  using place = new TemporaryLibrary();
  await fillLibrary(place);
  expected = expectedOf(place.library);
  // As a power cut finds it: the log not yet in the file, the last answer given and its line in the redo log written.
  await turn();
  keep('open', place.folder);
  place.library.close();
  keep('closed', place.folder);
  place.reopen();
  await place.backups.make('manual');
  keep('backed up', place.folder);
});
afterAll(() => base[Symbol.dispose]());

function keep(name: string, folder: string): void {
  const store = path.join(base.folder, name);
  cpSync(folder, store, { recursive: true });
  stores.set(name, store);
}

const counts = { files: 0, whole: 0, told: 0, changesTold: 0, nameless: 0, refused: 0, silent: 0 };
afterAll(() => {
  console.log(`damaged libraries: ${JSON.stringify(counts)}`);
  expect(counts.files).toBeGreaterThanOrEqual(500 * SHARE);
});

describe.each(CASES)(
  'a library that was $of, its $file damaged, without $without',
  ({ of, file, without, rounds }) => {
    // Where a library is gone with all that ever told of it, nobody can know that there was one.
    const damages = Object.keys(DAMAGES).filter((name) => without.length === 0 || name !== 'gone or empty');
    test.each(damages)('%s', (name) => {
      const dice = new Dice(`${of} ${file} ${without.join()} ${name}`);
      for (let round = 0; round < rounds * SHARE; round += 1) {
        using place = temporaryFolder();
        cpSync(stores.get(of) ?? '', place.folder, { recursive: true });
        for (const missing of without) rmSync(path.join(place.folder, missing), { force: true });
        DAMAGES[name]?.(place.folder, file, dice);
        counts.files += 1;
        const desk = countingDesk();
        const opened = openLibrary(place.folder, desk.now);
        if (!opened.ok) {
          // Explained, and nothing was put in the place of what there was.
          expect(opened.refusal.code).toMatch(/^library\./);
          expect(existsSync(path.join(place.folder, file))).toBe(true);
          counts.refused += 1;
          continue;
        }
        const library = new Library(opened.value, desk);
        const verdict = judge(library, opened.value.recovery, expected);
        library.close();
        counts[verdict.kind] += 1;
        if (verdict.kind === 'told') counts.changesTold += verdict.changes;
        // Only where all that ever knew of the plans is gone at once.
        if (verdict.kind === 'nameless') expect<readonly string[]>(without).toContain('library.redo');
        if (verdict.kind === 'silent') expect.fail(`round ${round}: ${verdict.what}`);
      }
    });
  },
);
