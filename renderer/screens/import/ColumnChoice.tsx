import { useState } from 'react';
import type { ColumnChoice as Choice } from '../../../shared/intake/column-choices.ts';
import { LEFT_OUT, NOTE_COLUMN } from '../../../shared/intake/foreign/heading/column-id.ts';
import { useText } from '../../i18n/text.ts';

interface ColumnChoiceProps {
  /** Letters. */
  readonly column: string;
  readonly chosen: string | null;
  readonly choices: readonly Choice[];
  readonly disabled: boolean;
  onChoose(id: string): void;
}

/** What a column of the file is taken for. The whole list is made when it is first asked for. */
export function ColumnChoice({ column, chosen, choices, disabled, onChoose }: ColumnChoiceProps) {
  const { t } = useText();
  const [asked, setAsked] = useState(false);
  const named: readonly { id: string; text: string }[] = [
    { id: 'ordinal', text: t('plan.ordinal') },
    { id: 'name', text: t('plan.name') },
    { id: 'code', text: t('import.code') },
    { id: NOTE_COLUMN, text: t('import.note') },
    { id: LEFT_OUT, text: t('import.leaveOut') },
    ...choices.map(({ id, path }) => ({ id, text: path.join(' › ') })),
  ];
  const known = named.find(({ id }) => id === chosen);
  const open = (): void => setAsked(true);
  return (
    <select
      aria-label={t('import.meaning', { column })}
      title={known?.text ?? chosen ?? ''}
      value={chosen ?? ''}
      disabled={disabled}
      onPointerDown={open}
      onFocus={open}
      onChange={(event) => onChoose(event.target.value)}
    >
      {chosen === null && <option value="">{t('import.choose')}</option>}
      {chosen !== null && !known && <option value={chosen}>{chosen}</option>}
      {(asked ? named : known ? [known] : []).map(({ id, text }) => (
        <option key={id} value={id}>
          {text}
        </option>
      ))}
    </select>
  );
}
