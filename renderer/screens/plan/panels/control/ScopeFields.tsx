import { Field, Select } from '@fluentui/react-components';
import { CAPITALS, type Plan, yearsOf } from '../../../../../shared/plan/plan.ts';
import { useText } from '../../../../i18n/text.ts';
import { capitalName, type Scope } from './place-choice.ts';

interface ScopeFieldsProps {
  readonly plan: Plan;
  readonly scope: Scope;
  onScope(scope: Scope): void;
}

/** Year, source and kind of what is stated; each may be all. */
export function ScopeFields({ plan, scope, onScope }: ScopeFieldsProps) {
  const { t } = useText();
  const kinds = CAPITALS.filter((kind) => plan.sources.some(({ capitals }) => capitals.includes(kind)));
  const set = (patch: Partial<Scope>): void => onScope({ ...scope, ...patch });
  return (
    <div className="control-scope">
      <Field label={t('control.year')} size="small">
        <Select size="small" value={scope.year} onChange={(_, { value }) => set({ year: value })}>
          <option value="">{t('control.period')}</option>
          {yearsOf(plan.period).map((year) => (
            <option key={year}>{year}</option>
          ))}
        </Select>
      </Field>
      <Field label={t('control.source')} size="small">
        <Select size="small" value={scope.source} onChange={(_, { value }) => set({ source: value })}>
          <option value="">{t('control.allSources')}</option>
          {plan.sources.map(({ id, short }) => (
            <option key={id} value={id}>
              {short}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={t('control.capital')} size="small">
        <Select size="small" value={scope.capital} onChange={(_, { value }) => set({ capital: value })}>
          <option value="">{t('control.allKinds')}</option>
          {kinds.map((kind) => (
            <option key={kind} value={kind}>
              {capitalName(plan, kind, t)}
            </option>
          ))}
        </Select>
      </Field>
    </div>
  );
}
