import { Button, Checkbox, Field, Input } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { formById } from '../../../../shared/forms/catalogue.ts';
import { layoutColumns } from '../../../../shared/forms/columns.ts';
import { FORM_IDS } from '../../../../shared/forms/form.ts';
import type { OwnForm } from '../../../../shared/forms/own-form.ts';
import {
  allColumns,
  type ListedBlock,
  listColumns,
  withListed,
} from '../../../../shared/forms/own-form-columns.ts';
import { type Plan, yearsOf } from '../../../../shared/plan/plan.ts';
import type { Refusal } from '../../../../shared/refusal.ts';
import { useText } from '../../../i18n/text.ts';
import { usePlanContext } from '../actions/use-action-state.ts';
import { Choose } from './Choose.tsx';
import { OwnFormColumns } from './OwnFormColumns.tsx';
import { LONGEST_NAME } from './own-form-draft.ts';
import type { PrintSetup } from './use-print-setup.ts';

interface OwnFormEditorProps {
  readonly setup: PrintSetup;
  readonly draft: OwnForm;
}

/** A form of one's own: which columns of an official one, in which order. The pages beside it follow at once. */
export function OwnFormEditor({ setup, draft }: OwnFormEditorProps) {
  const { t, refusal: wordRefusal } = useText();
  const { session } = usePlanContext();
  const [plan] = useState(() => session.store.getState().plan);
  // The list keeps the place of what is not printed; the form only knows what is.
  const [blocks, setBlocks] = useState(() => listed(draft, plan));
  const [refused, setRefused] = useState<Refusal | null>(null);
  // The name that a new form has is only a suggestion.
  const [input, setInput] = useState<HTMLInputElement | null>(null);
  useEffect(() => {
    input?.focus();
    input?.select();
  }, [input]);

  const edit = (form: OwnForm): void => {
    setRefused(null);
    setup.edit(form);
  };
  const relist = (form: OwnForm): void => {
    setBlocks(listed(form, plan));
    edit(form);
  };
  const choose = (next: readonly ListedBlock[]): void => {
    setBlocks(next);
    edit(withListed(draft, next));
  };
  const problem =
    draft.name.trim() === '' ? t('own.needsName') : noneChosen(blocks) ? t('own.needsColumn') : null;

  return (
    <form
      className="own-form"
      aria-label={t('own.title')}
      onSubmit={(event) => {
        event.preventDefault();
        if (problem === null) void setup.keep().then(setRefused);
      }}
    >
      <div className="own-fields">
        <h3>{t('own.title')}</h3>
        <Field
          label={t('own.name')}
          size="small"
          required
          {...(refused ? { validationMessage: wordRefusal(refused) } : {})}
        >
          <Input
            ref={setInput}
            size="small"
            maxLength={LONGEST_NAME}
            value={draft.name}
            onChange={(_, { value }) => edit({ ...draft, name: value })}
          />
        </Field>
        <Choose
          label={t('own.base')}
          value={draft.base}
          options={FORM_IDS.map((id) => [id, t(`form.${id}`)])}
          onChange={(base) => {
            const columns = allColumns(layoutColumns(formById(base), plan));
            relist({ ...draft, base, columns, hiddenYears: [] });
          }}
        />
        <OwnFormColumns blocks={blocks} onChange={choose} />
        {draft.base === 'F2' && <ShownYears draft={draft} plan={plan} onChange={edit} />}
        <Checkbox
          label={t('own.subSources')}
          checked={draft.subSources}
          onChange={(_, { checked }) => relist({ ...draft, subSources: checked === true })}
        />
      </div>
      <div className="own-actions">
        {problem && <span role="status">{problem}</span>}
        <Button size="small" onClick={setup.leave}>
          {t('common.cancel')}
        </Button>
        <Button size="small" appearance="primary" type="submit" disabledFocusable={problem !== null}>
          {t('own.save')}
        </Button>
      </div>
    </form>
  );
}

function listed(form: OwnForm, plan: Plan): readonly ListedBlock[] {
  return listColumns(form, layoutColumns(formById(form.base), plan));
}

function noneChosen(blocks: readonly ListedBlock[]): boolean {
  return blocks.every(({ columns }) => columns.every(({ chosen }) => !chosen));
}

interface ShownYearsProps {
  readonly draft: OwnForm;
  readonly plan: Plan;
  onChange(form: OwnForm): void;
}

/** Which years have a block of their own. */
function ShownYears({ draft, plan, onChange }: ShownYearsProps) {
  const { t } = useText();
  const { hiddenYears } = draft;
  return (
    <fieldset className="own-years">
      <legend>{t('own.years')}</legend>
      {yearsOf(plan.period).map((year) => (
        <Checkbox
          key={year}
          label={`${year}`}
          checked={!hiddenYears.includes(year)}
          onChange={(_, { checked }) => {
            const others = hiddenYears.filter((one) => one !== year);
            onChange({ ...draft, hiddenYears: checked === true ? others : [...others, year] });
          }}
        />
      ))}
    </fieldset>
  );
}
