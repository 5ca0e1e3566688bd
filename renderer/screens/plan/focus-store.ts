import { createStore, type StoreApi } from 'zustand/vanilla';
import type { CellPlace } from '../../../shared/sheet/cell-place.ts';
import type { Rect } from '../../../shared/sheet/sheet.ts';

/** Where the officer is in the sheet. Apart from the plan, so that moving about redraws only what shows the place. */
export interface SheetFocus {
  readonly place: CellPlace | null;
  /** The text being typed, while it is. */
  readonly editing: string | null;
  /** What is selected, as indices into the shown lines and columns. */
  readonly rects: readonly Rect[];
}

export type FocusStore = StoreApi<SheetFocus>;

export function createFocusStore(): FocusStore {
  return createStore<SheetFocus>(() => ({ place: null, editing: null, rects: [] }));
}
