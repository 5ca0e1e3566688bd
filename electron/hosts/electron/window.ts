import { BrowserWindow } from 'electron';
import { PAGE_URL } from './scheme.ts';
import { webPreferences } from './web-preferences.ts';

/** A window on our page, shown when there is something in it. An office screen is 1366 × 768. */
export function openWindow(preload: string, address = ''): BrowserWindow {
  const window = new BrowserWindow({
    width: 1366,
    height: 768,
    minWidth: 900,
    minHeight: 560,
    show: false,
    autoHideMenuBar: true,
    backgroundColor: '#ffffff',
    webPreferences: webPreferences(preload),
  });
  window.once('ready-to-show', () => window.show());
  void window.loadURL(PAGE_URL + address);
  return window;
}
