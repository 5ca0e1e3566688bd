import type { BrowserWindow, IpcMain, Menu } from 'electron';
import { ACTION_CHANNEL, MENU_CHANNEL, menuModelSchema } from '../../../shared/api/menu.ts';
import { menuTemplate } from './menu.ts';
import { type PageMenuOptions, pageMenuTemplate } from './page-menu.ts';
import { isFromOurPage } from './sender.ts';

/**
 * Shows the least menu until the page has sent one of its own, and again when it sends an empty one (a screen without
 * actions). A message that is no menu, or comes from elsewhere, changes nothing.
 */
export function answerMenu(
  ipc: IpcMain,
  menu: typeof Menu,
  window: () => BrowserWindow | null,
  options: Omit<PageMenuOptions, 'choose'>,
): void {
  let shown = '';
  const least = (): void => menu.setApplicationMenu(menu.buildFromTemplate(menuTemplate(options.platform)));
  const choose = (action: string): void => {
    // The system has turned a checked item over already; what the page sends next is shown whatever it is.
    shown = '';
    window()?.webContents.send(ACTION_CHANNEL, action);
  };

  ipc.handle(MENU_CHANNEL, (event, message: unknown): void => {
    if (!isFromOurPage(event)) return;
    const model = menuModelSchema.safeParse(message);
    if (!model.success) return;
    // The page sends its menu at every step of the officer: an open menu is not to be taken away for nothing.
    const text = JSON.stringify(model.data);
    if (text === shown) return;
    shown = text;
    window()?.setAutoHideMenuBar(model.data.length === 0);
    window()?.setMenuBarVisibility(model.data.length > 0);
    if (model.data.length === 0) least();
    else
      menu.setApplicationMenu(menu.buildFromTemplate(pageMenuTemplate(model.data, { ...options, choose })));
  });
  least();
}
