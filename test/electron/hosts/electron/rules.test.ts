import { BrowserWindow, type IpcMainInvokeEvent, protocol, session } from 'electron';
import { describe, expect, test, vi } from 'vitest';
import { denyNavigation } from '../../../../electron/hosts/electron/deny-navigation.ts';
import { denyNetwork } from '../../../../electron/hosts/electron/deny-network.ts';
import { denyPermissions } from '../../../../electron/hosts/electron/deny-permissions.ts';
import { denyWebviews } from '../../../../electron/hosts/electron/deny-webviews.ts';
import { denyWindows } from '../../../../electron/hosts/electron/deny-windows.ts';
import { menuTemplate } from '../../../../electron/hosts/electron/menu.ts';
import { pageMenuTemplate } from '../../../../electron/hosts/electron/page-menu.ts';
import { declareScheme, isOurs, serveRenderer } from '../../../../electron/hosts/electron/scheme.ts';
import { isFromOurPage } from '../../../../electron/hosts/electron/sender.ts';
import { webPreferences } from '../../../../electron/hosts/electron/web-preferences.ts';
import type { MenuModel } from '../../../../shared/api/menu.ts';
import * as standIn from './electron-stand-in.ts';

vi.mock('electron', () => import('./electron-stand-in.ts'));

const ELSEWHERE = [
  'https://evil.example/',
  'http://app/planner/',
  'app://planner.evil.example/',
  'app://planner@evil.example/',
  'app://evil/',
  'file:///etc/passwd',
  'javascript:alert(1)',
  'data:text/html,<script>1</script>',
  'about:blank',
  'about:srcdoc',
  '',
];

/** The last window's page, as the test's own side of it. */
function lastContents() {
  const window = standIn.BrowserWindow.all.at(-1);
  if (!window) throw new Error('no window');
  return window.webContents;
}

/** Whether an event of the page was stopped. */
function isStopped(moment: string, url: string, more: { isMainFrame?: boolean } = {}): boolean {
  let stopped = false;
  const preventDefault = () => {
    stopped = true;
  };
  lastContents().emit(moment, { url, preventDefault, ...more });
  return stopped;
}

describe('the page', () => {
  test('is a sandboxed web page without Node.js (items 2, 3, 4)', () => {
    expect(webPreferences('/preload.cjs')).toMatchObject({
      preload: '/preload.cjs',
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
    });
    expect(webPreferences('/preload.cjs')).not.toHaveProperty('enableBlinkFeatures');
  });

  test('may show a frame of its own writing (the print preview), but not become one', () => {
    denyNavigation(new BrowserWindow().webContents);
    expect(isStopped('will-frame-navigate', 'about:srcdoc', { isMainFrame: false })).toBe(false);
    expect(isStopped('will-frame-navigate', 'about:srcdoc', { isMainFrame: true })).toBe(true);
    expect(isStopped('will-frame-navigate', 'https://evil.example/', { isMainFrame: false })).toBe(true);
  });

  test('cannot be led elsewhere, by a link, a script, a redirect or a dropped file (item 13)', () => {
    denyNavigation(new BrowserWindow().webContents);
    for (const moment of ['will-navigate', 'will-frame-navigate', 'will-redirect']) {
      for (const url of ELSEWHERE) expect(isStopped(moment, url), `${moment} ${url}`).toBe(true);
      expect(isStopped(moment, 'app://planner/assets/main.js')).toBe(true);
      expect(isStopped(moment, 'app://planner/')).toBe(false);
    }
  });

  test('opens no window, here or in the browser (items 14, 15)', () => {
    denyWindows(new BrowserWindow().webContents);
    for (const url of [...ELSEWHERE, 'app://planner/']) {
      expect(lastContents().openHandler?.({ url })).toEqual({ action: 'deny' });
    }
  });

  test('embeds no other page (item 12)', () => {
    denyWebviews(new BrowserWindow().webContents);
    expect(isStopped('will-attach-webview', 'app://planner/')).toBe(true);
  });

  test('gets no permission but to put cells on the clipboard (item 5)', () => {
    denyPermissions(session.defaultSession);
    const { request, check, device } = standIn.session.defaultSession;
    const granted = (permission: string): boolean => {
      let decision = false;
      request?.(null, permission, (answer) => {
        decision = answer;
      });
      expect(check?.(null, permission)).toBe(decision);
      return decision;
    };
    expect(granted('clipboard-sanitized-write')).toBe(true);
    for (const permission of [
      'clipboard-read',
      'media',
      'geolocation',
      'notifications',
      'midiSysex',
      'pointerLock',
      'fullscreen',
      'openExternal',
      'fileSystem',
      'hid',
      'usb',
      'serial',
      'unknown',
    ]) {
      expect(granted(permission), permission).toBe(false);
    }
    expect(device?.()).toBe(false);
    let port: string | undefined;
    standIn.session.defaultSession.emit(
      'select-serial-port',
      { preventDefault: () => {} },
      [],
      null,
      (id: string) => {
        port = id;
      },
    );
    expect(port).toBe('');
  });

  test('reaches nothing on a network (item 1)', () => {
    denyNetwork(session.defaultSession);
    const cancelled = (url: string): boolean => {
      let cancel = false;
      standIn.session.defaultSession.before?.({ url }, (verdict) => {
        cancel = verdict.cancel;
      });
      return cancel;
    };
    for (const url of [
      'https://evil.example/',
      'http://127.0.0.1:80/',
      'ws://evil.example/',
      'file:///etc/passwd',
      'app://evil/',
    ]) {
      expect(cancelled(url), url).toBe(true);
    }
    for (const url of [
      'app://planner/',
      'app://planner/assets/main.js',
      'data:image/png;base64,AA==',
      'blob:app://planner/1',
    ]) {
      expect(cancelled(url), url).toBe(false);
    }
  });
});

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

