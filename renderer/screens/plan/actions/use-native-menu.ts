import { useEffect } from 'react';
import { acceleratorOf } from '../../../actions/chord.ts';
import { useText } from '../../../i18n/text.ts';
import type { PlanContext } from '../plan-context.ts';
import { MENUS } from './menus.ts';
import { actionById, followContext, runAction, whyNot } from './use-action-state.ts';

/** Where the window has native menus they show the same actions. False where it has none: the page shows its own. */
export function useNativeMenu(context: PlanContext): boolean {
  const { t } = useText();
  const { nativeMenu } = context.host;
  useEffect(() => {
    if (!nativeMenu) return;
    const show = (): void => {
      const menus = MENUS.map(({ label, groups }) => ({
        label: t(label),
        items: groups.flatMap((actions, at) => [
          ...(at > 0 ? [{ kind: 'separator' as const }] : []),
          ...actions.map((action) => ({
            kind: 'action' as const,
            id: action.id,
            label: t(action.label),
            keys: acceleratorOf(action.keys[0] ?? ''),
            enabled: whyNot(context, action) === null,
            ...(action.checked ? { checked: action.checked(context) } : {}),
          })),
        ]),
      }));
      void nativeMenu.set(menus);
    };
    show();
    // There is one menu for all windows on some systems: it is that of the window in front.
    window.addEventListener('focus', show);
    const stopFollowing = followContext(context, show);
    const stopHearing = nativeMenu.onAction((id) => {
      const action = actionById(id);
      if (action) runAction(context, action);
    });
    return () => {
      window.removeEventListener('focus', show);
      stopFollowing();
      stopHearing();
      // The library has no such menus: the window goes back to its own.
      void nativeMenu.set([]);
    };
  }, [context, nativeMenu, t]);
  return nativeMenu !== null;
}
