import { createServer, request } from 'node:http';
import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { describe, expect, test } from 'vitest';
import { readBody } from '../../../electron/hosts/browser/body.ts';
import { startBrowserHost } from '../../../electron/hosts/browser.ts';
import { TestLoopback } from './loopback.ts';

const PAGE = { 'sec-fetch-site': 'same-origin', 'sec-fetch-mode': 'cors' };

describe('the loopback host', () => {
  test('lets the window in once, and then answers the page, its files and calls', async () => {
    await using running = await TestLoopback.start();
    const { origin } = running.host;
    const address = running.host.url.slice(origin.length);
    const entered = await running.ask('GET', address);
    expect(entered).toMatchObject({ status: 200, headers: { refresh: '0; url=/' }, body: '' });
    expect(String(entered.headers['set-cookie'])).toMatch(
      /^plkp-\d+=[\w-]{43}; HttpOnly; SameSite=Strict; Path=\/$/,
    );
    const cookie = String(entered.headers['set-cookie']).split(';')[0] ?? '';

    const page = await running.ask('GET', '/', { cookie });
    expect(page).toMatchObject({ status: 200, headers: { 'content-type': 'text/html; charset=utf-8' } });
    expect((await running.ask('GET', '/assets/main-1.js', { cookie, ...PAGE })).body).toBe('export {};');

    const called = await running.call(
      'createSample',
      { sample: 'vinh-long-2022-2025' },
      { cookie, origin, ...PAGE },
    );
    expect(called.status).toBe(200);
    expect(JSON.parse(called.body)).toMatchObject({ ok: true, value: { sequence: 0 } });
    const refused = await running.call('createSample', { sample: 'none' }, { cookie, origin });
    expect(JSON.parse(refused.body)).toMatchObject({ ok: false, refusal: { code: 'api.unknownSample' } });
  });

  test('sends the page under a policy whose nonce is new each time, and stands in the page', async () => {
    await using running = await TestLoopback.start();
    const headers = await running.admitted();
    const nonces = new Set<string>();
    for (let time = 0; time < 3; time++) {
      const page = await running.ask('GET', '/', headers);
      const nonce = /content="([\w-]+)"/.exec(page.body)?.[1] ?? '';
      expect(page.headers['content-security-policy']).toBe(
        `default-src 'none'; script-src 'self'; style-src 'self' 'nonce-${nonce}'; connect-src 'self'; worker-src 'self'; ` +
          "img-src 'self' data:; font-src 'self' data:; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
      );
      nonces.add(nonce);
    }
    expect(nonces.size).toBe(3);
    expect([...nonces].every((nonce) => nonce.length >= 22)).toBe(true);
  });

  test('tells no answer to be guessed, framed, shared or kept', async () => {
    await using running = await TestLoopback.start();
    const headers = await running.admitted();
    for (const target of ['/', '/assets/main-1.js', '/none', '/api/listPlans']) {
      const got = await running.ask('GET', target, headers);
      expect(got.headers, target).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
        'cache-control': 'no-store',
      });
      expect(got.headers['content-security-policy'], target).toContain("frame-ancestors 'none'");
      expect(got.headers['access-control-allow-origin'], target).toBeUndefined();
    }
  });

  test('refuses to start where its port is taken or its page is not built', async () => {
    await using running = await TestLoopback.start();
    const rendererFolder = `${running.host.library}/../renderer`;
    const taken = await startBrowserHost({
      library: running.host.library,
      rendererFolder,
      port: running.port,
    });
    expect(taken).toMatchObject({ ok: false, refusal: { code: 'host.portTaken' } });
    const missing = await startBrowserHost({ library: running.host.library, rendererFolder: '/none' });
    expect(missing).toMatchObject({ ok: false, refusal: { code: 'host.rendererMissing' } });
  });
});

