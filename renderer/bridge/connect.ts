import type { HostBridge } from '../../shared/api/host.ts';
import type { Host } from './host.ts';
import { ipcHost } from './ipc.ts';
import { loopbackHost } from './loopback.ts';

declare global {
  interface Window {
    /** Put there by Electron's preload script; absent in a browser. */
    readonly plannerHost?: HostBridge;
  }
}

/** The host that this page runs in. The only place that knows which. */
export function connectHost(): Host {
  return window.plannerHost ? ipcHost(window.plannerHost) : loopbackHost();
}
