import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { connect, type Server } from 'node:net';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { Admission, TOKEN_LIFE } from '../../electron/hosts/browser/admission.ts';
import { PATIENCE, patientServer } from '../../electron/hosts/browser/patience.ts';
import { openWindow } from '../../electron/hosts/start/browser-window.ts';
import { writeDoor } from '../../electron/hosts/start/door.ts';
import { launchChromium } from '../e2e/chromium.ts';
import { TestLoopback } from '../electron/hosts/loopback.ts';
import { temporaryFolder } from '../electron/store/temporary-library.ts';

/** What comes back for bytes on a socket, until the other side closes it. */
function said(port: number, ...pieces: readonly string[]): Promise<string> {
  return new Promise((resolve) => {
    let answer = '';
    const socket = connect(port, '127.0.0.1', () => {
      for (const piece of pieces) socket.write(piece);
    });
    socket.on('data', (data) => {
      answer += data.toString('latin1');
    });
    socket.on('error', () => {});
    socket.on('close', () => resolve(answer));
  });
}

const portOf = (server: Server): number => {
  const bound = server.address();
  return typeof bound === 'object' && bound ? bound.port : 0;
};

describe('another user of the computer, who reads the list of processes', () => {
  test('finds no token among a browser’s arguments, and cannot look into the file that has it', async () => {
    using place = temporaryFolder();
    // A browser that writes down what everybody can read of it, and the rights of the file that it opens.
    const browser = path.join(place.folder, 'browser');
    const seen = path.join(place.folder, 'seen');
    const look =
      'for one in "$@"; do case "$one" in --app=file://*) stat -c %a "$(echo "$one" | cut -c14-)";; esac; done';
    writeFileSync(browser, `#!/bin/sh\n{ echo "$@"; ${look}; } > "${seen}"\n`, { mode: 0o755 });
    const url = 'http://127.0.0.1:1/?token=SECRET';
    expect(await openWindow(browser, url, place.folder).ended).toEqual({ code: 0 });
    const told = readFileSync(seen, 'utf8');
    expect(told).toContain('--app=file://');
    expect(told).not.toContain('SECRET');
    expect(told).toMatch(/^600$/m);
    // The file went with the window.
    expect(readdirSync(place.folder).sort()).toEqual(['browser', 'seen']);
  });

  test('comes too late with a token that was not used in a minute, or was', () => {
    let now = 0;
    const admission = new Admission(1, () => now);
    const [late, used] = [admission.newToken(), admission.newToken()];
    now = TOKEN_LIFE;
    expect(admission.exchange(used)).not.toBeNull();
    expect(admission.exchange(used)).toBeNull();
    now = TOKEN_LIFE + 1;
    expect(admission.exchange(late)).toBeNull();
  });

  test('who waits at the door’s place cannot have it written into a file of theirs', () => {
    using place = temporaryFolder();
    const trap = path.join(place.folder, 'enter.html');
    writeFileSync(trap, '', { mode: 0o666 });
    expect(() => writeDoor(place.folder, 'http://127.0.0.1:1/?token=SECRET')).toThrow('EEXIST');
    expect(readFileSync(trap, 'utf8')).toBe('');
    expect(statSync(trap).size).toBe(0);
  });
});

test('the officer’s own window gets in by the file, and the token is in no address afterwards', async () => {
  using place = temporaryFolder();
  await using running = await TestLoopback.start();
  const browser = await launchChromium();
  const tab = await browser.newPage();
  await tab.goto(writeDoor(place.folder, running.host.url));
  await tab.waitForURL(`${running.host.origin}/`);
  expect(await tab.locator('meta[name="csp-nonce"]').count()).toBe(1);
  expect(await tab.evaluate(() => [location.href, document.referrer])).toEqual([
    `${running.host.origin}/`,
    '',
  ]);
  await browser.close();
});

describe('another site, in the officer’s own browser that was let in,', () => {
  /** A page of another site (127.0.0.1 is the host’s own; a name is another site) that tries each way in. */
  async function attack(): Promise<unknown> {
    await using running = await TestLoopback.start();
    const target = running.host.origin;
    const script = `
      const target = ${JSON.stringify(target)};
      const asked = async (name, does) => { try { tried[name] = String(await does()); } catch (error) { tried[name] = 'failed'; } };
      const tried = {};
      const frame = (src) => new Promise((done) => { const one = document.createElement('iframe'); one.src = src; one.onload = () => { try { done(one.contentDocument ? one.contentDocument.body.innerHTML : 'closed'); } catch { done('closed'); } }; document.body.append(one); });
      const tag = (name, src) => new Promise((done) => { const one = document.createElement(name); one.onload = () => done('loaded'); one.onerror = () => done('failed'); if (name === 'link') { one.rel = 'stylesheet'; one.href = src; } else one.src = src; document.body.append(one); });
      (async () => {
        await asked('call', () => fetch(target + '/api/listPlans', { method: 'POST', credentials: 'include', headers: { 'content-type': 'application/json' }, body: '{}' }).then((r) => r.text()));
        await asked('call without asking', () => fetch(target + '/api/createSample', { method: 'POST', mode: 'no-cors', credentials: 'include', body: '{"sample":"vinh-long-2022-2025"}' }).then((r) => r.type + r.status));
        await asked('page', () => fetch(target + '/', { credentials: 'include' }).then((r) => r.text()));
        await asked('frame', () => frame(target + '/'));
        await asked('script', () => tag('script', target + '/assets/main-1.js'));
        await asked('picture', () => tag('img', target + '/'));
        await asked('socket', () => new Promise((done) => { const one = new WebSocket(target.replace('http', 'ws') + '/'); one.onopen = () => done('open'); one.onerror = () => done('failed'); }));
        document.title = 'done';
        window.tried = tried;
      })();`;
    const site = createServer((_, response) => {
      response.setHeader('content-type', 'text/html');
      response.end(`<!doctype html><body><script>${script}</script>`);
    });
    await new Promise<void>((listening) => site.listen(0, '127.0.0.1', () => listening()));
    // The same browser, with the host's cookie in it; the other site is another name.
    const browser = await launchChromium(['--host-resolver-rules=MAP evil.example 127.0.0.1']);
    const context = await browser.newContext();
    const own = await context.newPage();
    await own.goto(running.host.url);
    await own.waitForURL(`${target}/`);
    const tab = await context.newPage();
    await tab.goto(`http://evil.example:${portOf(site)}/`);
    await tab.waitForFunction(() => document.title === 'done');
    const tried = await tab.evaluate(() => Reflect.get(window, 'tried'));
    const plans = await running.call('listPlans', {}, await running.admitted());
    expect(JSON.parse(plans.body)).toEqual({ ok: true, value: [] });
    // Rebinding: a name of the attacker's that now means this computer, at the host's own port.
    const rebound = `http://evil.example:${running.port}/`;
    const [answer] = await Promise.all([tab.waitForResponse(rebound), tab.goto(rebound).catch(() => null)]);
    expect(answer.status()).toBe(403);
    await browser.close();
    site.close();
    return tried;
  }

  test('reads nothing, changes nothing, frames nothing and runs nothing of the host', async () => {
    expect(await attack()).toEqual({
      call: 'failed',
      'call without asking': expect.stringMatching(/^(opaque0|failed)$/),
      page: 'failed',
      frame: 'closed',
      script: 'failed',
      picture: 'failed',
      socket: 'failed',
    });
  });
});

