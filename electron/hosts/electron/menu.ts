import type { MenuItemConstructorOptions } from 'electron';
import { message } from '../../../shared/messages/message.ts';

/**
 * The least that a window needs. The page has its own menus; these roles give the keys that a platform expects
 * (copying in a text field on macOS, zoom for a 1366 × 768 screen). Undo and redo are the plan's, not a text field's.
 */
export function menuTemplate(platform: NodeJS.Platform): MenuItemConstructorOptions[] {
  const view: MenuItemConstructorOptions = {
    label: message('menu.view'),
    submenu: [
      { role: 'zoomIn', label: message('menu.zoomIn') },
      { role: 'zoomOut', label: message('menu.zoomOut') },
      { role: 'resetZoom', label: message('menu.actualSize') },
      { role: 'togglefullscreen', label: message('menu.fullScreen') },
    ],
  };
  if (platform !== 'darwin') return [view];
  const edit: MenuItemConstructorOptions = {
    label: message('menu.edit'),
    submenu: [
      { role: 'cut', label: message('menu.cut') },
      { role: 'copy', label: message('menu.copy') },
      { role: 'paste', label: message('menu.paste') },
      { role: 'selectAll', label: message('menu.selectAll') },
    ],
  };
  return [{ role: 'appMenu' }, edit, view, { role: 'windowMenu' }];
}
