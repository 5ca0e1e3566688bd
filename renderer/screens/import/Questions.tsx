import { Field, Input, Select } from '@fluentui/react-components';
import { useId, useState } from 'react';
import type { Answers } from '../../../shared/intake/answers.ts';
import type { Question } from '../../../shared/intake/reading.ts';
import { NUMBERS } from '../../../shared/money/numbers.ts';
import { UNITS } from '../../../shared/money/unit.ts';
import { year } from '../../../shared/plan/ids.ts';
import { useText, type Words } from '../../i18n/text.ts';
import type { ReadingState } from './use-reading.ts';

/** What the file leaves open. Nothing is chosen beforehand: a guess would be taken for the file's own. */
export function Questions({ state }: { readonly state: ReadingState }) {
  const { t } = useText();
  const heading = useId();
  return (
    <section className="import-questions" aria-labelledby={heading}>
      <h2 id={heading}>{t('import.questions')}</h2>
      {state.reading.questions.map((question) => (
        <OneQuestion key={question.id} question={question} state={state} />
      ))}
    </section>
  );
}

function OneQuestion({ question, state }: { readonly question: Question; readonly state: ReadingState }) {
  const words = useText();
  const { id, code, params, options } = question;
  const asked = words.refusal({ code, params });
  if (options.length === 0) {
    return (
      <YearsField asked={asked} onAnswer={(years) => state.answer(yearsAnswer(id, years, state.answers))} />
    );
  }
  return (
    <Field label={asked} required>
      <Select
        value=""
        onChange={(_, { value }) => value !== '' && state.answer(answerOf(id, value, state.answers))}
      >
        <option value="">{words.t('import.choose')}</option>
        {options.map((option) => (
          <option key={option} value={option}>
            {optionText(id, option, words)}
          </option>
        ))}
      </Select>
    </Field>
  );
}

interface Years {
  readonly first: ReturnType<typeof year>;
  readonly last: ReturnType<typeof year>;
}

function YearsField({ asked, onAnswer }: { readonly asked: string; onAnswer(years: Years): void }) {
  const { t } = useText();
  const [first, setFirst] = useState('');
  const [last, setLast] = useState('');
  const set = (from: string, to: string): void => {
    setFirst(from);
    setLast(to);
    if (/^20\d\d$/.test(from) && /^20\d\d$/.test(to) && from <= to) {
      onAnswer({ first: year(Number(from)), last: year(Number(to)) });
    }
  };
  return (
    <fieldset className="import-years">
      <legend>{asked}</legend>
      <Field label={t('import.firstYear')}>
        <Input
          value={first}
          inputMode="numeric"
          maxLength={4}
          onChange={(_, { value }) => set(value, last)}
        />
      </Field>
      <Field label={t('import.lastYear')}>
        <Input
          value={last}
          inputMode="numeric"
          maxLength={4}
          onChange={(_, { value }) => set(first, value)}
        />
      </Field>
    </fieldset>
  );
}

function yearsAnswer(id: string, years: Years, { funded = {} }: Answers): Partial<Answers> {
  const [place, source] = id.split('.');
  return place === 'funded' && source !== undefined
    ? { funded: { ...funded, [source]: years } }
    : { period: years };
}

function answerOf(id: string, value: string, { columns = {} }: Answers): Partial<Answers> {
  const [place, letters = ''] = id.split('.');
  switch (place) {
    case 'unit':
      return { unit: UNITS.find((one) => one === value) };
    case 'numbers':
      return { numbers: NUMBERS.find((one) => one === value) };
    case 'years':
      return { years: value === 'period' ? 'period' : 'oneYear' };
    case 'columns':
      return { columns: { ...columns, [letters]: value } };
    default:
      return { table: value };
  }
}

function optionText(id: string, option: string, { t }: Words): string {
  const unit = UNITS.find((one) => one === option);
  if (id === 'unit' && unit) return t(`unit.${unit}`);
  if (id === 'numbers') return t(option === 'vi' ? 'import.numbers.vi' : 'import.numbers.en');
  if (id === 'years') return t(option === 'period' ? 'import.years.period' : 'import.years.oneYear');
  if (!id.startsWith('columns.')) return option;
  if (option.endsWith('investment')) return t('import.investment');
  return option.endsWith('recurrent') ? t('import.recurrent') : t('import.leaveOut');
}
