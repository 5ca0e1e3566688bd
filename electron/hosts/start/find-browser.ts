import { accessSync, constants, statSync } from 'node:fs';
import path from 'node:path';

type Environment = Readonly<Record<string, string | undefined>>;

const NAMES: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  linux: [
    'chromium',
    'chromium-browser',
    'google-chrome',
    'google-chrome-stable',
    'microsoft-edge',
    'microsoft-edge-stable',
  ],
  win32: ['msedge.exe', 'chrome.exe', 'chromium.exe'],
  darwin: ['chromium', 'google-chrome', 'msedge'],
};

const MAC_APPS = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
const WINDOWS_APPS = ['Microsoft\\Edge\\Application\\msedge.exe', 'Google\\Chrome\\Application\\chrome.exe'];

/** A browser of the Chromium family, which can open one address as a window of its own. On Windows one is always there. */
export function findBrowser(
  platform: NodeJS.Platform,
  environment: Environment,
  isProgram: (file: string) => boolean = isExecutable,
): string | null {
  return candidates(platform, environment).find(isProgram) ?? null;
}

function candidates(platform: NodeJS.Platform, environment: Environment): string[] {
  const onWindows = platform === 'win32';
  const { join } = onWindows ? path.win32 : path.posix;
  const folders = (environment.PATH ?? environment.Path ?? '').split(onWindows ? ';' : ':').filter(Boolean);
  const onPath = (NAMES[platform] ?? []).flatMap((name) => folders.map((folder) => join(folder, name)));
  if (platform === 'darwin') {
    return [...onPath, ...MAC_APPS.map((app) => `/Applications/${app}.app/Contents/MacOS/${app}`)];
  }
  if (!onWindows) return onPath;
  const programs = [environment['ProgramFiles(x86)'], environment.ProgramFiles, environment.LOCALAPPDATA];
  const installed = programs.flatMap((folder) =>
    folder === undefined ? [] : WINDOWS_APPS.map((app) => join(folder, app)),
  );
  return [...onPath, ...installed];
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

/** Whether a window could be shown. Windows and macOS always have a desktop; elsewhere a display says where it is. */
export function hasDisplay(platform: NodeJS.Platform, environment: Environment): boolean {
  if (platform === 'win32' || platform === 'darwin') return true;
  return Boolean(environment.DISPLAY || environment.WAYLAND_DISPLAY);
}
