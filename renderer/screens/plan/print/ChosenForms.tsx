import { Button } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import { useEffect, useRef } from 'react';
import type { PrintChoice } from '../../../../shared/forms/print-choice.ts';
import { choiceName } from '../../../../shared/forms/print-set.ts';
import { type Translate, useText } from '../../../i18n/text.ts';
import { AddForm } from './AddForm.tsx';
import { ChoiceSettings } from './ChoiceSettings.tsx';
import { MoveButtons, moveKeys, useHeldFocus } from './MoveButtons.tsx';
import { moved, withChoices } from './print-set-edits.ts';
import type { PrintSetup } from './use-print-setup.ts';

/** Which forms are printed, in which order, and what is chosen of each. */
export function ChosenForms({ setup, focused }: { readonly setup: PrintSetup; readonly focused: boolean }) {
  const { t } = useText();
  const { set, change } = setup;
  const { choices } = set;
  const hold = useHeldFocus();
  const add = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (focused) add.current?.focus();
  }, [focused]);
  const keys = keysOf(choices);
  const remove = (at: number): void => {
    add.current?.focus();
    change(withChoices(set, choices.toSpliced(at, 1)));
  };
  return (
    <section aria-label={t('print.forms')}>
      <h3>{t('print.forms')}</h3>
      <ol className="print-choices">
        {choices.map((choice, at) => {
          const name = longName(choice, t);
          const move = (by: -1 | 1): void => {
            hold();
            change(withChoices(set, moved(choices, at, by)));
          };
          return (
            <li key={keys[at]}>
              <div className="print-choice">
                <strong>{name}</strong>
                <MoveButtons name={name} first={at === 0} last={at === choices.length - 1} onMove={move} />
                <Button
                  appearance="subtle"
                  size="small"
                  icon={<DismissRegular />}
                  aria-label={t('print.remove', { name })}
                  title={t('print.removeShort')}
                  disabledFocusable={choices.length === 1}
                  onKeyDown={moveKeys(move)}
                  onClick={() => remove(at)}
                />
              </div>
              <ChoiceSettings
                setup={setup}
                choice={choice}
                onChange={(next) => change(withChoices(set, choices.with(at, next)))}
              />
            </li>
          );
        })}
      </ol>
      <AddForm
        setup={setup}
        trigger={(button) => {
          add.current = button;
        }}
      />
      {setup.deleted && (
        <p className="print-hint" role="status">
          {t('print.deletedOwn', { name: setup.deleted.name })}{' '}
          <Button size="small" onClick={() => void setup.restore()}>
            {t('common.undo')}
          </Button>
        </p>
      )}
    </section>
  );
}

export function longName(choice: PrintChoice, t: Translate): string {
  if (choice.kind === 'own') return choice.form.name;
  return t(`form.${choice.kind === 'form' ? choice.form : choice.kind}`);
}

/** A key for each: its name, and a number where one form is printed several times. */
function keysOf(choices: readonly PrintChoice[]): string[] {
  const names = choices.map((choice) => (choice.kind === 'own' ? choice.form.id : choiceName(choice)));
  return names.map((name, at) => `${name} ${names.slice(0, at).filter((one) => one === name).length}`);
}
