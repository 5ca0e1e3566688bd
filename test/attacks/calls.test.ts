import { describe, expect, test } from 'vitest';
import { contract, METHODS } from '../../shared/api/contract.ts';
import { wireResultSchema } from '../../shared/api/planner.ts';
import { TestLoopback } from '../electron/hosts/loopback.ts';

/**
 * Attack: something got hold of the page (a script in a name, an extension of the browser) and calls the host as the page
 * does. What it can ask is what an officer can; what is not of the contract changes nothing and meets no bug.
 */
const deep = (levels: number): unknown => JSON.parse(`${'['.repeat(levels)}1${']'.repeat(levels)}`);

const HOSTILE: readonly unknown[] = [
  null,
  true,
  -1,
  1e308,
  0.5,
  '',
  'x',
  'x'.repeat(100_000),
  '../../../etc/passwd',
  "'; DROP TABLE plan; --",
  'a\u0000b\u202Ec',
  [],
  {},
  [null, {}],
  deep(1_000),
  JSON.parse('{"__proto__": {"polluted": 1}, "constructor": {"prototype": {"polluted": 1}}}'),
  JSON.parse('{"toString": "x", "valueOf": "x", "then": "x", "length": 1e9}'),
];

describe('a call of each method', () => {
  test.each(METHODS)(
    '%s with any wrong value in any of its places is refused and meets no bug',
    async (method) => {
      await using running = await TestLoopback.start();
      const headers = await running.admitted();
      const keys = Object.keys(contract[method].input.shape);
      const payloads = [
        ...HOSTILE,
        ...keys.flatMap((key) => HOSTILE.map((value) => ({ [key]: value }))),
        ...HOSTILE.map((value) => Object.fromEntries(keys.map((key) => [key, value]))),
      ];
      for (const payload of payloads) {
        const got = await running.call(method, payload, headers);
        const answer = wireResultSchema.parse(JSON.parse(got.body));
        // What is refused tells nothing of the program's insides; `using` throws where the host met a bug.
        if (!answer.ok)
          expect(JSON.stringify(answer.refusal.params)).not.toMatch(/node_modules|\.ts\b|at .*:\d+:\d+/);
      }
      expect(Reflect.get({}, 'polluted')).toBeUndefined();
    },
  );
});

test.each([
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  'valueOf',
  'then',
  '__defineGetter__',
  'listPlans\u0000',
  'LISTPLANS',
  'listPlans.call',
  '%5f%5fproto%5f%5f',
  '',
  'x'.repeat(2_000),
])('the method “%s”, which is none, is refused', async (method) => {
  await using running = await TestLoopback.start();
  const headers = await running.admitted();
  const got = await running.call(encodeURIComponent(method), {}, headers);
  expect(got.status).toBe(404);
  expect(JSON.parse(got.body)).toMatchObject({ refusal: { code: 'api.unknownMethod' } });
});

test('lists in each other without end are refused as any other value', async () => {
  await using running = await TestLoopback.start();
  const headers = { ...(await running.admitted()), 'content-type': 'application/json' };
  const endless = `${'['.repeat(1_000_000)}${']'.repeat(1_000_000)}`;
  for (const body of [endless, `{"plan":${endless}}`]) {
    const got = await running.ask('POST', '/api/openPlan', headers, body);
    expect(JSON.parse(got.body)).toMatchObject({ ok: false, refusal: { code: 'api.badRequest' } });
  }
});

test('keys that no method has are refused, those of every object’s prototype too', async () => {
  await using running = await TestLoopback.start();
  const headers = { ...(await running.admitted()), 'content-type': 'application/json' };
  for (const body of ['{"__proto__": {}}', '{"constructor": 1}', '{"toString": 1}', '{"extra": 1}']) {
    const got = await running.ask('POST', '/api/listPlans', headers, body);
    expect(JSON.parse(got.body), body).toMatchObject({ ok: false, refusal: { code: 'api.badRequest' } });
  }
});
