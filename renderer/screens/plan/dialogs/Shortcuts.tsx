import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components';
import { printChord } from '../../../actions/chord.ts';
import { type TextKey, useText } from '../../../i18n/text.ts';
import { MENUS } from '../actions/menus.ts';

/** Keys of the sheet itself, which are no actions. */
const SHEET_KEYS: readonly (readonly [keys: string, text: TextKey])[] = [
  ['↑ ↓ ← →', 'keys.arrows'],
  ['Ctrl+↑ ↓ ← →', 'keys.edge'],
  ['Shift+↑ ↓ ← →', 'keys.extend'],
  ['Home, End', 'keys.homeEnd'],
  ['Ctrl+Home, Ctrl+End', 'keys.corners'],
  ['PageUp, PageDown', 'keys.pages'],
  ['Enter, Shift+Enter', 'keys.enter'],
  ['Tab, Shift+Tab', 'keys.tab'],
  ['Ctrl+Enter', 'keys.enterAll'],
  ['Alt+Enter', 'keys.breakLine'],
  ['Esc', 'keys.escape'],
];

/** Every action with its keys, from the one list that the menus show too. */
export function Shortcuts({ onClose }: { onClose(): void }) {
  const { t } = useText();
  const print = (chord: string): string => printChord(chord, { space: t('key.space') });
  return (
    <Dialog open onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface className="shortcuts">
        <DialogBody>
          <DialogTitle>{t('help.shortcuts')}</DialogTitle>
          <DialogContent tabIndex={0} className="shortcuts-columns">
            {MENUS.map((menu) => (
              <section key={menu.id}>
                <h3>{t(menu.label)}</h3>
                <dl>
                  {menu.groups.flat().map((action) => (
                    <Shortcut
                      key={action.id}
                      text={t(action.label)}
                      keys={action.keys.map(print).join(', ')}
                    />
                  ))}
                </dl>
              </section>
            ))}
            <section>
              <h3>{t('keys.sheet')}</h3>
              <dl>
                {SHEET_KEYS.map(([keys, text]) => (
                  <Shortcut key={keys} text={t(text)} keys={keys} />
                ))}
              </dl>
            </section>
          </DialogContent>
          <DialogActions>
            <Button appearance="primary" onClick={onClose}>
              {t('common.close')}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

function Shortcut({ text, keys }: { text: string; keys: string }) {
  return (
    <div>
      <dt>{text}</dt>
      <dd>
        <kbd>{keys}</kbd>
      </dd>
    </div>
  );
}
