import { useEffect, useRef } from 'react';
import type { ChosenFile } from '../../../shared/api/host.ts';
import type { Host } from '../../bridge/host.ts';

/** Files that the program was opened with come as if they had been chosen here: at the start, and whenever there are more. */
export function useOpenedFiles(host: Host, open: (files: readonly ChosenFile[]) => Promise<void>): void {
  const latest = useRef(open);
  latest.current = open;
  useEffect(() => {
    const take = async (): Promise<void> => {
      const taken = await host.planner.takeOpenedFiles({}).catch(() => null);
      if (taken?.ok && taken.value.length > 0) await latest.current(taken.value);
    };
    void take();
    return host.onFiles(() => void take());
  }, [host]);
}
