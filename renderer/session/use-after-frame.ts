import { useCallback, useSyncExternalStore } from 'react';
import type { StoreApi } from 'zustand';

/** The longest that a busy window keeps what stands around the sheet waiting, in milliseconds. */
const PATIENCE = 50;
const waiting = new Set<() => void>();

/**
 * What a store holds, followed one frame late. The sheet under the officer's hands is drawn first; what stands around
 * it (the words of the total, the formula bar, the saved state) comes once that frame is out, all of it together.
 */
export function useAfterFrame<State, Slice>(store: StoreApi<State>, select: (state: State) => Slice): Slice {
  const subscribe = useCallback(
    (changed: () => void) => {
      const stop = store.subscribe(() => afterFrame(changed));
      return () => {
        stop();
        waiting.delete(changed);
      };
    },
    [store],
  );
  return useSyncExternalStore(subscribe, () => select(store.getState()));
}

/** Calls once the frame that is being drawn is out; however often it is asked for until then, once. */
export function afterFrame(told: () => void): void {
  if (waiting.size === 0) {
    requestAnimationFrame(() => requestIdleCallback(tellAll, { timeout: PATIENCE }));
  }
  waiting.add(told);
}

function tellAll(): void {
  const all = [...waiting];
  waiting.clear();
  for (const told of all) told();
}
