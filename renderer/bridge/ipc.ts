import type { HostBridge } from '../../shared/api/host.ts';
import { plannerOver } from '../../shared/api/planner.ts';
import type { Host } from './host.ts';

/** Electron's preload script: the same contract over IPC, with the platform's own dialogs. */
export function ipcHost(bridge: HostBridge): Host {
  return {
    planner: plannerOver((method, payload) => bridge.call(method, payload)),
    saveFile: (name, bytes) => bridge.saveFile(name, bytes),
    openFiles: (extensions) => bridge.openFiles(extensions),
    openWindow: () => void bridge.openWindow(location.hash),
    onFiles: (listener) => bridge.onFiles(listener),
    nativeMenu: {
      set: (menus) => bridge.setMenu(menus),
      onAction: (listener) => bridge.onAction(listener),
    },
  };
}
