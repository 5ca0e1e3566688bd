import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { EXCEPTIONS, format, isAllowed } from '../../../build/dependencies/list.ts';
import { complaintsAboutNotices, noticesOf } from '../../../build/dependencies/notices.ts';
import { packageFolder, type Shipped, shippedPackages } from '../../../build/dependencies/shipped.ts';
import lock from '../../../package-lock.json' with { type: 'json' };

const ROOT = path.resolve(import.meta.dirname, '..', '..', '..');
const lockedSchema = z.record(
  z.string(),
  z.looseObject({ version: z.string(), integrity: z.string().optional() }),
);

describe('what is shipped of others', () => {
  let packages: readonly Shipped[] = [];
  beforeAll(async () => {
    packages = await shippedPackages();
  });

  test('is what docs/dependencies.json lists: otherwise run node build/dependencies.ts', () => {
    expect(readFileSync(path.join(ROOT, 'docs', 'dependencies.json'), 'utf8')).toBe(format(packages));
    const names = packages.map(({ name }) => name);
    expect(names).toEqual(
      expect.arrayContaining(['react', 'ag-grid-community', 'zod', 'electron', 'mammoth']),
    );
    // What only makes and tests the program is not in it.
    for (const tool of ['exceljs', 'vitest', 'playwright-core', 'electron-builder', 'typescript']) {
      expect(names).not.toContain(tool);
    }
  });

  test('is what the lock file has, by version and hash', () => {
    const locked = lockedSchema.parse(lock.packages);
    for (const { name, version, folder } of packages) {
      const entry = locked[path.relative(ROOT, folder).split(path.sep).join('/')];
      expect(entry?.version, name).toBe(version);
      expect(entry?.integrity, name).toMatch(/^sha512-/);
    }
  });

  test('may be shipped with a program under MIT', () => {
    expect(packages.filter(({ licence }) => !isAllowed(licence)).map(({ name }) => name)).toEqual([]);
    const names = packages.map(({ name }) => name);
    expect(Object.keys(EXCEPTIONS).filter((name) => !names.includes(name))).toEqual([]);
  });

  test('has the texts of its licences with the program', () => {
    const notices = noticesOf(packages);
    expect(complaintsAboutNotices(notices, packages)).toEqual([]);
    expect(notices.match(/Permission is hereby granted/g)?.length ?? 0).toBeGreaterThan(20);
    expect(complaintsAboutNotices(notices.replace('\nzod ', '\nnobody '), packages)).toEqual([
      'not in the notices: zod',
    ]);
  });
});

test.each([
  ['MIT', true],
  ['(MIT OR GPL-3.0-or-later)', true],
  ['(MIT AND Zlib)', true],
  ['GPL-3.0-or-later', false],
  ['(MIT AND AGPL-3.0)', false],
  ['SEE LICENSE IN LICENSE.txt', false],
  ['UNLICENSED', false],
])('terms of %s may be kept: %s', (licence, allowed) => {
  expect(isAllowed(licence)).toBe(allowed);
});

test.each([
  ['/p/node_modules/zod/v4/core.js', '/p/node_modules/zod'],
  ['/p/node_modules/@fluentui/tokens/lib/index.js', '/p/node_modules/@fluentui/tokens'],
  ['/p/node_modules/a/node_modules/b/index.js', '/p/node_modules/a/node_modules/b'],
  ['\0/p/node_modules/c/x.js?commonjs', '/p/node_modules/c'],
  ['/p/shared/plan/plan.ts', null],
])('the module %j is of the package in %j', (id, folder) => {
  expect(packageFolder(id)).toBe(folder);
});
