import type { Cursor } from './cursor.ts';

const FAR = 1_000_000;

/** The keys that move through a sheet, as in Excel. True where the key was one of them. */
export function navigate(cursor: Cursor, event: KeyboardEvent): boolean {
  if (event.altKey) return false;
  const control = event.ctrlKey || event.metaKey;
  switch (event.key) {
    case 'ArrowUp':
      cursor.moveBy(control ? -FAR : -1, 0);
      return true;
    case 'ArrowDown':
      cursor.moveBy(control ? FAR : 1, 0);
      return true;
    case 'ArrowLeft':
      cursor.moveBy(0, control ? -FAR : -1);
      return true;
    case 'ArrowRight':
      cursor.moveBy(0, control ? FAR : 1);
      return true;
    case 'Enter':
      cursor.moveBy(event.shiftKey ? -1 : 1, 0);
      return true;
    case 'Tab':
      cursor.tab(event.shiftKey);
      return true;
    case 'Home':
      cursor.moveBy(control ? -FAR : 0, -FAR);
      return true;
    case 'End':
      cursor.moveBy(control ? FAR : 0, FAR);
      return true;
    case 'PageUp':
      cursor.moveBy(-cursor.pageRows(), 0);
      return true;
    case 'PageDown':
      cursor.moveBy(cursor.pageRows(), 0);
      return true;
    default:
      return false;
  }
}
