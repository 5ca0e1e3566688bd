import { useCallback, useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import type { ComparedSide } from '../../../../../shared/api/comparing.ts';
import type { PlanSummary } from '../../../../../shared/api/contract.ts';
import type { Revision } from '../../../../../shared/api/revisions.ts';
import { planId } from '../../../../../shared/plan/ids.ts';
import { usePlanContext } from '../../actions/use-action-state.ts';
import { FILE, NOW, OTHER_FILE, pointOf, revisionOption } from './side-options.ts';

/** What may be chosen for a side, by the text of its option. */
export interface SideChoices {
  /** Of the open plan, the latest first. */
  readonly revisions: readonly Revision[];
  readonly others: readonly PlanSummary[];
  readonly file: string | null;
}

export interface Sides {
  readonly choices: SideChoices;
  /** Options; empty where nothing is chosen yet. */
  readonly before: string;
  readonly after: string;
  /** Null while a side is not chosen; the same object while nothing changes. */
  readonly chosen: { readonly before: ComparedSide; readonly after: ComparedSide } | null;
  choose(side: 'before' | 'after', option: string): void;
  swap(): void;
  /** Revisions and plans may have been added since. */
  refresh(): void;
}

const EXTENSIONS = ['xlsx', 'xlsm', 'json'] as const;
type File = Extract<ComparedSide, { kind: 'file' }>;

/** What is held against what: at first the plan as it is now against its latest revision. */
export function useSides(): Sides {
  const { session, host, dialogs, sides: store } = usePlanContext();
  const plan = useStore(session.store, (state) => state.plan.id);
  // Once a revision was named it is there to be chosen.
  const revising = useStore(dialogs, ({ open }) => open?.kind === 'revise');
  const [known, setKnown] = useState<Pick<SideChoices, 'revisions' | 'others'>>({
    revisions: [],
    others: [],
  });
  const picked = useStore(store);
  const [file, setFile] = useState<File | null>(null);
  const [round, setRound] = useState(0);
  const { planner } = host;
  useEffect(() => {
    let current = round >= 0 && !revising;
    const load = async (): Promise<void> => {
      if (!current) return;
      const [revisions, plans] = await Promise.all([planner.revisions({ plan }), planner.listPlans({})]);
      if (!current) return;
      setKnown({
        revisions: revisions.ok ? revisions.value.toReversed() : [],
        others: plans.ok ? plans.value.filter(({ id }) => id !== plan) : [],
      });
    };
    load().catch(() => undefined);
    return () => {
      current = false;
    };
  }, [planner, plan, round, revising]);

  const [latest] = known.revisions;
  // A file is known for as long as the panel is open.
  const stillThere = (option: string): string => (option === FILE && !file ? '' : option);
  const before = stillThere(picked.before ?? (latest ? revisionOption(latest.label) : ''));
  const after = stillThere(picked.after);
  const chosen = useMemo(() => {
    const sideOf = (option: string): ComparedSide | null => {
      if (option === NOW) return { kind: 'plan', plan, revision: null };
      if (option === FILE) return file;
      const point = pointOf(option);
      if (point !== null) return { kind: 'point', plan, sequence: point };
      const [kind = '', ...rest] = option.split(' ');
      const name = rest.join(' ');
      if (kind === 'revision') return { kind: 'plan', plan, revision: name };
      return kind === 'plan' ? { kind: 'plan', plan: planId(name), revision: null } : null;
    };
    const [first, second] = [sideOf(before), sideOf(after)];
    return first && second ? { before: first, after: second } : null;
  }, [before, after, plan, file]);

  const openFile = async (side: 'before' | 'after'): Promise<void> => {
    const [opened] = await host.openFiles(EXTENSIONS);
    if (!opened) return;
    setFile({ kind: 'file', ...opened });
    store.setState({ [side]: FILE });
  };
  return {
    choices: { ...known, file: file?.name ?? null },
    before,
    after,
    chosen,
    choose: (side, option) => {
      if (option === OTHER_FILE) void openFile(side);
      else store.setState({ [side]: option });
    },
    swap: () => store.setState({ before: after, after: before === '' ? NOW : before }),
    refresh: useCallback(() => setRound((one) => one + 1), []),
  };
}
