import { contextBridge, ipcRenderer } from 'electron';
import {
  CALL_CHANNEL,
  chosenFilesSchema,
  DIALOG_CHANNEL,
  type DialogMessage,
  FILES_CHANNEL,
  type HostBridge,
  savedSchema,
  WINDOW_CHANNEL,
} from '../../shared/api/host.ts';
import { ACTION_CHANNEL, MENU_CHANNEL, menuActionIdSchema } from '../../shared/api/menu.ts';

/**
 * What the page gets of Electron, and nothing else of it: a few named calls, never `ipcRenderer` itself.
 * Electron security checklist, item 20: "Do not expose Electron APIs to untrusted web content".
 */
const ask = (message: DialogMessage): Promise<unknown> => ipcRenderer.invoke(DIALOG_CHANNEL, message);

const bridge: HostBridge = {
  call: (method, payload) => ipcRenderer.invoke(CALL_CHANNEL, { method, payload }),
  saveFile: async (name, bytes) => savedSchema.parse((await ask({ kind: 'save', name, bytes })) ?? false),
  openFiles: async (extensions) =>
    chosenFilesSchema.parse((await ask({ kind: 'open', extensions: [...extensions] })) ?? []),
  openWindow: async (address) => {
    await ipcRenderer.invoke(WINDOW_CHANNEL, address);
  },
  setMenu: async (model) => {
    await ipcRenderer.invoke(MENU_CHANNEL, model);
  },
  onFiles: (listener) => {
    const hear = (): void => listener();
    ipcRenderer.on(FILES_CHANNEL, hear);
    return () => {
      ipcRenderer.removeListener(FILES_CHANNEL, hear);
    };
  },
  onAction: (listener) => {
    // The event itself, which leads back to Electron, stays here.
    const hear = (_event: unknown, action: unknown): void => listener(menuActionIdSchema.parse(action));
    ipcRenderer.on(ACTION_CHANNEL, hear);
    return () => {
      ipcRenderer.removeListener(ACTION_CHANNEL, hear);
    };
  },
};

contextBridge.exposeInMainWorld('plannerHost', bridge);
