import { Menu, MenuButton, MenuPopover, MenuTrigger, Toolbar } from '@fluentui/react-components';
import type { KeyboardEvent } from 'react';
import { useText } from '../../../i18n/text.ts';
import { ActionItems } from './ActionItems.tsx';
import { MENUS } from './menus.ts';
import { usePlanContext } from './use-action-state.ts';

/** An arrow down opens the menu; the toolbar around it would go on to the next one. */
const OPENS_DOWN = JSON.stringify({ focusable: { ignoreKeydown: { ArrowDown: true, ArrowUp: true } } });

/** The page's own menus, where the window has no native ones. */
export function MenuBar() {
  const { t } = useText();
  const context = usePlanContext();
  // Not out of an open menu, which is elsewhere on the page: there Escape closes that one first.
  const onKeyDown = ({ key, target, currentTarget }: KeyboardEvent<HTMLElement>): void => {
    if (key !== 'Escape' || !(target instanceof Node) || !currentTarget.contains(target)) return;
    context.hands().input.focus();
  };
  return (
    <Toolbar className="menu-bar" size="small" aria-label={t('menu.bar')} onKeyDown={onKeyDown}>
      {MENUS.map((menu) => (
        <Menu key={menu.id}>
          <MenuTrigger disableButtonEnhancement>
            <MenuButton appearance="subtle" size="small" menuIcon={null} data-tabster={OPENS_DOWN}>
              {t(menu.label)}
            </MenuButton>
          </MenuTrigger>
          <MenuPopover>
            <ActionItems groups={menu.groups} />
          </MenuPopover>
        </Menu>
      ))}
    </Toolbar>
  );
}
