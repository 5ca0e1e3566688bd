import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { Totals } from '../../../../../shared/engine/totals.ts';
import type { Moment } from '../../../../../shared/forms/f5.ts';
import { usePlanContext } from '../../actions/use-action-state.ts';

/** A revision that what has changed since is shown against. */
export interface Earlier {
  /** Labels, the latest first. */
  readonly labels: readonly string[];
  readonly label: string;
  /** Null until it is there. */
  readonly moment: Moment | null;
  choose(label: string): void;
}

/** The plan as it was at a revision, the latest at first. Null where it has none. */
export function useEarlier(): Earlier | null {
  const { session, host, dialogs } = usePlanContext();
  const plan = useStore(session.store, (state) => state.plan.id);
  // Once a revision was named it is there to be chosen.
  const revising = useStore(dialogs, ({ open }) => open?.kind === 'revise');
  const [labels, setLabels] = useState<readonly string[]>([]);
  const [chosen, setChosen] = useState<string | null>(null);
  const [then, setThen] = useState<{ label: string; moment: Moment } | null>(null);
  const { planner } = host;
  const label = chosen ?? labels[0] ?? null;
  useEffect(() => {
    let current = !revising;
    const load = async (): Promise<void> => {
      if (!current) return;
      const revisions = await planner.revisions({ plan });
      if (!current || !revisions.ok) return;
      setLabels(revisions.value.map((one) => one.label).toReversed());
      const revision = revisions.value.find((one) => one.label === (chosen ?? revisions.value.at(-1)?.label));
      if (!revision) return;
      const at = await planner.planAt({ plan, sequence: revision.sequence });
      const totals = at.ok ? Totals.of(at.value) : at;
      if (current && at.ok && totals.ok)
        setThen({ label: revision.label, moment: { plan: at.value, totals: totals.value } });
    };
    load().catch(() => undefined);
    return () => {
      current = false;
    };
  }, [planner, plan, chosen, revising]);
  if (label === null) return null;
  return { labels, label, moment: then?.label === label ? then.moment : null, choose: setChosen };
}
