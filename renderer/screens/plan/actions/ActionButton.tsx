import { ToolbarButton, Tooltip } from '@fluentui/react-components';
import { memo } from 'react';
import type { Action } from '../../../actions/action.ts';
import { printChord } from '../../../actions/chord.ts';
import { useText } from '../../../i18n/text.ts';
import type { PlanContext } from '../plan-context.ts';
import { runAction, useActionState, usePlanContext } from './use-action-state.ts';

interface ActionButtonProps {
  readonly action: Action<PlanContext>;
  /** Shows the name beside the icon. */
  readonly named?: boolean;
}

/** An action in a toolbar. Greyed it still takes the keyboard, so that its tooltip can say why. */
export const ActionButton = memo(({ action, named = false }: ActionButtonProps) => {
  const { t } = useText();
  const context = usePlanContext();
  const { why, checked } = useActionState(action);
  const label = t(action.label);
  const [keys] = action.keys;
  const hint = keys === undefined ? label : `${label} (${printChord(keys, { space: t('key.space') })})`;
  return (
    <Tooltip content={why ? `${hint}: ${t(why)}` : hint} relationship={named ? 'description' : 'label'}>
      <ToolbarButton
        icon={action.icon ?? null}
        disabledFocusable={why !== null}
        appearance={checked ? 'primary' : 'subtle'}
        {...(action.checked ? { 'aria-pressed': checked } : {})}
        onClick={() => runAction(context, action)}
      >
        {named ? <span className="action-label">{label}</span> : null}
      </ToolbarButton>
    </Tooltip>
  );
});
