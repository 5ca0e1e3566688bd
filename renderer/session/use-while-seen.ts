import { useEffect } from 'react';

/** Asks again and again while the window is in sight, and at once when the officer comes back to it. */
export function useWhileSeen(ask: () => void, everyMilliseconds: number): void {
  useEffect(() => {
    const look = (): void => {
      if (document.visibilityState === 'visible') ask();
    };
    const timer = setInterval(look, everyMilliseconds);
    window.addEventListener('focus', look);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      window.removeEventListener('focus', look);
      document.removeEventListener('visibilitychange', look);
    };
  }, [ask, everyMilliseconds]);
}
