import type { App } from 'electron';
import { denyNavigation } from './deny-navigation.ts';
import { denyWebviews } from './deny-webviews.ts';
import { denyWindows } from './deny-windows.ts';

/**
 * What holds for every page that there ever is, whoever makes it: it stays where it is, opens no window and embeds no
 * other page. Said before the first one is made.
 */
export function limitEveryPage(app: App): void {
  app.on('web-contents-created', (_event, contents) => {
    denyNavigation(contents);
    denyWindows(contents);
    denyWebviews(contents);
  });
}
