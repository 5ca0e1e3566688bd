import { protocol } from 'electron';
import { describe, expect, test, vi } from 'vitest';
import { declareScheme, isOurs, serveRenderer } from '../../../../electron/hosts/electron/scheme.ts';
import { ELSEWHERE } from './attacked-page.ts';
import * as standIn from './electron-stand-in.ts';

vi.mock('electron', () => import('./electron-stand-in.ts'));

describe('the app:// scheme (items 7, 18)', () => {
  const files = new Map([['/assets/main.js', { type: 'text/javascript', body: new Uint8Array([59]) }]]);
  serveRenderer(protocol, { page: '<meta name="csp-nonce" content="__CSP_NONCE__" />', files });
  const get = async (url: string, method = 'GET') => {
    const handler = standIn.protocol.handlers.get('app');
    if (!handler) throw new Error('no handler');
    return handler(new Request(url, { method }));
  };

  test('is a secure origin, declared before anything is loaded', () => {
    declareScheme();
    expect(standIn.protocol.declared).toEqual([
      { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
    ]);
  });

  test('gives the page under a policy with a nonce that is new each time', async () => {
    const seen = new Set<string>();
    for (let time = 0; time < 2; time++) {
      const page = await get('app://planner/');
      const nonce = /content="([\w-]+)"/.exec(await page.text())?.[1] ?? '';
      expect(page.headers.get('content-security-policy')).toContain(`style-src 'self' 'nonce-${nonce}'`);
      expect(page.headers.get('content-security-policy')).toContain("default-src 'none'; script-src 'self';");
      seen.add(nonce);
    }
    expect(seen.size).toBe(2);
  });

  test('gives the built files and nothing else of the disk', async () => {
    const script = await get('app://planner/assets/main.js');
    expect(script.headers.get('content-type')).toBe('text/javascript');
    expect(script.headers.get('x-content-type-options')).toBe('nosniff');
    for (const url of [
      'app://planner/assets/none.js',
      'app://planner/../../etc/passwd',
      'app://planner/%2e%2e/%2e%2e/etc/passwd',
      'app://planner/index.html',
      'app://evil/assets/main.js',
    ]) {
      expect((await get(url)).status, url).toBe(404);
    }
    expect((await get('app://planner/', 'POST')).status).toBe(405);
  });

  test('is told from every look-alike', () => {
    expect(isOurs('app://planner/')).toBe(true);
    expect(isOurs('app://planner/?x#y')).toBe(true);
    for (const url of ELSEWHERE) expect(isOurs(url), url).toBe(false);
  });
});
