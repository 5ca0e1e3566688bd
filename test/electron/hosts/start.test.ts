import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { windowArguments } from '../../../electron/hosts/start/browser-window.ts';
import { findBrowser, hasDisplay } from '../../../electron/hosts/start/find-browser.ts';
import { findElectron } from '../../../electron/hosts/start/find-electron.ts';
import { readStartOptions } from '../../../electron/hosts/start/options.ts';
import { temporaryFolder } from '../store/temporary-library.ts';
import { enter } from './loopback.ts';

test('Electron is there when its files are', () => {
  using place = temporaryFolder();
  expect(findElectron(place.folder)).toBeNull();
  mkdirSync(path.join(place.folder, 'electron', 'dist'), { recursive: true });
  writeFileSync(path.join(place.folder, 'electron', 'path.txt'), 'electron');
  expect(findElectron(place.folder)).toBeNull();
  const binary = path.join(place.folder, 'electron', 'dist', 'electron');
  writeFileSync(binary, '');
  expect(findElectron(place.folder)).toBe(binary);
});

test.each([
  ['linux', { PATH: '/usr/local/bin:/usr/bin' }, '/usr/bin/google-chrome', '/usr/bin/google-chrome'],
  ['linux', { PATH: '/usr/bin' }, '/opt/chromium', null],
  ['linux', {}, '/usr/bin/chromium', null],
  [
    'darwin',
    { PATH: '' },
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ],
  [
    'win32',
    { Path: 'C:\\Windows', 'ProgramFiles(x86)': 'C:\\Program Files (x86)' },
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
] as const)(
  'on %s with %o where only %s is, the browser found is %s',
  (platform, environment, only, found) => {
    expect(findBrowser(platform, environment, (file) => file === only)).toBe(found);
  },
);

test('a window needs a display, which Windows and macOS always have', () => {
  expect(hasDisplay('win32', {})).toBe(true);
  expect(hasDisplay('darwin', {})).toBe(true);
  expect(hasDisplay('linux', {})).toBe(false);
  expect(hasDisplay('linux', { DISPLAY: '' })).toBe(false);
  expect(hasDisplay('linux', { DISPLAY: ':0' })).toBe(true);
  expect(hasDisplay('linux', { WAYLAND_DISPLAY: 'wayland-0' })).toBe(true);
});

test('a window has a profile of its own, and gives up the sandbox only for root', () => {
  const line = windowArguments('file:///library/window-1/enter.html', '/library/window-1', false);
  expect(line).toContain('--app=file:///library/window-1/enter.html');
  expect(line).toContain('--user-data-dir=/library/window-1');
  expect(line).not.toContain('--no-sandbox');
  expect(windowArguments('', '', true)).toContain('--no-sandbox');
});

test('without a display the host says its address and serves until it is stopped', async () => {
  using place = temporaryFolder();
  const { DISPLAY: _display, WAYLAND_DISPLAY: _wayland, ...environment } = process.env;
  const line = ['electron/hosts/start.ts', '--browser', '--library', place.folder];
  const program = spawn(process.execPath, line, { env: environment });
  const ended = new Promise((resolve) => program.once('exit', resolve));
  let said = '';
  const url = await new Promise<string>((resolve, reject) => {
    program.stdout.on('data', (part) => {
      said += part;
      const address = /http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]+(?=\s)/.exec(said);
      if (address) resolve(address[0]);
    });
    program.once('exit', () => reject(new Error(`ended: ${said}`)));
  });
  expect(await enter(url)).toMatch(/^plkp-\d+=/);
  // An address is good for one window; the Enter key gives another.
  const more = new Promise<string>((resolve) => program.stdout.once('data', (part) => resolve(`${part}`)));
  program.stdin.write('\n');
  const [again = ''] = /http:\S+/.exec(await more) ?? [];
  expect(again).not.toBe(url);
  expect(await enter(again)).toMatch(/^plkp-\d+=/);
  program.kill('SIGINT');
  expect(await ended).toBe(0);
});

test('a library that does not open is told on the terminal once, and by the address that is served all the same', async () => {
  using place = temporaryFolder();
  const library = path.join(place.folder, 'library');
  writeFileSync(library, '');
  const { DISPLAY: _display, WAYLAND_DISPLAY: _wayland, ...environment } = process.env;
  const line = ['electron/hosts/start.ts', '--browser', '--library', library];
  const program = spawn(process.execPath, line, { env: environment });
  const ended = new Promise((resolve) => program.once('exit', resolve));
  let errors = '';
  program.stderr.on('data', (part) => {
    errors += part;
  });
  const url = await new Promise<string>((resolve) => {
    program.stdout.on('data', (part) => {
      const address = /http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]+(?=\s)/.exec(`${part}`);
      if (address) resolve(address[0]);
    });
  });
  const cookie = await enter(url);
  const page = await fetch(new URL('/', url), { headers: { cookie } });
  expect(await page.text()).toContain('Chưa mở được thư viện');
  program.kill('SIGINT');
  expect(await ended).toBe(2);
  expect(errors.match(/Không mở được thư viện/g)).toHaveLength(1);
});

test('start takes a library, a port, the browser and plan files, and refuses the rest', () => {
  expect(readStartOptions(['--library', 'lib', 'gửi.plkp', '--port', '8080'], '/home/lan')).toEqual({
    ok: true,
    value: { library: '/home/lan/lib', port: 8080, browser: false, files: ['/home/lan/gửi.plkp'] },
  });
  for (const line of [['--port', 'x'], ['--port', '70000'], ['--none'], ['word'], ['--library']]) {
    const result = readStartOptions(line, '/');
    expect(result.ok ? 'ok' : result.refusal.code, line.join(' ')).toBe('host.badArguments');
  }
});
