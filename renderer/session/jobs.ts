import { createStore } from 'zustand/vanilla';
import type { JobPhase } from '../../shared/api/contract.ts';
import type { Planner } from '../../shared/api/planner.ts';

/** A long call as the officer sees it, once it has taken long enough to be seen. */
export interface ShownJob {
  readonly name: string;
  readonly phase: JobPhase;
  readonly done: number | null;
}

export const jobStore = createStore<{ shown: ShownJob | null }>(() => ({ shown: null }));

/** Milliseconds that a call may take before it is spoken of, and between two looks at it. */
const PATIENCE = 400;
const PACE = 250;

/** Makes a long call under a name of its own, and shows how far it is for as long as it takes. */
export async function watched<Answer>(
  planner: Planner,
  call: (job: string) => Promise<Answer>,
): Promise<Answer> {
  const name = crypto.randomUUID();
  const answer = call(name);
  let ended = false;
  const look = async (): Promise<void> => {
    if (ended) return;
    const progress = await planner.jobProgress({ job: name }).catch(() => null);
    if (ended) return;
    // Before its file has arrived the host knows of no such call: it is waited for.
    const { phase, done } = progress?.ok ? progress.value : { phase: 'waiting' as const, done: null };
    jobStore.setState({ shown: { name, phase, done } });
    setTimeout(() => void look(), PACE);
  };
  const patience = setTimeout(() => void look(), PATIENCE);
  try {
    return await answer;
  } finally {
    ended = true;
    clearTimeout(patience);
    if (jobStore.getState().shown?.name === name) jobStore.setState({ shown: null });
  }
}
