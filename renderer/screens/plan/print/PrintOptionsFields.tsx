import { Checkbox } from '@fluentui/react-components';
import { PAPERS, type PrintOptions, ZEROS } from '../../../../shared/forms/print-options.ts';
import { UNITS } from '../../../../shared/money/unit.ts';
import { useText } from '../../../i18n/text.ts';
import { Choose } from './Choose.tsx';
import type { PrintSetup } from './use-print-setup.ts';

const DECIMALS = ['0', '1', '2', '3', '4', '5', '6'] as const;
const CHECKS = ['numbers', 'words', 'footnotes', 'signature', 'valuesOnly'] as const;

/** What is chosen for all forms at once. */
export function PrintOptionsFields({ setup: { set, change } }: { readonly setup: PrintSetup }) {
  const { t } = useText();
  const { options } = set;
  const patch = (some: Partial<PrintOptions>): void => change({ ...set, options: { ...options, ...some } });
  return (
    <section aria-label={t('print.options')}>
      <h3>{t('print.options')}</h3>
      <Choose
        label={t('print.totals')}
        value={options.totals}
        options={[
          ['last', t('print.totalsLast')],
          ['first', t('print.totalsFirst')],
        ]}
        onChange={(totals) => patch({ totals })}
      />
      <Choose
        label={t('print.unit')}
        value={options.unit ?? 'plan'}
        options={[['plan', t('print.planUnit')], ...UNITS.map((unit) => [unit, t(`unit.${unit}`)] as const)]}
        onChange={(unit) => patch({ unit: unit === 'plan' ? null : unit })}
      />
      <Choose
        label={t('print.decimals')}
        value={options.decimals === null ? 'needed' : `${options.decimals}`}
        options={[['needed', t('print.asNeeded')], ...DECIMALS.map((one) => [one, one] as const)]}
        onChange={(text) => patch({ decimals: text === 'needed' ? null : Number(text) })}
      />
      <Choose
        label={t('print.zero')}
        value={options.zero}
        options={ZEROS.map((zero) => [zero, t(`print.zero.${zero}`)])}
        onChange={(zero) => patch({ zero })}
      />
      <Choose
        label={t('print.paper')}
        value={options.paper ?? 'fits'}
        options={[['fits', t('print.paperFits')], ...PAPERS.map((paper) => [paper, paper] as const)]}
        onChange={(paper) => patch({ paper: paper === 'fits' ? null : paper })}
      />
      <div className="print-checks">
        {CHECKS.map((name) => (
          <Checkbox
            key={name}
            label={t(`print.check.${name}`)}
            checked={options[name]}
            onChange={(_, { checked }) => patch({ [name]: checked === true })}
          />
        ))}
      </div>
    </section>
  );
}
