import type { MenuItemConstructorOptions } from 'electron';
import type { MenuItem, MenuModel } from '../../../shared/api/menu.ts';
import { message } from '../../../shared/messages/message.ts';
import { isAccelerator } from './accelerator.ts';

export interface PageMenuOptions {
  readonly platform: NodeJS.Platform;
  /** Whether the developer tools have a place in the menu: not in the packed program. */
  readonly development: boolean;
  readonly choose: (action: string) => void;
}

/**
 * The native menu of what the page sent, with the few things around it that only Electron can do. The page hears its
 * keys itself, so they are shown and not registered.
 */
export function pageMenuTemplate(model: MenuModel, options: PageMenuOptions): MenuItemConstructorOptions[] {
  const own = model.map(({ label, items }) => ({ label, submenu: itemsOf(items, options.choose) }));
  const window = { label: message('menu.window'), submenu: windowItems(options) };
  return options.platform === 'darwin' ? [{ role: 'appMenu' }, ...own, window] : [...own, window];
}

function itemsOf(items: readonly MenuItem[], choose: (action: string) => void): MenuItemConstructorOptions[] {
  return items.map((item): MenuItemConstructorOptions => {
    switch (item.kind) {
      case 'separator':
        return { type: 'separator' };
      case 'menu':
        return { label: item.label, submenu: itemsOf(item.items, choose) };
      case 'action': {
        const { id, label, keys, enabled, checked } = item;
        return {
          label,
          enabled,
          registerAccelerator: false,
          ...(isAccelerator(keys) ? { accelerator: keys } : {}),
          ...(checked === undefined ? {} : { type: 'checkbox', checked }),
          click: () => choose(id),
        };
      }
      default:
        return item satisfies never;
    }
  });
}

/** On macOS a text field copies and pastes by the menu's roles alone. */
function windowItems({ platform, development }: PageMenuOptions): MenuItemConstructorOptions[] {
  const fullScreen: MenuItemConstructorOptions = {
    role: 'togglefullscreen',
    label: message('menu.fullScreen'),
  };
  const editing: MenuItemConstructorOptions[] = [
    { role: 'cut', label: message('menu.cut') },
    { role: 'copy', label: message('menu.copy') },
    { role: 'paste', label: message('menu.paste') },
    { role: 'selectAll', label: message('menu.selectAll') },
    { type: 'separator' },
  ];
  const tools: MenuItemConstructorOptions[] = [
    { type: 'separator' },
    { role: 'zoomIn', label: message('menu.zoomIn') },
    { role: 'zoomOut', label: message('menu.zoomOut') },
    { role: 'resetZoom', label: message('menu.actualSize') },
    { role: 'toggleDevTools', label: message('menu.devTools') },
  ];
  const leave: MenuItemConstructorOptions[] = [
    { type: 'separator' },
    { role: 'quit', label: message('menu.quit'), registerAccelerator: false },
  ];
  return [
    ...(platform === 'darwin' ? editing : []),
    fullScreen,
    ...(development ? tools.map((tool) => ({ ...tool, registerAccelerator: false })) : []),
    ...(platform === 'darwin' ? [] : leave),
  ];
}
