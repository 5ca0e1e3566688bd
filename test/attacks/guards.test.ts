import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { listOf, SECURITY, tableOf, writtenOutcomes, writtenTable } from './guard-table.ts';
import { GUARDS } from './guards.ts';
import { WITHOUT_GUARD } from './never-built.ts';

const ROOT = path.resolve(import.meta.dirname, '..', '..');
const read = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8');

test.each(GUARDS)('the guard against “$attack” stands in its file', ({ cuts }) => {
  for (const { file, holds } of cuts) expect(read(file), file).toContain(holds);
});

test('the table in docs/security.md is that of the guards: otherwise run npm run attacks', () => {
  const outcomes = writtenOutcomes(GUARDS);
  const seen = /^(failed|did not end|ended the process), \d{4}-\d\d-\d\d$/;
  expect(outcomes.filter((outcome) => !seen.test(outcome))).toEqual([]);
  expect(writtenTable()).toEqual(tableOf(GUARDS, outcomes));
});

/** The names of a file's tests, as they are written. */
function titlesOf(file: string): string[] {
  return [...read(file).matchAll(/(?:\btest\(|\.each\(\w+\)\(|\]\)\()\s*['`]([^'`]+)['`]/g)].map(
    ([, title = '']) => title,
  );
}

test('every test of an attack has a guard that was taken away, or says why there is none', () => {
  const files = readdirSync(import.meta.dirname)
    .filter((name) => name.endsWith('.test.ts') && name !== 'guards.test.ts')
    .map((name) => `test/attacks/${name}`);
  const open = files.flatMap((file) => {
    const attacks = [...GUARDS, ...WITHOUT_GUARD]
      .filter(({ test: own }) => own === file)
      .map((one) => one.attack);
    const titles = titlesOf(file);
    expect(titles.length, file).toBeGreaterThan(0);
    // A name with a hole in it is told by its file alone.
    return titles.filter(
      (title) => !/%[sj]/.test(title) && !attacks.some((attack) => title.includes(attack)),
    );
  });
  expect(open).toEqual([]);
});

test('what has no guard stands in docs/security.md with its reason', () => {
  for (const line of listOf(WITHOUT_GUARD)) expect(readFileSync(SECURITY, 'utf8')).toContain(line);
});

test('the Electron checklist there is whole, and every file that it names exists', () => {
  const lines = readFileSync(SECURITY, 'utf8')
    .split('\n')
    .filter((line) => /^\| \d+\. /.test(line));
  expect(lines.map((line) => Number(/\d+/.exec(line)?.[0]))).toEqual(
    Array.from({ length: 20 }, (_, at) => at + 1),
  );
  for (const line of lines) {
    const [, , kept = '', tested = ''] = line.split('|');
    const named = (cell: string, folder: string): string[] =>
      [...cell.matchAll(/`([\w./-]+\.(?:ts|json))`/g)].map(([, file = '']) => path.join(ROOT, folder, file));
    const files = [...named(kept, 'electron/hosts'), ...named(tested, 'test/electron/hosts')];
    expect(files.length, line).toBeGreaterThan(1);
    expect(files.filter((file) => !existsSync(file))).toEqual([]);
  }
});
