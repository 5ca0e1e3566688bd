import { Field, Select } from '@fluentui/react-components';
import { useState } from 'react';
import type { Input } from '../../../shared/api/contract.ts';
import { NUMBERS, type Numbers } from '../../../shared/money/numbers.ts';
import { UNITS, type Unit } from '../../../shared/money/unit.ts';
import type { Refusal } from '../../../shared/refusal.ts';
import { useText } from '../../i18n/text.ts';
import { FormDialog } from '../FormDialog.tsx';

export type ImportFile = Omit<Input<'importWorkbook'>, 'job'>;

/** What a file does not state and an officer can answer at once; other refusals ask for another file. */
export function isImportQuestion({ code }: Refusal): boolean {
  return code === 'workbook.unitUnknown' || code === 'workbook.numbersUnknown';
}

interface ImportQuestionProps {
  readonly file: ImportFile;
  readonly refusal: Refusal;
  onAnswer(file: ImportFile): void;
  onClose(): void;
}

/** Asks what a foreign workbook leaves open. Nothing is chosen beforehand: a guess would be taken for the file's own. */
export function ImportQuestion({ file, refusal, onAnswer, onClose }: ImportQuestionProps) {
  const { t, refusal: wordRefusal } = useText();
  const [unit, setUnit] = useState<Unit | ''>('');
  const [numbers, setNumbers] = useState<Numbers | ''>('');
  const asksUnit = refusal.code === 'workbook.unitUnknown';
  const answer = asksUnit ? unit : numbers;
  return (
    <FormDialog
      title={t('library.import')}
      submit={t('import.read')}
      disabled={answer === ''}
      onSubmit={() =>
        onAnswer({ ...file, ...(unit === '' ? {} : { unit }), ...(numbers === '' ? {} : { numbers }) })
      }
      onClose={onClose}
    >
      <p>{wordRefusal(refusal)}</p>
      {asksUnit ? (
        <Field label={t('import.unit')} required>
          <Select value={unit} onChange={(_, { value }) => setUnit(UNITS.find((one) => one === value) ?? '')}>
            <option value="">{t('import.choose')}</option>
            {UNITS.map((one) => (
              <option key={one} value={one}>
                {t(`unit.${one}`)}
              </option>
            ))}
          </Select>
        </Field>
      ) : (
        <Field label={t('import.numbers')} required>
          <Select
            value={numbers}
            onChange={(_, { value }) => setNumbers(NUMBERS.find((one) => one === value) ?? '')}
          >
            <option value="">{t('import.choose')}</option>
            {NUMBERS.map((one) => (
              <option key={one} value={one}>
                {t(`import.numbers.${one}`)}
              </option>
            ))}
          </Select>
        </Field>
      )}
    </FormDialog>
  );
}
