import { Menu, MenuButton, MenuPopover, MenuTrigger, Toolbar } from '@fluentui/react-components';
import { useText } from '../../../i18n/text.ts';
import { ActionItems } from './ActionItems.tsx';
import { MENUS } from './menus.ts';

/** An arrow down opens the menu; the toolbar around it would go on to the next one. */
const OPENS_DOWN = JSON.stringify({ focusable: { ignoreKeydown: { ArrowDown: true, ArrowUp: true } } });

/** The page's own menus, where the window has no native ones. */
export function MenuBar() {
  const { t } = useText();
  return (
    <Toolbar className="menu-bar" size="small" aria-label={t('menu.bar')}>
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
