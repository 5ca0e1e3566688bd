import {
  Menu,
  MenuButton,
  MenuDivider,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons';
import { FORM_IDS } from '../../../../shared/forms/form.ts';
import type { PrintChoice } from '../../../../shared/forms/print-choice.ts';
import { useText } from '../../../i18n/text.ts';
import { usePlanContext } from '../actions/use-action-state.ts';
import { longName } from './ChosenForms.tsx';
import { freeName, newOwnForm } from './own-form-draft.ts';
import { withChoices } from './print-set-edits.ts';
import type { PrintSetup } from './use-print-setup.ts';

/** As many as one set may have (`printSetSchema`). */
const MOST_FORMS = 20;

interface AddFormProps {
  readonly setup: PrintSetup;
  trigger(button: HTMLButtonElement | null): void;
}

/** All forms that can be printed beside those that are chosen, and a way to a form of one's own. */
export function AddForm({ setup, trigger }: AddFormProps) {
  const { t } = useText();
  const { session, view } = usePlanContext();
  const { set, ownForms } = setup;
  const { plan } = session.store.getState();
  const official: readonly PrintChoice[] = [
    ...FORM_IDS.map((form) => ({ kind: 'form', form }) as const),
    { kind: 'F3', local: 'kinds' },
    { kind: 'F4', years: 'period', nested: false },
    { kind: 'F5', years: 'period', changes: 'each' },
    { kind: 'F6', year: plan.period.first },
  ];
  const own = ownForms.map((form): PrintChoice => ({ kind: 'own', form }));
  const isFull = set.choices.length >= MOST_FORMS;
  const item = (choice: PrintChoice) => (
    <MenuItem
      key={choice.kind === 'own' ? choice.form.id : longName(choice, t)}
      disabled={isFull || isChosen(choice, set.choices)}
      onClick={() => setup.change(withChoices(set, [...set.choices, choice]))}
    >
      {longName(choice, t)}
    </MenuItem>
  );
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <MenuButton ref={trigger} size="small" icon={<AddRegular />}>
          {t('print.add')}
        </MenuButton>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {official.map(item)}
          <MenuDivider />
          {own.map(item)}
          <MenuItem
            disabled={isFull}
            onClick={() => {
              const name = freeName(t('print.ownName'), ownForms);
              setup.edit(newOwnForm(view.getState().form, name, plan));
            }}
          >
            {t('print.newOwn')}
          </MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

/** A form without settings is printed once; a report may be, for several years. */
function isChosen(choice: PrintChoice, choices: readonly PrintChoice[]): boolean {
  return choices.some((one) => {
    if (choice.kind === 'form') return one.kind === 'form' && one.form === choice.form;
    return choice.kind === 'own' && one.kind === 'own' && one.form.id === choice.form.id;
  });
}
