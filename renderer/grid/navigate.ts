import { edgeFrom } from './edge.ts';
import type { Selection } from './selection.ts';

const FAR = 1_000_000;

const ARROWS: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** The keys that move through a sheet and select in it, as in Excel. True where the key was one of them. */
export function navigate(
  selection: Selection,
  event: KeyboardEvent,
  isFilled: (line: number, column: number) => boolean | undefined,
): boolean {
  if (event.altKey) return false;
  const control = event.ctrlKey || event.metaKey;
  const go = (rows: number, columns: number): true => {
    if (event.shiftKey) selection.extendBy(rows, columns);
    else selection.moveBy(rows, columns);
    return true;
  };
  const arrow = ARROWS[event.key];
  if (arrow) {
    if (!control) return go(...arrow);
    const from = event.shiftKey ? selection.extentAt : selection.activeAt;
    return go(...edgeFrom(from, arrow, isFilled));
  }
  switch (event.key) {
    case 'Enter':
      selection.enter(event.shiftKey);
      return true;
    case 'Tab':
      selection.tab(event.shiftKey);
      return true;
    case 'Home':
      return go(control ? -FAR : 0, -FAR);
    case 'End':
      return go(control ? FAR : 0, FAR);
    case 'PageUp':
      return go(-selection.pageRows(), 0);
    case 'PageDown':
      return go(selection.pageRows(), 0);
    default:
      return false;
  }
}
