import { useEffect, useState } from 'react';
import type { Output } from '../../../../shared/api/contract.ts';
import type { PrintSet } from '../../../../shared/forms/print-set.ts';
import type { Refusal } from '../../../../shared/refusal.ts';
import { usePlanContext } from '../actions/use-action-state.ts';

/** The pages of a set, or why there are none. */
export interface ShownPages {
  readonly pages: Output<'printPages'> | null;
  readonly refused: Refusal | null;
  /** Whether what is shown is of the set before. */
  readonly busy: boolean;
}

/** A pause after the last change before pages are laid out anew, in ms. */
const PAUSE = 250;

/** The pages of what is set up, laid out anew as it changes. Those of before stay in sight until then. */
export function usePrintPages(set: PrintSet | null): ShownPages {
  const { session, host, view } = usePlanContext();
  const [shown, setShown] = useState<ShownPages>({ pages: null, refused: null, busy: true });
  useEffect(() => {
    if (!set) return;
    let left = false;
    const show = (made: Partial<ShownPages>): void => {
      if (!left) setShown({ pages: null, refused: null, busy: false, ...made });
    };
    const load = async (): Promise<void> => {
      await session.settled();
      const plan = session.store.getState().plan.id;
      const answer = await host.planner.printPages({ plan, form: view.getState().form, print: set });
      show(answer.ok ? { pages: answer.value } : { refused: answer.refusal });
    };
    setShown((before) => ({ ...before, busy: true }));
    const timer = setTimeout(
      () => load().catch(() => show({ refused: { code: 'app.hostGone', params: {} } })),
      PAUSE,
    );
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, [session, host, view, set]);
  return shown;
}
