import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { tableOf, writtenTable } from './guard-table.ts';
import { GUARDS } from './guards.ts';

const ROOT = path.resolve(import.meta.dirname, '..', '..');
const read = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8');

test.each(GUARDS)('the guard against “$attack” stands in its file', ({ cuts }) => {
  for (const { file, holds } of cuts) expect(read(file), file).toContain(holds);
});

test('the table in docs/security.md is that of the guards: otherwise run npm run attacks', () => {
  const outcomes = writtenTable()
    .slice(2)
    .map((line) => line.split(' | ').at(-1)?.replace(/ \|$/, '') ?? '');
  expect(outcomes.filter((outcome) => outcome !== 'failed' && outcome !== 'did not end')).toEqual([]);
  expect(writtenTable()).toEqual(tableOf(GUARDS, outcomes));
});
