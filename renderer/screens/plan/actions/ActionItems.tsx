import { MenuDivider, MenuItem, MenuList } from '@fluentui/react-components';
import { CheckmarkRegular } from '@fluentui/react-icons';
import { Fragment } from 'react';
import type { Action, ActionMenu } from '../../../actions/action.ts';
import { printChord } from '../../../actions/chord.ts';
import { useText } from '../../../i18n/text.ts';
import type { PlanContext } from '../plan-context.ts';
import { runAction, useActionState, usePlanContext } from './use-action-state.ts';

/** The actions of a menu, a line between its groups. Each says why it is greyed. */
export function ActionItems({ groups }: Pick<ActionMenu<PlanContext>, 'groups'>) {
  return (
    <MenuList className="action-items">
      {groups.map((actions, at) => (
        <Fragment key={actions[0]?.id}>
          {at > 0 && <MenuDivider />}
          {actions.map((action) => (
            <ActionItem key={action.id} action={action} />
          ))}
        </Fragment>
      ))}
    </MenuList>
  );
}

function ActionItem({ action }: { action: Action<PlanContext> }) {
  const { t } = useText();
  const context = usePlanContext();
  const { why, checked } = useActionState(action);
  const [keys] = action.keys;
  const printed = keys === undefined ? '' : printChord(keys, { space: t('key.space') });
  const about = {
    disabled: why !== null,
    secondaryContent: printed,
    ...(why ? { title: t(why), 'aria-description': t(why) } : {}),
    // After the menu has closed: it gives the keyboard back to its button, and what is typed next is for the sheet.
    onClick: () =>
      setTimeout(() => {
        context.hands().input.focus();
        runAction(context, action);
      }),
  };
  const kind = action.checked
    ? ({ role: 'menuitemcheckbox', 'aria-checked': checked } as const)
    : ({ role: 'menuitem' } as const);
  return (
    <MenuItem {...about} {...kind} icon={checked ? <CheckmarkRegular /> : (action.icon ?? <span />)}>
      {t(action.label)}
      {why && <span className="action-why">{t(why)}</span>}
    </MenuItem>
  );
}
