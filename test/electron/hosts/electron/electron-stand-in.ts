import { EventEmitter } from 'node:events';

/**
 * What the shell uses of the `electron` module, without a window or a browser behind it. It keeps what it was told,
 * so that a test can ask, and lets a test play the officer, the page or an attacker. Never the real module: loading
 * that where its binary is missing starts a download.
 */

type Handler = (event: unknown, ...values: unknown[]) => unknown;

/** A page, with the addresses it was led to and what became of it. */
class Contents extends EventEmitter {
  openHandler: ((details: { url: string }) => { action: string }) | undefined;

  readonly printed: unknown[] = [];

  async printToPDF(options: unknown): Promise<Uint8Array> {
    this.printed.push(options);
    return new TextEncoder().encode('%PDF');
  }
  setWindowOpenHandler(handler: (details: { url: string }) => { action: string }): void {
    this.openHandler = handler;
  }
  send(channel: string, ...values: unknown[]): void {
    ipcRenderer.heard.emit(
      channel,
      { sender: ipcRenderer },
      ...values.map((value) => structuredClone(value)),
    );
  }
}

export class BrowserWindow extends EventEmitter {
  static readonly all: BrowserWindow[] = [];
  readonly options: Record<string, unknown>;
  readonly webContents = new Contents();
  readonly done: string[] = [];
  minimized = false;

  constructor(options: Record<string, unknown> = {}) {
    super();
    this.options = options;
    BrowserWindow.all.push(this);
    app.emit('web-contents-created', {}, this.webContents);
  }

  async loadURL(url: string): Promise<void> {
    this.done.push(`load ${url}`);
  }
  destroy(): void {
    this.done.push('destroy');
  }
  show(): void {
    this.done.push('show');
  }
  focus(): void {
    this.done.push('focus');
  }
  setAutoHideMenuBar(hide: boolean): void {
    this.done.push(hide ? 'hide the menu bar' : 'keep the menu bar');
  }
  setMenuBarVisibility(): void {}
  isMinimized(): boolean {
    return this.minimized;
  }
  restore(): void {
    this.minimized = false;
    this.done.push('restore');
  }
}

class Application extends EventEmitter {
  readonly done: string[] = [];
  readonly paths = new Map([['documents', '/documents']]);
  readonly switches = new Map<string, string>();
  isFirst = true;
  isPackaged = true;
  readonly commandLine = { getSwitchValue: (name: string): string => this.switches.get(name) ?? '' };
  enableSandbox(): void {
    this.done.push('sandbox');
  }
  getName(): string {
    return 'Phụ lục Kinh phí';
  }
  getPath(name: string): string {
    return this.paths.get(name) ?? '';
  }
  setPath(name: string, folder: string): void {
    this.paths.set(name, folder);
  }
  requestSingleInstanceLock(): boolean {
    return this.isFirst;
  }
  async whenReady(): Promise<void> {}
  quit(): void {
    this.done.push('quit');
    this.emit('will-quit');
  }
  exit(code: number): void {
    this.done.push(`exit ${code}`);
  }
}

export const app = new Application();

export const Menu = {
  template: [] as unknown[],
  /** How many menus were shown one after another. */
  shown: 0,
  buildFromTemplate: (template: unknown[]) => template,
  setApplicationMenu: (menu: unknown[]) => {
    Menu.template = menu;
    Menu.shown += 1;
  },
};

export const protocol = {
  declared: [] as unknown[],
  handlers: new Map<string, (request: Request) => Response | Promise<Response>>(),
  registerSchemesAsPrivileged: (schemes: unknown[]) => {
    protocol.declared.push(...schemes);
  },
  handle: (scheme: string, handler: (request: Request) => Response | Promise<Response>) => {
    protocol.handlers.set(scheme, handler);
  },
};

type Decide = (decision: boolean) => void;
type BeforeRequest = (request: { url: string }, answer: (verdict: { cancel: boolean }) => void) => void;

class Session extends EventEmitter {
  request: ((contents: unknown, permission: string, answer: Decide) => void) | undefined;
  check: ((contents: unknown, permission: string) => boolean) | undefined;
  device: (() => boolean) | undefined;
  before: BeforeRequest | undefined;
  readonly served = new Map<string, (request: Request) => Response | Promise<Response>>();
  readonly protocol = {
    handle: (scheme: string, handler: (request: Request) => Response | Promise<Response>): void => {
      this.served.set(scheme, handler);
    },
  };
  readonly webRequest = {
    onBeforeRequest: (handler: BeforeRequest): void => {
      this.before = handler;
    },
  };
  setPermissionRequestHandler(
    handler: (contents: unknown, permission: string, answer: Decide) => void,
  ): void {
    this.request = handler;
  }
  setPermissionCheckHandler(handler: (contents: unknown, permission: string) => boolean): void {
    this.check = handler;
  }
  setDevicePermissionHandler(handler: () => boolean): void {
    this.device = handler;
  }
}

const partitions = new Map<string, Session>();

export const session = {
  defaultSession: new Session(),
  fromPartition: (name: string): Session => {
    const found = partitions.get(name) ?? new Session();
    partitions.set(name, found);
    return found;
  },
};

/** What the officer does in the next dialogs, and what they were shown. */
export const dialog = {
  save: { canceled: true, filePath: '' },
  open: { canceled: true, filePaths: [] as string[] },
  shown: [] as unknown[],
  /** The buttons that the officer presses in the next message boxes, by their words; the first where none is named. */
  presses: [] as string[],
  showSaveDialog: async (_owner: unknown, options: unknown) => {
    dialog.shown.push(options);
    return dialog.save;
  },
  // With the window that they stand over, or without one.
  showOpenDialog: async (...given: unknown[]) => {
    dialog.shown.push(given.at(-1));
    return dialog.open;
  },
  showMessageBox: async (...given: { buttons?: string[] }[]) => {
    dialog.shown.push(given.at(-1));
    const pressed = dialog.presses.shift();
    return { response: pressed === undefined ? 0 : (given.at(-1)?.buttons?.indexOf(pressed) ?? 0) };
  },
  showErrorBox: (title: string, content: string) => {
    dialog.shown.push({ title, content });
  },
};

export const ipcMain = {
  handlers: new Map<string, Handler>(),
  handle: (channel: string, handler: Handler) => {
    ipcMain.handlers.set(channel, handler);
  },
};

/** The frame that a message comes from. */
export const OUR_FRAME = { url: 'app://planner/', parent: null };

/** A message to the main process from a frame; ours unless a test says another. */
export async function invoke(
  channel: string,
  message: unknown,
  frame: unknown = OUR_FRAME,
): Promise<unknown> {
  const handler = ipcMain.handlers.get(channel);
  if (!handler) throw new Error(`no handler for ${channel}`);
  // What crosses is a copy, as in Electron.
  return structuredClone(await handler({ senderFrame: frame }, structuredClone(message)));
}

export const ipcRenderer = {
  invoke,
  heard: new EventEmitter(),
  on: (channel: string, listener: (...heard: unknown[]) => void) => ipcRenderer.heard.on(channel, listener),
  removeListener: (channel: string, listener: (...heard: unknown[]) => void) =>
    ipcRenderer.heard.removeListener(channel, listener),
};

/** What the preload script put on the page. */
export const exposed = new Map<string, unknown>();

export const contextBridge = {
  exposeInMainWorld: (name: string, value: unknown) => {
    exposed.set(name, value);
  },
};
