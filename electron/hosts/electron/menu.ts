import type { MenuItemConstructorOptions } from 'electron';

/**
 * The least that a window needs. The page has its own menus; these roles give the keys that a platform expects
 * (copying in a text field on macOS, zoom for a 1366 × 768 screen). Undo and redo are the plan's, not a text field's.
 */
export function menuTemplate(platform: NodeJS.Platform): MenuItemConstructorOptions[] {
  const view: MenuItemConstructorOptions = {
    label: 'Hiển thị',
    submenu: [
      { role: 'zoomIn', label: 'Phóng to' },
      { role: 'zoomOut', label: 'Thu nhỏ' },
      { role: 'resetZoom', label: 'Cỡ bình thường' },
      { role: 'togglefullscreen', label: 'Toàn màn hình' },
    ],
  };
  if (platform !== 'darwin') return [view];
  const edit: MenuItemConstructorOptions = {
    label: 'Sửa',
    submenu: [
      { role: 'cut', label: 'Cắt' },
      { role: 'copy', label: 'Sao chép' },
      { role: 'paste', label: 'Dán' },
      { role: 'selectAll', label: 'Chọn tất cả' },
    ],
  };
  return [{ role: 'appMenu' }, edit, view, { role: 'windowMenu' }];
}
