import type { ChosenFile } from '../../shared/api/host.ts';
import { plannerOver } from '../../shared/api/planner.ts';
import type { Host } from './host.ts';

/** The browser host on 127.0.0.1: the same contract over HTTP; its cookie proves that the page is ours. */
export function loopbackHost(): Host {
  return {
    planner: plannerOver(async (method, payload) => {
      const response = await fetch(`/api/${method}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(payload),
      });
      return response.json();
    }),
    saveFile: download,
    openFiles: chooseFiles,
    // Its own address: the browser's cookie lets the new window in.
    openWindow: () => void window.open(location.href, '_blank', 'popup'),
    // This host is started anew for each file.
    onFiles: () => () => {},
    nativeMenu: null,
  };
}

async function download(name: string, bytes: Uint8Array): Promise<boolean> {
  const url = URL.createObjectURL(new Blob([bytes.slice()]));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser has taken the address by the next turn of its loop.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
  return true;
}

function chooseFiles(extensions: readonly string[]): Promise<readonly ChosenFile[]> {
  return new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.multiple = true;
    input.accept = extensions.map((extension) => `.${extension}`).join(',');
    input.addEventListener('cancel', () => resolve([]));
    input.addEventListener('change', async () => {
      const chosen = [...(input.files ?? [])].map(async (file) => ({
        name: file.name,
        bytes: new Uint8Array(await file.arrayBuffer()),
      }));
      resolve(await Promise.all(chosen));
    });
    input.click();
  });
}
