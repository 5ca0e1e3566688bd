import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { LibraryLock } from '../../../../electron/store/library-lock.ts';
import type { HostBridge } from '../../../../shared/api/host.ts';
import type { MenuModel } from '../../../../shared/api/menu.ts';
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
    // The rules for every page were said before this one was made.
    expect(window?.webContents.openHandler?.({ url: 'app://planner/' })).toEqual({ action: 'deny' });
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
    electron.app.emit('second-instance', {}, ['planner'], place.folder);
    expect(window.done.slice(1)).toEqual(['restore', 'focus']);
  });

  test('ends at once where another is running', async () => {
    electron.app.isFirst = false;
    await start();
    expect(electron.app.done).toContain('quit');
    expect(electron.BrowserWindow.all).toEqual([]);
  });

  test('says why there is no library, and ends where the officer leaves', async () => {
    const file = path.join(place.folder, 'file');
    writeFileSync(file, '');
    electron.app.switches.set('library', path.join(file, 'library'));
    electron.dialog.presses.push('Thoát');
    await start();
    expect(electron.app.done).toContain('exit 2');
    const [box] = electron.dialog.shown;
    expect(box).toMatchObject({
      type: 'error',
      buttons: ['Thử lại', 'Chọn thư mục khác…', 'Thoát'],
      cancelId: 2,
    });
    expect(JSON.stringify(box)).toContain('Không tạo được thư mục thư viện');
    expect(JSON.stringify(box)).toContain('chỉ dùng cho lần mở này');
    expect(electron.BrowserWindow.all).toEqual([]);
  });

  test('tries again as often as it is told to, and opens the window where it works', async () => {
    const library = path.join(place.folder, 'file');
    writeFileSync(library, '');
    electron.app.switches.set('library', library);
    const { showMessageBox } = electron.dialog;
    let boxes = 0;
    electron.dialog.showMessageBox = (...given) => {
      boxes += 1;
      if (boxes === 3) rmSync(library);
      return showMessageBox(...given);
    };
    await start();
    expect(boxes).toBe(3);
    expect(lastWindow()?.done).toEqual(['load app://planner/']);
    expect(electron.app.done).not.toContain('exit 2');
  });

  test('opens another folder where the officer chooses one, and asks again where they choose none', async () => {
    const file = path.join(place.folder, 'file');
    writeFileSync(file, '');
    electron.app.switches.set('library', file);
    const other = path.join(place.folder, 'khác');
    electron.dialog.presses.push('Chọn thư mục khác…', 'Chọn thư mục khác…');
    const { showOpenDialog } = electron.dialog;
    let asked = 0;
    electron.dialog.showOpenDialog = (...given) => {
      asked += 1;
      electron.dialog.open = { canceled: asked === 1, filePaths: asked === 1 ? [] : [other] };
      return showOpenDialog(...given);
    };
    await start();
    expect(asked).toBe(2);
    expect(lastWindow()?.done).toEqual(['load app://planner/']);
    expect(existsSync(path.join(other, 'library.plkp.db'))).toBe(true);
    // The browser’s caches went to a place that there is.
    expect(statSync(electron.app.getPath('userData')).isDirectory()).toBe(true);
  });

  test('leaves a folder as it is that is no place for a library', async () => {
    const synced = path.join(place.folder, 'OneDrive');
    mkdirSync(synced);
    electron.app.switches.set('library', synced);
    electron.dialog.presses.push('Thoát');
    await start();
    expect(JSON.stringify(electron.dialog.shown)).toContain('tự đồng bộ');
    expect(readdirSync(synced)).toEqual([]);
  });

  test('offers no other folder while somebody else only holds this one for a moment', async () => {
    const library = path.join(place.folder, 'library');
    mkdirSync(library);
    const lock = new LibraryLock(library);
    lock.alone();
    electron.dialog.presses.push('Thoát');
    await start();
    lock.close();
    expect(electron.dialog.shown[0]).toMatchObject({ buttons: ['Thử lại', 'Thoát'], detail: '' });
    expect(electron.app.done).toContain('exit 2');
  });
});

