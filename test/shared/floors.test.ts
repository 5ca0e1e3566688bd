import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { type FloorRules, floorFaults } from './floor-rules.ts';

/**
 * The floors of shared/, ground first, and every arrow between them. An arrow points down only. Refusals and text are
 * the ground that any floor may stand on. A new floor is entered here, with what it stands on.
 */
const GROUND = ['refusal', 'text'];
const RULES: FloorRules = {
  refusal: [],
  text: [],
  money: [...GROUND, 'decimal.js'],
  prose: [...GROUND, 'money'],
  plan: [...GROUND, 'money', 'zod'],
  engine: [...GROUND, 'money', 'plan'],
  programmes: [...GROUND, 'money', 'plan', 'zod'],
  forms: [...GROUND, 'money', 'plan', 'engine'],
  print: [...GROUND, 'money', 'forms'],
  checks: [...GROUND, 'money', 'plan', 'engine', 'forms', 'print'],
  messages: [...GROUND, 'money', 'plan'],
  intake: [...GROUND, 'money', 'plan', 'engine', 'programmes', 'forms', 'print', 'zod'],
  reconcile: [...GROUND, 'money', 'plan', 'engine', 'forms', 'print', 'checks', 'intake', 'prose', 'zod'],
  pictures: [...GROUND, 'money', 'plan', 'engine', 'forms', 'checks', 'reconcile'],
  sheet: [...GROUND, 'money', 'plan', 'engine', 'forms', 'messages', 'intake', 'zod'],
  // The contract speaks of everything below it.
  api: [
    ...GROUND,
    'money',
    'plan',
    'engine',
    'programmes',
    'forms',
    'messages',
    'intake',
    'reconcile',
    'sheet',
    'zod',
  ],
};

const ROOT = path.resolve(import.meta.dirname, '..', '..');

function sourcesOfShared(): string[] {
  return readdirSync(path.join(ROOT, 'shared'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => `shared/${name.split(path.sep).join('/')}`)
    .sort();
}

describe('the floors of shared/', () => {
  const files = sourcesOfShared();

  test.each(Object.keys(RULES))('%s stands only on what is below it, and touches no machine', (floor) => {
    const own = files.filter((file) => file === `shared/${floor}.ts` || file.startsWith(`shared/${floor}/`));
    expect(own).not.toEqual([]);
    const faults = own.flatMap((file) =>
      floorFaults(file, readFileSync(path.join(ROOT, file), 'utf8'), RULES),
    );
    expect(faults).toEqual([]);
  });

  test('every source belongs to a floor', () => {
    const known = files.filter((file) =>
      Object.keys(RULES).some(
        (floor) => file === `shared/${floor}.ts` || file.startsWith(`shared/${floor}/`),
      ),
    );
    expect(files).toEqual(known);
  });

  test('no arrow points up: the rules themselves go round in no circle', () => {
    const floors = Object.keys(RULES);
    for (const [at, floor] of floors.entries()) {
      const above = floors.slice(at);
      expect(
        above.filter((name) => RULES[floor]?.includes(name)),
        floor,
      ).toEqual([]);
    }
  });
});

describe('the check itself, on made-up sources', () => {
  const faults = (source: string, file = 'shared/plan/made-up.ts') => floorFaults(file, source, RULES);

  test.each([
    ["import { Totals } from '../engine/totals.ts';", 'plan must not import engine'],
    ["import type { Totals } from '../engine/totals.ts';", 'plan must not import engine'],
    ["export { formById } from '../forms/catalogue.ts';", 'plan must not import forms'],
    ["export * from '../api/contract.ts';", 'plan must not import api'],
    ["const later = await import('../engine/totals.ts');", 'plan must not import engine'],
    ["let totals: import('../engine/totals.ts').Totals;", 'plan must not import engine'],
    ["import '../messages/message.ts';", 'plan must not import messages'],
    ["import { readFileSync } from 'node:fs';", 'plan must not import node:fs'],
    ["import { Decimal } from 'decimal.js';", 'plan must not import decimal.js'],
    ["import { Library } from '../../electron/store/library.ts';", 'electron/store/library.ts'],
    ['const later = (name: string) => import(name);', 'only at run time'],
  ])('%s is an arrow that points the wrong way', (source, said) => {
    expect(faults(source)).toEqual([expect.stringContaining(said)]);
  });

  test.each([
    ['const now = Date.now();', 'Date'],
    ['const now = new Date(0);', 'Date'],
    ['function at(time: Date): void {}', 'Date'],
    ['const one = Math.random();', 'Math.random'],
    ['const { random } = Math;', 'Math.random'],
    ["const one = Math['random']();", 'Math.random'],
    ['const id = crypto.randomUUID();', 'crypto'],
    ['const home = process.env.HOME;', 'process'],
    ['setTimeout(() => undefined, 1);', 'setTimeout'],
    ["const page = fetch('/');", 'fetch'],
    ['const machine = { fetch };', 'fetch'],
    ["console.log('here');", 'console'],
    ["const clock = globalThis['Date'];", 'globalThis'],
    ['const { now } = performance;', 'performance'],
  ])('%s reaches outside', (source, name) => {
    expect(faults(source)).toEqual([`shared/plan/made-up.ts: shared/ has no ${name}`]);
  });

  test.each([
    "import { dong } from '../money/dong.ts';\nimport { ok } from '../refusal.ts';\nimport { z } from 'zod';",
    "import { outlineOf } from './outline.ts';",
    '// Date.now() and fetch in a comment are words.',
    "const text = 'new Date() and process.env';",
    'const { floor } = { floor: Math.floor(1.5) };',
    'interface Step { readonly document: string; process(): void; }',
    'const step = { document: 1 }; const read = step.document;',
  ])('%s is allowed', (source) => {
    expect(faults(source)).toEqual([]);
  });

  test('a floor that nobody entered is a fault of its own', () => {
    expect(faults('export {};', 'shared/cellar/made-up.ts')).toEqual([
      'shared/cellar/made-up.ts: cellar is no floor that these rules know',
    ]);
  });
});
