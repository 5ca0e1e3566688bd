import { createContext, useCallback, useContext, useSyncExternalStore } from 'react';
import type { Action } from '../../../actions/action.ts';
import type { TextKey } from '../../../i18n/text.ts';
import type { PlanContext } from '../plan-context.ts';
import { ACTIONS } from './menus.ts';

/** The plan screen's context, for the parts that show its actions. */
export const PlanContextOf = createContext<PlanContext | null>(null);

export function usePlanContext(): PlanContext {
  const context = useContext(PlanContextOf);
  if (!context) throw new Error('an action is shown outside the plan screen');
  return context;
}

/** Why an action is greyed and whether it is on, followed one frame after whatever it depends on. */
export function useActionState(action: Action<PlanContext>): { why: TextKey | null; checked: boolean } {
  const context = usePlanContext();
  const subscribe = useCallback((changed: () => void) => followContext(context, changed), [context]);
  const why = useSyncExternalStore(subscribe, () => whyNot(context, action));
  const checked = useSyncExternalStore(subscribe, () => action.checked?.(context) ?? false);
  return { why, checked };
}

/** Quiet after the last change before actions are asked again whether they can be done, in milliseconds. */
const QUIET = 80;

/** Hears, once the hand has come to rest, that something changed on which actions may depend. */
export function followContext(
  { session, focus, view, settings }: PlanContext,
  changed: () => void,
): () => void {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const soon = (): void => {
    clearTimeout(waiting);
    waiting = setTimeout(changed, QUIET);
  };
  const stops = [session.store, view, settings].map((store) => store.subscribe(soon));
  stops.push(
    focus.subscribe((now, before) => {
      if (now.rects !== before.rects || now.place !== before.place) soon();
    }),
  );
  return () => {
    clearTimeout(waiting);
    for (const stop of stops) stop();
  };
}

/** Why an action cannot be done now; null where it can. */
export function whyNot(context: PlanContext, action: Action<PlanContext>): TextKey | null {
  if (action.changes && context.session.locked()) return 'why.approved';
  return action.impossible?.(context) ?? null;
}

/** Does an action unless something stands against it, which is said then. */
export function runAction(context: PlanContext, action: Action<PlanContext>): void {
  const why = whyNot(context, action);
  if (why === null) action.run(context);
  else context.refuse({ code: why, params: {} });
}

export function actionById(id: string): Action<PlanContext> | undefined {
  return ACTIONS.find((action) => action.id === id);
}
