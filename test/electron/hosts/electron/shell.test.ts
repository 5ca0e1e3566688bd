import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { HostBridge } from '../../../../shared/api/host.ts';
import { plannerOver } from '../../../../shared/api/planner.ts';
import { ok } from '../../../../shared/refusal.ts';
import { must } from '../../../shared/plan/sample-plan.ts';
import { temporaryFolder } from '../../store/temporary-library.ts';
import type * as StandIn from './electron-stand-in.ts';

vi.mock('../../../../electron/hosts/renderer-files.ts', () => ({
  readRendererFiles: () => ok({ page: '<p></p>', files: new Map() }),
}));

let place: ReturnType<typeof temporaryFolder>;
let electron: typeof StandIn;

beforeEach(async () => {
  vi.resetModules();
  place = temporaryFolder();
  // A new one for each test, and the same for the test and the program.
  electron = await import('./electron-stand-in.ts');
  vi.doMock('electron', () => electron);
  electron.app.switches.set('library', path.join(place.folder, 'library'));
});

afterEach(() => {
  electron.app.quit();
  place[Symbol.dispose]();
});

/** The program, started; main.ts starts itself when it is loaded. */
async function start(): Promise<void> {
  await import('../../../../electron/hosts/main.ts');
  await electron.app.whenReady();
  await new Promise((resolve) => setTimeout(resolve, 0));
}

/** What the page finds as `window.plannerHost`. */
async function bridge(): Promise<HostBridge> {
  await import('../../../../electron/hosts/preload.ts');
  return electron.exposed.get('plannerHost') as HostBridge;
}

const lastWindow = () => electron.BrowserWindow.all.at(-1);

describe('the Electron shell', () => {
  test('opens one sandboxed window on our page, shown when there is something in it', async () => {
    await start();
    expect(electron.app.done).toEqual(['sandbox']);
    expect(electron.BrowserWindow.all).toHaveLength(1);
    const window = lastWindow();
    expect(window?.done).toEqual(['load app://planner/']);
    expect(window?.options).toMatchObject({ show: false, webPreferences: { sandbox: true } });
    window?.emit('ready-to-show');
    expect(window?.done).toContain('show');
    expect(electron.app.getPath('userData')).toBe(path.join(place.folder, 'library', 'window'));
    electron.app.emit('window-all-closed');
    expect(electron.app.done).toContain('quit');
  });

  test('starts once: a second start shows the window of the first', async () => {
    await start();
    const window = lastWindow();
    if (!window) throw new Error('no window');
    window.minimized = true;
    electron.app.emit('second-instance');
    expect(window.done.slice(1)).toEqual(['restore', 'focus']);
  });

  test('ends at once where another is running', async () => {
    electron.app.isFirst = false;
    await start();
    expect(electron.app.done).toContain('quit');
    expect(electron.BrowserWindow.all).toEqual([]);
  });

  test('says why there is no library, and ends', async () => {
    const file = path.join(place.folder, 'file');
    writeFileSync(file, '');
    electron.app.switches.set('library', path.join(file, 'library'));
    await start();
    expect(electron.app.done).toContain('exit 2');
    expect(JSON.stringify(electron.dialog.shown)).toContain('Không tạo được thư mục thư viện');
    expect(electron.BrowserWindow.all).toEqual([]);
  });
});