describe('a request that asks for leave (CORS), an upgrade or another host’s pages', () => {
  test('gets none', async () => {
    await using running = await TestLoopback.start();
    const headers = await running.admitted();
    const preflight = await running.ask('OPTIONS', '/api/listPlans', {
      origin: 'https://evil.example',
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'content-type',
      'access-control-request-private-network': 'true',
    });
    expect(preflight.status).toBe(405);
    expect(Object.keys(preflight.headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
    const host = `Host: 127.0.0.1:${running.port}`;
    const upgrade = await said(
      running.port,
      `GET / HTTP/1.1\r\n${host}\r\nConnection: Upgrade, close\r\nUpgrade: websocket\r\nOrigin: https://evil.example\r\nCookie: ${headers.cookie}\r\n\r\n`,
    );
    expect(upgrade).toMatch(/^HTTP\/1\.1 403 /);
    expect(await said(running.port, `CONNECT evil.example:443 HTTP/1.1\r\n${host}\r\n\r\n`)).toBe('');
  });
});

describe('a client that is slow, endless or many', () => {
  const impatient = { ...PATIENCE, headers: 200, request: 400, idle: 200, connections: 3 };

  /** A server that reads each body whole and answers its length. */
  async function serve(): Promise<Server> {
    const server = patientServer(async (request, response) => {
      let size = 0;
      try {
        for await (const part of request) size += part.length;
        response.end(`${size}`);
      } catch {
        response.destroy();
      }
    }, impatient);
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', () => listening()));
    return server;
  }

  test.each([
    ['headers that never end', ['GET / HTTP/1.1\r\nHost: x\r\nX-Slow: '], /^HTTP\/1\.1 408 /],
    ['nothing at all', [], /^(HTTP\/1\.1 408 [\s\S]*)?$/],
    [
      'a body shorter than it says',
      ['POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nshort'],
      /^(HTTP\/1\.1 408 [\s\S]*)?$/,
    ],
    [
      'a body in pieces that never ends',
      ['POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nshort\r\n'],
      /^(HTTP\/1\.1 408 [\s\S]*)?$/,
    ],
    [
      'headers that are too long',
      [`GET / HTTP/1.1\r\nHost: x\r\nX-Long: ${'x'.repeat(12_000)}\r\n\r\n`],
      /^HTTP\/1\.1 431 /,
    ],
    [
      'two lengths',
      ['POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab'],
      /^HTTP\/1\.1 400 /,
    ],
    [
      'a length and pieces',
      ['POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /'],
      /^HTTP\/1\.1 400 /,
    ],
    ['no host', ['GET / HTTP/1.1\r\n\r\n'], /^HTTP\/1\.1 400 /],
    ['what is no HTTP', ['\u0016\u0003\u0001\u0002\u0000'], /^HTTP\/1\.1 400 /],
  ])('with %s is let go', async (_, pieces, answer) => {
    const server = await serve();
    expect(await said(portOf(server), ...pieces)).toMatch(answer);
    server.close();
  });

  test('with more connections than a window has is let go, and the window goes on', async () => {
    const server = await serve();
    const port = portOf(server);
    const held = Array.from({ length: 3 }, () => connect(port, '127.0.0.1').on('error', () => {}));
    await Promise.all(held.map((one) => new Promise((connected) => one.once('connect', connected))));
    const request = 'GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n';
    expect(await said(port, request)).toBe('');
    for (const one of held) one.destroy();
    await expect.poll(() => said(port, request)).toMatch(/^HTTP\/1\.1 200 /);
    server.close();
  });

  test('whose call is refused is not listened to any further', async () => {
    await using running = await TestLoopback.start();
    const head = `POST /api/listPlans HTTP/1.1\r\nHost: 127.0.0.1:${running.port}\r\nContent-Type: application/json\r\nContent-Length: 1000000\r\n\r\n`;
    const answer = await said(running.port, head, '{"never": "ending');
    expect(answer).toMatch(/^HTTP\/1\.1 403 /);
    expect(answer.toLowerCase()).toContain('connection: close');
  });
});
