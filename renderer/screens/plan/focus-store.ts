import { createStore, type StoreApi } from 'zustand/vanilla';
import type { CellPlace } from '../../../shared/sheet/cell-place.ts';

/** Where the officer is in the sheet. Apart from the plan, so that moving about redraws only what shows the place. */
export interface SheetFocus {
  readonly place: CellPlace | null;
  /** The text being typed, while it is. */
  readonly editing: string | null;
}

export type FocusStore = StoreApi<SheetFocus>;

export function createFocusStore(): FocusStore {
  return createStore<SheetFocus>(() => ({ place: null, editing: null }));
}
