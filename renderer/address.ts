import { useSyncExternalStore } from 'react';
import { type PlanId, planId } from '../shared/plan/ids.ts';

/** Which screen is shown is in the page's address, so that going back works as in any window. */
export function showPlan(plan: PlanId): void {
  location.hash = `#/plan/${plan}`;
}

export function showLibrary(): void {
  location.hash = '#/';
}

export function useOpenPlan(): PlanId | null {
  const hash = useSyncExternalStore(
    (changed) => {
      window.addEventListener('hashchange', changed);
      return () => window.removeEventListener('hashchange', changed);
    },
    () => location.hash,
  );
  const id = /^#\/plan\/(.+)$/.exec(hash)?.[1];
  return id === undefined ? null : planId(decodeURIComponent(id));
}
