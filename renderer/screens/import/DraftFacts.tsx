import { Field, Select } from '@fluentui/react-components';
import { NUMBERS } from '../../../shared/money/numbers.ts';
import { UNITS } from '../../../shared/money/unit.ts';
import type { ProgrammeTemplate } from '../../../shared/programmes/programme.ts';
import { useText } from '../../i18n/text.ts';
import type { ReadingState } from './use-reading.ts';

interface DraftFactsProps {
  readonly state: ReadingState;
  readonly programmes: readonly ProgrammeTemplate[];
}

/** What holds for the whole file, each to be corrected: programme, unit, the way its numbers are written. */
export function DraftFacts({ state, programmes }: DraftFactsProps) {
  const { t } = useText();
  const { draft, header } = state.reading;
  // Our own workbook says all of it itself.
  if (!draft || header === '') return null;
  return (
    <div className="import-facts">
      <Field label={t('import.programme')}>
        <Select
          value={draft.plan.programme.id}
          onChange={(_, { value }) => state.answer({ programme: value, rows: {} })}
        >
          {programmes.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={t('import.unit')}>
        <Select
          value={draft.unit}
          onChange={(_, { value }) => state.answer({ unit: UNITS.find((one) => one === value) })}
        >
          {UNITS.map((one) => (
            <option key={one} value={one}>
              {t(`unit.${one}`)}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={t('import.numbers')}>
        <Select
          value={state.answers.numbers ?? ''}
          onChange={(_, { value }) => state.answer({ numbers: NUMBERS.find((one) => one === value) })}
        >
          <option value="">{t('import.asRead')}</option>
          {NUMBERS.map((one) => (
            <option key={one} value={one}>
              {t(`import.numbers.${one}`)}
            </option>
          ))}
        </Select>
      </Field>
      {state.reading.remembered && <p className="import-remembered">{t('import.remembered')}</p>}
    </div>
  );
}