/** Each is an attack: who tries, by which way, and that it gets nothing. */
describe('an attack on the loopback host', () => {
  test('from another computer finds no open port', async () => {
    await using running = await TestLoopback.start();
    const outside = Object.values(networkInterfaces())
      .flat()
      .find((one) => one && !one.internal && one.family === 'IPv4');
    if (!outside) return;
    const reached = await new Promise((resolve) => {
      const socket = connect(running.port, outside.address, () => resolve('connected'));
      socket.on('error', () => resolve('refused'));
      socket.on('connect', () => socket.destroy());
    });
    expect(reached).toBe('refused');
  });

  test.each(['evil.example', 'localhost', '127.0.0.1', '127.0.0.1:1', '[::1]:80'])(
    'by a name of its own for 127.0.0.1 (%j, DNS rebinding) is refused, cookie or not',
    async (host) => {
      await using running = await TestLoopback.start();
      const headers = await running.admitted();
      expect((await running.ask('GET', '/', { ...headers, host })).status).toBe(403);
      expect((await running.call('listPlans', {}, { ...headers, host })).status).toBe(403);
    },
  );

  test('without the address that the window was given gets neither page, file nor call', async () => {
    await using running = await TestLoopback.start();
    const { origin } = running.host;
    for (const headers of [{}, { cookie: `plkp-${running.port}=` }, { cookie: 'plkp-1=x' }]) {
      expect((await running.ask('GET', '/', headers)).status).toBe(403);
      expect((await running.ask('GET', '/assets/main-1.js', headers)).status).toBe(403);
      const call = await running.call('listPlans', {}, { ...headers, origin });
      expect(call.status).toBe(403);
      expect(JSON.parse(call.body)).toEqual({ ok: false, refusal: { code: 'api.forbidden', params: {} } });
    }
  });

  test('with an address from the history, the process list or a guess is too late', async () => {
    await using running = await TestLoopback.start();
    const used = running.host.url.slice(running.host.origin.length);
    expect((await running.ask('GET', used)).status).toBe(200);
    expect((await running.ask('GET', used)).status).toBe(403);
    expect((await running.ask('GET', '/?token=')).status).toBe(403);
    expect((await running.ask('GET', `/?token=${'A'.repeat(43)}`)).status).toBe(403);
  });

  test('with the cookie of an earlier start is refused', async () => {
    await using before = await TestLoopback.start();
    const { cookie } = await before.admitted();
    await using running = await TestLoopback.start();
    const renamed = (cookie ?? '').replace(/^plkp-\d+/, `plkp-${running.port}`);
    expect((await running.ask('GET', '/', { cookie: renamed })).status).toBe(403);
  });

  test('from a page of another site, which makes the officer’s own browser ask, is refused', async () => {
    await using running = await TestLoopback.start();
    const headers = await running.admitted();
    const { cookie = '' } = headers;
    for (const origin of [
      'https://evil.example',
      'null',
      `http://127.0.0.1:${running.port + 1}`,
      'app://planner',
    ]) {
      expect((await running.call('listPlans', {}, { cookie, origin })).status, origin).toBe(403);
      expect((await running.ask('GET', '/', { cookie, origin })).status, origin).toBe(403);
    }
    expect((await running.call('listPlans', {}, { cookie })).status).toBe(403);
    for (const site of ['cross-site', 'same-site']) {
      const from = { ...headers, 'sec-fetch-site': site };
      expect((await running.call('listPlans', {}, from)).status, site).toBe(403);
      expect((await running.ask('GET', '/', from)).status, site).toBe(403);
      // Nor may another site use up or learn anything by opening the address that is meant for the window.
      const address = running.host.url.slice(running.host.origin.length);
      for (const dest of ['image', 'script', 'iframe', 'empty']) {
        const hidden = { 'sec-fetch-site': site, 'sec-fetch-dest': dest };
        expect((await running.ask('GET', address, hidden)).status, dest).toBe(403);
      }
      expect((await running.ask('GET', address, { 'sec-fetch-mode': 'cors' })).status, site).toBe(403);
      expect((await running.ask('GET', address, { origin: 'null' })).status, site).toBe(403);
      expect((await running.ask('HEAD', address)).status, site).toBe(403);
      expect((await running.ask('GET', address)).status, site).toBe(200);
    }
    // A form of another site could send these without asking.
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data']) {
      expect((await running.call('listPlans', {}, { ...headers, 'content-type': type })).status, type).toBe(
        415,
      );
    }
  });

  test.each([
    '/../secret.js',
    '/assets/../../secret.js',
    '/%2e%2e/secret.js',
    '/assets/%2e%2e/%2e%2e/secret.js',
    '/assets/..%2f..%2fsecret.js',
    '/assets/..\\..\\secret.js',
    '/secret.js',
    '//secret.js',
    '/assets/main-1.js%00.css',
    '/assets/main-1.js.map',
    '/assets/',
    '/assets',
    '/index.html',
    '/renderer/assets/main-1.js',
    'file:///etc/passwd',
    'http://evil.example/',
    '*',
  ])('by a path that climbs or strays (%j) finds nothing', async (target) => {
    await using running = await TestLoopback.start();
    const { cookie = '' } = await running.admitted();
    const line = await running.raw(
      `GET ${target} HTTP/1.1\r\nHost: 127.0.0.1:${running.port}\r\nCookie: ${cookie}\r\nConnection: close\r\n\r\n`,
    );
    expect(line).toMatch(/^HTTP\/1\.1 40[04]/);
  });

  test('by another verb is refused', async () => {
    await using running = await TestLoopback.start();
    const headers = await running.admitted();
    for (const verb of ['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH', 'TRACE']) {
      expect((await running.ask(verb, '/', headers)).status, verb).toBe(405);
    }
    for (const verb of ['GET', 'HEAD', 'PUT', 'DELETE', 'OPTIONS']) {
      expect((await running.ask(verb, '/api/listPlans', headers)).status, verb).toBe(405);
    }
  });

  test('by a call that the contract does not know, or not in its form, is refused', async () => {
    await using running = await TestLoopback.start();
    const headers = await running.admitted();
    for (const method of ['__proto__', 'constructor', 'toString', 'listPlans/', 'none', '']) {
      expect((await running.call(method, {}, headers)).status, method).toBe(404);
    }
    const type = { 'content-type': 'application/json' };
    expect((await running.ask('POST', '/api/listPlans', { ...headers, ...type }, '{')).status).toBe(400);
    expect((await running.ask('POST', '/api/listPlans', { ...headers, ...type }, '')).status).toBe(400);
    for (const payload of [null, [], 'x', { extra: 1 }, { __proto__: null, plan: 1 }]) {
      const got = await running.call('listPlans', payload, headers);
      expect(JSON.parse(got.body), JSON.stringify(payload)).toMatchObject({
        ok: false,
        refusal: { code: 'api.badRequest' },
      });
    }
  });

  test('by a body that would fill the memory is refused before it is read', async () => {
    await using running = await TestLoopback.start();
    const { cookie = '', origin = '' } = await running.admitted();
    const line = await running.raw(
      [
        'POST /api/importWorkbook HTTP/1.1',
        `Host: 127.0.0.1:${running.port}`,
        `Cookie: ${cookie}`,
        `Origin: ${origin}`,
        'Content-Type: application/json',
        'Content-Length: 99999999999',
        '',
        '{',
      ].join('\r\n'),
    );
    expect(line).toBe('HTTP/1.1 413 Payload Too Large');
  });

  test('by a body longer than it was said to be stops at the limit', async () => {
    const read = await new Promise((resolve) => {
      const server = createServer(async (incoming, response) => {
        const body = await readBody(incoming, 1000);
        response.end();
        server.close();
        resolve(body);
      }).listen(0, '127.0.0.1', () => {
        const bound = server.address();
        const port = typeof bound === 'object' && bound ? bound.port : 0;
        const sending = request({ host: '127.0.0.1', port, method: 'POST' });
        sending.on('error', () => {});
        sending.write('x'.repeat(600));
        sending.end('x'.repeat(600));
      });
    });
    expect(read).toBeNull();
  });
});