test('a message is heard from our page alone, not from a frame in it (item 17)', () => {
  const from = (senderFrame: unknown) =>
    isFromOurPage({ senderFrame } as Pick<IpcMainInvokeEvent, 'senderFrame'>);
  expect(from(standIn.OUR_FRAME)).toBe(true);
  expect(from(null)).toBe(false);
  expect(from({ ...standIn.OUR_FRAME, parent: standIn.OUR_FRAME })).toBe(false);
  for (const url of ELSEWHERE) expect(from({ url, parent: null }), url).toBe(false);
});

test('the menu leaves undo and redo to the plan, and opens no developer tools', () => {
  for (const platform of ['win32', 'linux', 'darwin'] as const) {
    const text = JSON.stringify(menuTemplate(platform));
    expect(text).not.toMatch(/"(undo|redo|toggleDevTools|reload|forceReload)"/);
  }
});

describe('the native menu of what the page sent', () => {
  const item = (keys: string) =>
    ({ kind: 'action', id: 'edit.undo', label: 'Hoàn tác', keys, enabled: true }) as const;
  const model = (keys: string): MenuModel => [{ label: 'Sửa', items: [item(keys)] }];
  const platforms = ['win32', 'linux', 'darwin'] as const;
  const built = (keys: string, platform: NodeJS.Platform = 'linux', development = false) =>
    pageMenuTemplate(model(keys), { platform, development, choose: () => {} });

  test('prints the page’s keys and leaves them to it', () => {
    expect(built('Ctrl+Z')[0]).toMatchObject({
      label: 'Sửa',
      submenu: [{ accelerator: 'Ctrl+Z', registerAccelerator: false }],
    });
    for (const keys of ['', 'ContextMenu', 'Ctrl+', 'ctrl+z', 'Ctrl+Đ', 'Hyper+X', '+', 'Ctrl Z']) {
      expect(JSON.stringify(built(keys)[0]), keys).not.toContain('"accelerator"');
    }
    for (const keys of [
      'F2',
      'Shift+F10',
      'Alt+Up',
      'Ctrl+Plus',
      'CommandOrControl+Shift+/',
      'Ctrl+[',
      'Ctrl+-',
    ]) {
      expect(JSON.stringify(built(keys)[0]), keys).toContain('"accelerator"');
    }
  });

  test('has developer tools in development alone, and a way out and the roles of its platform', () => {
    for (const platform of platforms) {
      expect(JSON.stringify(built('', platform))).not.toMatch(
        /"(undo|redo|toggleDevTools|reload|forceReload)"/,
      );
      expect(JSON.stringify(built('', platform, true))).toContain('"toggleDevTools"');
      expect(JSON.stringify(built('', platform))).toContain(platform === 'darwin' ? '"appMenu"' : '"quit"');
      expect(JSON.stringify(built('', platform)).includes('"paste"')).toBe(platform === 'darwin');
    }
  });
});
