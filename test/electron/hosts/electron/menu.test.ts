import { describe, expect, test } from 'vitest';
import { menuTemplate } from '../../../../electron/hosts/electron/menu.ts';
import { pageMenuTemplate } from '../../../../electron/hosts/electron/page-menu.ts';
import type { MenuModel } from '../../../../shared/api/menu.ts';

test('the menu leaves undo and redo to the plan, and opens no developer tools', () => {
  for (const platform of ['win32', 'linux', 'darwin'] as const) {
    const text = JSON.stringify(menuTemplate(platform));
    expect(text).not.toMatch(/"(undo|redo|toggleDevTools|reload|forceReload)"/);
  }
});

describe('the native menu of what the page sent', () => {
  const item = (keys: string) =>
    ({ kind: 'action', id: 'edit.undo', label: 'Hoàn tác', keys, enabled: true }) as const;
  const model = (keys: string): MenuModel => [{ label: 'Sửa', items: [item(keys)] }];
  const platforms = ['win32', 'linux', 'darwin'] as const;
  const built = (keys: string, platform: NodeJS.Platform = 'linux', development = false) =>
    pageMenuTemplate(model(keys), { platform, development, choose: () => {} });

  test('prints the page’s keys and leaves them to it', () => {
    expect(built('Ctrl+Z')[0]).toMatchObject({
      label: 'Sửa',
      submenu: [{ accelerator: 'Ctrl+Z', registerAccelerator: false }],
    });
    for (const keys of ['', 'ContextMenu', 'Ctrl+', 'ctrl+z', 'Ctrl+Đ', 'Hyper+X', '+', 'Ctrl Z']) {
      expect(JSON.stringify(built(keys)[0]), keys).not.toContain('"accelerator"');
    }
    for (const keys of [
      'F2',
      'Shift+F10',
      'Alt+Up',
      'Ctrl+Plus',
      'CommandOrControl+Shift+/',
      'Ctrl+[',
      'Ctrl+-',
    ]) {
      expect(JSON.stringify(built(keys)[0]), keys).toContain('"accelerator"');
    }
  });

  test('has developer tools in development alone, and a way out and the roles of its platform', () => {
    for (const platform of platforms) {
      expect(JSON.stringify(built('', platform))).not.toMatch(
        /"(undo|redo|toggleDevTools|reload|forceReload)"/,
      );
      expect(JSON.stringify(built('', platform, true))).toContain('"toggleDevTools"');
      expect(JSON.stringify(built('', platform))).toContain(platform === 'darwin' ? '"appMenu"' : '"quit"');
      expect(JSON.stringify(built('', platform)).includes('"paste"')).toBe(platform === 'darwin');
    }
  });
});
