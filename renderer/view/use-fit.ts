import { useSyncExternalStore } from 'react';

/** The height of the offices' usual screen that the frame is drawn for, in CSS pixels, and how small a sheet may get. */
const USUAL = 690;
const SMALLEST = 0.75;

/**
 * On a scaled screen the window has fewer pixels: the sheet gives some of its size back, so that at 150 % of the usual
 * 1366 × 768 there are still as many rows to see, and each is larger than at 100 %.
 */
export function useFit(): number {
  return useSyncExternalStore(follow, () => {
    const fit = Math.min(1, Math.max(SMALLEST, window.innerHeight / USUAL));
    return Math.round(fit * 20) / 20;
  });
}

function follow(changed: () => void): () => void {
  window.addEventListener('resize', changed);
  return () => window.removeEventListener('resize', changed);
}
