import type { Session, WebPreferences } from 'electron';

/**
 * What the page may be: an ordinary web page in a sandbox, with the preload script as its only door.
 *
 * Electron security checklist, items 2, 3, 4, 6, 8, 9, 10 and 11: no Node.js integration, context isolation, process
 * sandboxing, web security, no insecure content, no experimental features, no Blink features.
 */
export function webPreferences(preload: string): WebPreferences {
  return { ...SHELTERED, preload };
}

/** The pages of a print have no door at all, and run no script. */
export function printPreferences(session: Session): WebPreferences {
  return { ...SHELTERED, session, javascript: false };
}

const SHELTERED: WebPreferences = {
  contextIsolation: true,
  sandbox: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  navigateOnDragDrop: false,
  safeDialogs: true,
  spellcheck: false,
};