describe('the page of the shell', () => {
  test('gets six calls and nothing of Electron (item 20)', async () => {
    const host = await bridge();
    expect([...electron.exposed.keys()]).toEqual(['plannerHost']);
    expect(Object.keys(host).sort()).toEqual([
      'call',
      'onAction',
      'onFiles',
      'openFiles',
      'openWindow',
      'saveFile',
      'setMenu',
    ]);
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

  test('has a PDF printed in a window that is never shown, runs no script, and is gone afterwards', async () => {
    await start();
    const planner = plannerOver((await bridge()).call);
    const { plan } = must(await planner.createSample({ sample: 'vinh-long-2022-2025' }));
    const file = must(await planner.exportDocument({ plan: plan.id, form: 'F1', format: 'pdf' }));
    expect(file.name).toMatch(/ - F1\.pdf$/);
    expect(new TextDecoder().decode(file.bytes)).toBe('%PDF');
    const window = lastWindow();
    expect(electron.BrowserWindow.all).toHaveLength(2);
    expect(window?.options).toMatchObject({
      show: false,
      webPreferences: { sandbox: true, javascript: false },
    });
    expect(window?.webContents.printed).toEqual([{ preferCSSPageSize: true }]);
    expect(window?.done).toEqual(['load app://planner/', 'destroy']);
    const serve = electron.session.fromPartition('print').served.get('app');
    expect(await (await serve?.(new Request('http://app/')))?.text()).toBe('');
  });

  test('hears why a PDF could not be printed, and can print the next', async () => {
    await start();
    const planner = plannerOver((await bridge()).call);
    const { plan } = must(await planner.createSample({ sample: 'vinh-long-2022-2025' }));
    const asked = { plan: plan.id, form: 'F1', format: 'pdf' } as const;
    const { loadURL } = electron.BrowserWindow.prototype;
    electron.BrowserWindow.prototype.loadURL = () => Promise.reject(new Error('ERR_FAILED'));
    expect(await planner.exportDocument(asked)).toEqual({
      ok: false,
      refusal: { code: 'pdf.failed', params: { program: 'Electron', reason: 'ERR_FAILED' } },
    });
    expect(lastWindow()?.done).toEqual(['destroy']);
    electron.BrowserWindow.prototype.loadURL = loadURL;
    expect(await planner.exportDocument(asked)).toMatchObject({ ok: true });
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

describe('another window of the shell', () => {
  test('is opened on the screen that the page names, as sandboxed as the first', async () => {
    await start();
    const { openWindow } = await bridge();
    await openWindow('#/plan/p-1');
    expect(electron.BrowserWindow.all).toHaveLength(2);
    expect(lastWindow()?.done).toEqual(['load app://planner/#/plan/p-1']);
    expect(lastWindow()?.options).toMatchObject({ show: false, webPreferences: { sandbox: true } });
    expect(lastWindow()?.webContents.openHandler?.({ url: 'app://planner/' })).toEqual({ action: 'deny' });
  });

  test('is what a second start shows where it was used last, until it is closed', async () => {
    await start();
    const [first] = electron.BrowserWindow.all;
    await (await bridge()).openWindow('');
    const second = lastWindow();
    electron.app.emit('second-instance', {}, ['planner'], place.folder);
    expect(second?.done).toContain('focus');
    first?.emit('focus');
    electron.app.emit('second-instance', {}, ['planner'], place.folder);
    expect(first?.done).toContain('focus');
    first?.emit('closed');
    electron.app.emit('second-instance', {}, ['planner'], place.folder);
    expect(second?.done.filter((one) => one === 'focus')).toHaveLength(2);
  });

  test('never shows another page, and is not opened by one', async () => {
    await start();
    for (const address of ['https://evil.example/', '#/plan/a/b', '/other', '#//evil.example', null, {}]) {
      await electron.invoke('planner:window', address);
    }
    await electron.invoke('planner:window', '', { url: 'https://evil.example/', parent: null });
    expect(electron.BrowserWindow.all).toHaveLength(1);
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
    expect(await host.openFiles(['xlsx'])).toEqual([]);
    expect(JSON.stringify(electron.dialog.shown)).toContain('Không đọc được tệp');
  });

  test('open the files that the officer chose, never one that the page names', async () => {
    await start();
    const host = await bridge();
    const file = path.join(place.folder, 'nhập.xlsx');
    writeFileSync(file, Buffer.from([3, 4]));
    electron.dialog.open = { canceled: false, filePaths: [file, file] };
    const chosen = await host.openFiles(['xlsx']);
    expect(chosen.map(({ name }) => name)).toEqual(['nhập.xlsx', 'nhập.xlsx']);
    expect([...(chosen[0]?.bytes ?? [])]).toEqual([3, 4]);
    electron.dialog.open = { canceled: true, filePaths: [] };
    expect(await host.openFiles(['xlsx'])).toEqual([]);
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

describe('a plan file that is double-clicked', () => {
  const take = async () => must(await plannerOver((await bridge()).call).takeOpenedFiles({}));

  test('while the program runs comes to its window by bytes and name, once, and nothing else on the line does', async () => {
    await start();
    const { onFiles } = await bridge();
    let heard = 0;
    const stop = onFiles(() => {
      heard += 1;
    });
    writeFileSync(path.join(place.folder, 'gửi.plkp'), 'PLKP');
    const line = ['planner', '--library=x.plkp', 'gửi.plkp', '/etc/passwd'];
    electron.app.emit('second-instance', {}, line, place.folder);
    expect(heard).toBe(1);
    expect(await take()).toEqual([{ name: 'gửi.plkp', bytes: new TextEncoder().encode('PLKP') }]);
    expect(await take()).toEqual([]);
    stop();
    let prevented = false;
    const event = {
      preventDefault: () => {
        prevented = true;
      },
    };
    electron.app.emit('open-file', event, path.join(place.folder, 'gửi.plkp'));
    expect([heard, prevented, (await take()).length]).toEqual([1, true, 1]);
  });

  test('at the start waits for the window; one that cannot be read is named', async () => {
    const file = path.join(place.folder, 'gửi.plkp');
    writeFileSync(file, 'PLKP');
    const { argv } = process;
    process.argv = [...argv, file, path.join(place.folder, 'không có.plkp')];
    try {
      await start();
    } finally {
      process.argv = argv;
    }
    expect(await take()).toHaveLength(1);
    expect(JSON.stringify(electron.dialog.shown)).toContain('không có.plkp');
  });
});

describe('the menu of the shell', () => {
  const undo = { kind: 'action', id: 'edit.undo', label: 'Hoàn tác', keys: 'Ctrl+Z', enabled: true } as const;
  const dense = {
    kind: 'action',
    id: 'view.compact',
    label: 'Dòng hẹp',
    keys: '',
    enabled: false,
    checked: true,
  } as const;
  const model: MenuModel = [
    { label: 'Sửa', items: [undo, { kind: 'separator' }] },
    { label: 'Xem', items: [{ kind: 'menu', label: 'Mật độ', items: [dense] }] },
  ];
  const shown = () => JSON.stringify(electron.Menu.template);

  test('is the least one until the page has sent its own, and again when it sends none', async () => {
    await start();
    const least = shown();
    expect(least).toContain('zoomIn');
    const { setMenu } = await bridge();
    await setMenu(model);
    expect(electron.Menu.template.slice(-3)).toMatchObject([
      { label: 'Sửa', submenu: [{ label: 'Hoàn tác', enabled: true }, { type: 'separator' }] },
      {
        label: 'Xem',
        submenu: [{ label: 'Mật độ', submenu: [{ type: 'checkbox', checked: true, enabled: false }] }],
      },
      { label: 'Cửa sổ' },
    ]);
    expect(lastWindow()?.done).toContain('keep the menu bar');
    await setMenu([]);
    expect(shown()).toBe(least);
    expect(lastWindow()?.done.at(-1)).toBe('hide the menu bar');
  });

  test('tells the page what was chosen, by its id alone, until it stops hearing', async () => {
    await start();
    const { setMenu, onAction } = await bridge();
    const heard: unknown[][] = [];
    const stop = onAction((...values) => heard.push(values));
    await setMenu(model);
    const choose = () => {
      const menus = electron.Menu.template as { label?: string; submenu: { click(): void }[] }[];
      menus.find((menu) => menu.label === 'Sửa')?.submenu[0]?.click();
    };
    choose();
    expect(heard).toEqual([['edit.undo']]);
    stop();
    choose();
    expect(heard).toHaveLength(1);
  });

  test('is not built anew for the same model, save after a choice', async () => {
    await start();
    const { setMenu } = await bridge();
    await setMenu(model);
    const before = electron.Menu.shown;
    await setMenu(structuredClone(model));
    expect(electron.Menu.shown).toBe(before);
    const menus = electron.Menu.template as { label?: string; submenu: { click(): void }[] }[];
    menus.find((menu) => menu.label === 'Sửa')?.submenu[0]?.click();
    await setMenu(model);
    expect(electron.Menu.shown).toBe(before + 1);
  });

  test('is never what another page, a frame or a broken message asks for', async () => {
    await start();
    const least = shown();
    const frames = [
      null,
      { url: 'https://evil.example/', parent: null },
      { ...electron.OUR_FRAME, parent: {} },
    ];
    for (const frame of frames) await electron.invoke('planner:menu', model, frame);
    const deep = (levels: number): unknown =>
      levels === 0 ? undo : { kind: 'menu', label: 'x', items: [deep(levels - 1)] };
    for (const message of [
      null,
      'quit',
      { label: 'x', items: [] },
      [{ label: '', items: [] }],
      [{ label: 'x', items: [{ ...undo, role: 'quit' }] }],
      [{ label: 'x', items: [{ ...undo, click: 'x' }] }],
      [{ label: 'x', items: [{ ...undo, id: '' }] }],
      [{ label: 'x', items: [{ ...undo, id: 'a b' }] }],
      [{ label: 'x', items: [{ ...undo, label: 'x'.repeat(201) }] }],
      [{ label: 'x', items: [{ ...undo, keys: 'x'.repeat(61) }] }],
      [{ label: 'x', items: [{ ...undo, checked: 'yes' }] }],
      [{ label: 'x', items: [{ kind: 'role', role: 'toggleDevTools' }] }],
      [{ label: 'x', items: [deep(4)] }],
      [{ label: 'x', items: Array(201).fill(undo) }],
      Array(21).fill({ label: 'x', items: [] }),
    ]) {
      await electron.invoke('planner:menu', message);
      expect(shown(), JSON.stringify(message)?.slice(0, 200)).toBe(least);
    }
    await electron.invoke('planner:menu', [{ label: 'x', items: [deep(3)] }]);
    expect(shown()).not.toBe(least);
  });
});