describe('the page of the shell', () => {
  test('gets three calls and nothing of Electron (item 20)', async () => {
    const host = await bridge();
    expect([...electron.exposed.keys()]).toEqual(['plannerHost']);
    expect(Object.keys(host).sort()).toEqual(['call', 'openFile', 'saveFile']);
  });

  test('plans over IPC as over any other host', async () => {
    await start();
    const { call } = await bridge();
    const planner = plannerOver(call);
    const { plan } = must(await planner.createSample({ sample: 'vinh-long-2022-2025' }));
    expect(must(await planner.listPlans({}))[0]).toMatchObject({ id: plan.id, total: 209_600_000_000n });
    expect(await planner.undo({ plan: plan.id, baseSequence: 0 })).toMatchObject({
      refusal: { code: 'api.nothingToUndo' },
    });
  });

  test('is refused what is not of the contract', async () => {
    await start();
    const { call } = await bridge();
    expect(await call('__proto__', {})).toMatchObject({ refusal: { code: 'api.unknownMethod' } });
    expect(await call('listPlans', { extra: 1 })).toMatchObject({ refusal: { code: 'api.badRequest' } });
    for (const message of [null, 'listPlans', { method: 1 }, { method: 'listPlans', payload: {}, more: 1 }]) {
      expect(await electron.invoke('planner:call', message)).toMatchObject({ ok: false });
    }
  });

  test('is not heard from another page or a frame', async () => {
    await start();
    const frames = [
      null,
      { url: 'https://evil.example/', parent: null },
      { ...electron.OUR_FRAME, parent: {} },
    ];
    electron.dialog.save = { canceled: false, filePath: path.join(place.folder, 'stolen.xlsx') };
    for (const frame of frames) {
      expect(await electron.invoke('planner:call', { method: 'listPlans', payload: {} }, frame)).toEqual({
        ok: false,
        refusal: { code: 'api.forbidden', params: {} },
      });
      const save = { kind: 'save', name: 'a.xlsx', bytes: new Uint8Array([1]) };
      expect(await electron.invoke('planner:dialog', save, frame)).toBeNull();
    }
    expect(electron.dialog.shown).toEqual([]);
  });
});

describe('the dialogs of the shell', () => {
  test('save where the officer chose, under a name without a folder in it', async () => {
    await start();
    const host = await bridge();
    const file = path.join(place.folder, 'phụ lục.xlsx');
    electron.dialog.save = { canceled: false, filePath: file };
    expect(await host.saveFile('../../../etc/phụ lục.xlsx', new Uint8Array([1, 2]))).toBe(true);
    expect([...readFileSync(file)]).toEqual([1, 2]);
    expect(electron.dialog.shown[0]).toEqual({
      defaultPath: path.join('/documents', 'phụ lục.xlsx'),
      filters: [{ name: '.xlsx', extensions: ['xlsx'] }],
    });
    electron.dialog.save = { canceled: true, filePath: '' };
    expect(await host.saveFile('a.xlsx', new Uint8Array())).toBe(false);
  });

  test('say what the disk refused, and leave nothing half written', async () => {
    await start();
    const host = await bridge();
    const folder = path.join(place.folder, 'a.xlsx');
    mkdirSync(folder);
    electron.dialog.save = { canceled: false, filePath: folder };
    expect(await host.saveFile('a.xlsx', new Uint8Array([1]))).toBe(false);
    expect(JSON.stringify(electron.dialog.shown)).toContain('Không ghi được tệp');
    electron.dialog.open = { canceled: false, filePaths: [path.join(place.folder, 'none.xlsx')] };
    expect(await host.openFile(['xlsx'])).toBeNull();
    expect(JSON.stringify(electron.dialog.shown)).toContain('Không đọc được tệp');
  });

  test('open the file that the officer chose, never one that the page names', async () => {
    await start();
    const host = await bridge();
    const file = path.join(place.folder, 'nhập.xlsx');
    writeFileSync(file, Buffer.from([3, 4]));
    electron.dialog.open = { canceled: false, filePaths: [file] };
    const chosen = await host.openFile(['xlsx']);
    expect(chosen?.name).toBe('nhập.xlsx');
    expect([...(chosen?.bytes ?? [])]).toEqual([3, 4]);
    electron.dialog.open = { canceled: true, filePaths: [] };
    expect(await host.openFile(['xlsx'])).toBeNull();
    for (const message of [
      { kind: 'open', extensions: ['xlsx'], file: '/etc/passwd' },
      { kind: 'open', extensions: [] },
      { kind: 'open', extensions: ['*'] },
      { kind: 'save', name: '', bytes: new Uint8Array() },
      { kind: 'save', name: 'a', bytes: 'text' },
      { kind: 'delete' },
    ]) {
      const before = electron.dialog.shown.length;
      expect(await electron.invoke('planner:dialog', message)).toBeNull();
      expect(electron.dialog.shown.length, JSON.stringify(message)).toBe(before);
    }
  });
});
