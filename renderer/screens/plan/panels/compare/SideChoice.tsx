import { Field, Select } from '@fluentui/react-components';
import { useText } from '../../../../i18n/text.ts';
import { FILE, NOW, OTHER_FILE, planOption, pointOf, revisionOption } from './side-options.ts';
import type { SideChoices } from './use-sides.ts';

interface SideChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly choices: SideChoices;
  onChange(option: string): void;
  onFocus(): void;
}

/** One side of a comparison: this plan, one of its revisions, another plan, or a file. */
export function SideChoice({ label, value, choices, onChange, onFocus }: SideChoiceProps) {
  const { t } = useText();
  const { revisions, others, file } = choices;
  const point = pointOf(value);
  return (
    <Field label={label} size="small">
      <Select size="small" value={value} onFocus={onFocus} onChange={(_, { value: text }) => onChange(text)}>
        {value === '' && <option value="">{t('compare.choose')}</option>}
        {point !== null && <option value={value}>{t('compare.atStep', { sequence: point })}</option>}
        <option value={NOW}>{t('compare.asNow')}</option>
        {revisions.length > 0 && (
          <optgroup label={t('compare.revisions')}>
            {revisions.map(({ label: name }) => (
              <option key={name} value={revisionOption(name)}>
                {name}
              </option>
            ))}
          </optgroup>
        )}
        {others.length > 0 && (
          <optgroup label={t('compare.otherPlans')}>
            {others.map(({ id, title }) => (
              <option key={id} value={planOption(id)}>
                {title}
              </option>
            ))}
          </optgroup>
        )}
        <optgroup label={t('compare.files')}>
          {file !== null && <option value={FILE}>{file}</option>}
          <option value={OTHER_FILE}>{t('compare.openFile')}</option>
        </optgroup>
      </Select>
    </Field>
  );
}
