import {
  Button,
  Menu,
  MenuButton,
  MenuPopover,
  MenuTrigger,
  Select,
  Toolbar,
  ToolbarDivider,
  Tooltip,
} from '@fluentui/react-components';
import { SearchRegular } from '@fluentui/react-icons';
import { Fragment, useId } from 'react';
import { useStore } from 'zustand';
import { FORM_IDS } from '../../../shared/forms/form.ts';
import { UNITS } from '../../../shared/money/unit.ts';
import { useText } from '../../i18n/text.ts';
import { ActionButton } from './actions/ActionButton.tsx';
import { ActionItems } from './actions/ActionItems.tsx';
import { OTHER_EXPORTS, TOOLBAR, TOOLBAR_NAMED } from './actions/menus.ts';
import { palette, setUnit } from './actions/plan-actions.tsx';
import { runAction, usePlanContext } from './actions/use-action-state.ts';

/** The form, the unit, and the actions that are used most; the rest is a key press away in the palette. */
export function CommandBar() {
  const context = usePlanContext();
  const { t } = useText();
  const id = useId();
  const unit = useStore(context.session.store, (state) => state.plan.header.unit);
  const form = useStore(context.view, (state) => state.form);
  return (
    <Toolbar className="command-bar" size="small" aria-label={t('menu.toolbar')}>
      <span className="command-choice">
        <label htmlFor={`${id}-form`}>{t('plan.form')}</label>
        <Select
          id={`${id}-form`}
          size="small"
          value={form}
          onChange={(_, { value }) => {
            const chosen = FORM_IDS.find((one) => one === value);
            if (chosen) context.showForm(chosen);
          }}
        >
          {FORM_IDS.map((one) => (
            <option key={one} value={one}>
              {t(`form.${one}`)}
            </option>
          ))}
        </Select>
      </span>
      <span className="command-choice">
        <label htmlFor={`${id}-unit`}>{t('plan.unit')}</label>
        <Select
          id={`${id}-unit`}
          size="small"
          value={unit}
          onChange={(_, { value }) => {
            const chosen = UNITS.find((one) => one === value);
            if (chosen) setUnit(context, chosen);
          }}
        >
          {UNITS.map((one) => (
            <option key={one} value={one}>
              {t(`unit.${one}`)}
            </option>
          ))}
        </Select>
      </span>
      {TOOLBAR.map((actions) => (
        <Fragment key={actions[0]?.id}>
          <ToolbarDivider />
          {actions.map((action) => (
            <ActionButton key={action.id} action={action} />
          ))}
        </Fragment>
      ))}
      <ToolbarDivider />
      {TOOLBAR_NAMED.map((action) => (
        <ActionButton key={action.id} action={action} named />
      ))}
      <Menu>
        <MenuTrigger disableButtonEnhancement>
          <Tooltip content={t('plan.exportOther')} relationship="label">
            <MenuButton appearance="subtle" size="small" />
          </Tooltip>
        </MenuTrigger>
        <MenuPopover>
          <ActionItems groups={OTHER_EXPORTS} />
        </MenuPopover>
      </Menu>
      <Button
        className="palette-button"
        size="small"
        icon={<SearchRegular />}
        onClick={() => runAction(context, palette)}
      >
        {t('palette.button')}
      </Button>
    </Toolbar>
  );
}
