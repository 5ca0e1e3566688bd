import { Button, Checkbox } from '@fluentui/react-components';
import { useStore } from 'zustand';
import type { OwnForm } from '../../../../shared/forms/own-form.ts';
import type { PrintChoice } from '../../../../shared/forms/print-choice.ts';
import type { Year } from '../../../../shared/plan/ids.ts';
import { yearsOf } from '../../../../shared/plan/plan.ts';
import { type Translate, useText } from '../../../i18n/text.ts';
import { usePlanContext } from '../actions/use-action-state.ts';
import { Choose } from './Choose.tsx';
import { freeName } from './own-form-draft.ts';
import type { PrintSetup } from './use-print-setup.ts';

interface ChoiceSettingsProps {
  readonly setup: PrintSetup;
  readonly choice: PrintChoice;
  onChange(choice: PrintChoice): void;
}

/** What may be chosen of one form. */
export function ChoiceSettings({ setup, choice, onChange }: ChoiceSettingsProps) {
  const { t } = useText();
  const { session } = usePlanContext();
  const period = useStore(session.store, ({ plan }) => plan.period);
  const years = yearsOf(period);
  const spans = ['period' as const, ...years];
  switch (choice.kind) {
    case 'form':
      return null;
    case 'own':
      return <OwnFormButtons setup={setup} form={choice.form} />;
    case 'F3':
      return (
        <Choose
          label={t('print.local')}
          value={choice.local}
          options={[
            ['kinds', t('print.byKinds')],
            ['levels', t('print.byLevels')],
          ]}
          onChange={(local) => onChange({ ...choice, local })}
        />
      );
    case 'F4':
      return (
        <>
          <YearChoice
            years={spans}
            chosen={choice.years}
            onChange={(at) => onChange({ ...choice, years: at })}
          />
          <Checkbox
            label={t('print.nested')}
            checked={choice.nested}
            onChange={(_, { checked }) => onChange({ ...choice, nested: checked === true })}
          />
        </>
      );
    case 'F5':
      return (
        <>
          <Against setup={setup} />
          <YearChoice
            years={spans}
            chosen={choice.years}
            onChange={(at) => onChange({ ...choice, years: at })}
          />
          <Choose
            label={t('print.changes')}
            value={choice.changes}
            options={[
              ['each', t('print.changesEach')],
              ['total', t('print.changesTotal')],
            ]}
            onChange={(changes) => onChange({ ...choice, changes })}
          />
        </>
      );
    case 'F6':
      return (
        <YearChoice years={years} chosen={choice.year} onChange={(year) => onChange({ ...choice, year })} />
      );
    default:
      return choice satisfies never;
  }
}

interface YearChoiceProps<Span extends Year | 'period'> {
  readonly years: readonly Span[];
  readonly chosen: Span;
  onChange(span: Span): void;
}

function YearChoice<Span extends Year | 'period'>({ years, chosen, onChange }: YearChoiceProps<Span>) {
  const { t } = useText();
  return (
    <Choose
      label={t('print.years')}
      value={`${chosen}`}
      options={years.map((year) => [`${year}`, year === 'period' ? t('print.period') : `${year}`])}
      onChange={(text) => {
        const year = years.find((one) => `${one}` === text);
        if (year !== undefined) onChange(year);
      }}
    />
  );
}

/** Which revision F5 compares with. */
function Against({ setup: { set, revisions, change } }: { readonly setup: PrintSetup }) {
  const { t } = useText();
  if (revisions.length === 0) return <p className="print-hint">{t('print.noRevision')}</p>;
  return (
    <Choose
      label={t('print.against')}
      value={set.against ?? ''}
      options={revisions.toReversed().map((label) => [label, label])}
      onChange={(against) => change({ ...set, against })}
    />
  );
}

function OwnFormButtons({ setup, form }: { readonly setup: PrintSetup; readonly form: OwnForm }) {
  const { t } = useText();
  const button = (text: Parameters<Translate>[0], act: () => void) => (
    <Button size="small" aria-label={`${t(text)}: ${form.name}`} onClick={act}>
      {t(text)}
    </Button>
  );
  return (
    <span className="print-own">
      {button('print.editOwn', () => setup.edit(form))}
      {button('print.copyOwn', () => {
        const name = freeName(t('library.copyOf', { title: form.name }), setup.ownForms);
        setup.edit({ ...form, id: crypto.randomUUID(), name });
      })}
      {button('print.deleteOwn', () => void setup.remove(form))}
    </span>
  );
}
