import { useCallback, useSyncExternalStore } from 'react';
import type { StoreApi } from 'zustand';

/**
 * What a store holds, followed one frame late. The sheet under the officer's hands is drawn first; what stands around
 * it (the words of the total, the formula bar, the saved state) comes with the next frame and never holds it up.
 */
export function useAfterFrame<State, Slice>(store: StoreApi<State>, select: (state: State) => Slice): Slice {
  const subscribe = useCallback(
    (changed: () => void) => {
      let waiting = false;
      const stop = store.subscribe(() => {
        if (waiting) return;
        waiting = true;
        requestAnimationFrame(() =>
          setTimeout(() => {
            waiting = false;
            changed();
          }),
        );
      });
      return stop;
    },
    [store],
  );
  return useSyncExternalStore(subscribe, () => select(store.getState()));
}
