import {
  Button,
  Checkbox,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Select,
} from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import { UNITS } from '../../../../shared/money/unit.ts';
import { planPaste } from '../../../../shared/sheet/paste.ts';
import type { PasteOptions } from '../../../../shared/sheet/paste-plan.ts';
import type { PasteQuestion } from '../../../grid/clipboard.ts';
import { useText } from '../../../i18n/text.ts';
import { usePlanContext } from '../actions/use-action-state.ts';
import { PasteFacts } from './PasteFacts.tsx';
import { PastePreview } from './PastePreview.tsx';

/** What a block would do to the sheet, before it does: how its numbers read, what stands against it, what to choose. */
export function PasteDialog({ question, onClose }: { question: PasteQuestion; onClose(): void }) {
  const { t } = useText();
  const context = usePlanContext();
  const [options, setOptions] = useState<PasteOptions>(question.options);
  const { block, target } = question;
  const sheet = useMemo(() => context.hands().sheet(), [context]);
  const plan = useMemo(() => planPaste(sheet, target, block, options), [sheet, target, block, options]);
  const set = (patch: Partial<PasteOptions>): void => setOptions({ ...options, ...patch });
  const own = block.kind === 'own';
  const accept = (): void => {
    context.hands().clipboard.accept(plan);
    onClose();
  };
  const asks = new Set(plan.asks);

  return (
    <Dialog open onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface className="wide-dialog paste-dialog">
        <DialogBody>
          <DialogTitle>{t('paste.title', { count: plan.count })}</DialogTitle>
          <DialogContent className="fields">
            <div className="fields-row">
              {!own && (
                <Field
                  label={t('paste.numbers')}
                  {...(plan.convention.used === null
                    ? { validationMessage: t('paste.numbersNeeded'), validationState: 'warning' as const }
                    : {})}
                >
                  <Select
                    autoFocus
                    value={options.numbers ?? ''}
                    onChange={(_, { value }) =>
                      set({ numbers: value === 'vi' || value === 'en' ? value : null })
                    }
                  >
                    <option value="">
                      {plan.convention.decided
                        ? t(plan.convention.decided === 'vi' ? 'paste.decidedVi' : 'paste.decidedEn')
                        : t('paste.choose')}
                    </option>
                    <option value="vi">{t('paste.vi')}</option>
                    <option value="en">{t('paste.en')}</option>
                  </Select>
                </Field>
              )}
              {!own && (
                <Field
                  label={t('paste.unit')}
                  {...(asks.has('unit')
                    ? { validationMessage: t('paste.unitSuspicious'), validationState: 'warning' as const }
                    : {})}
                >
                  <Select
                    value={options.unit}
                    onChange={(_, { value }) => {
                      const unit = UNITS.find((one) => one === value);
                      if (unit) set({ unit });
                    }}
                  >
                    {UNITS.map((unit) => (
                      <option key={unit} value={unit}>
                        {t(`unit.${unit}`)}
                      </option>
                    ))}
                  </Select>
                </Field>
              )}
              <Field label={t('paste.operation')}>
                <Select
                  value={options.operation}
                  onChange={(_, { value }) =>
                    set({ operation: value === 'add' || value === 'subtract' ? value : 'set' })
                  }
                >
                  <option value="set">{t('paste.set')}</option>
                  <option value="add">{t('paste.add')}</option>
                  <option value="subtract">{t('paste.subtract')}</option>
                </Select>
              </Field>
            </div>
            <Checkbox
              label={t('paste.skipBlanks')}
              checked={options.skipBlanks}
              onChange={(_, { checked }) => set({ skipBlanks: checked === true })}
            />
            {(plan.totalCount > 0 || options.skipTotals) && (
              <Checkbox
                label={t('paste.skipTotals', { count: plan.totalCount })}
                checked={options.skipTotals}
                onChange={(_, { checked }) => set({ skipTotals: checked === true })}
              />
            )}
            {plan.rowsMissing > 0 && (
              <Checkbox
                label={t('paste.addRows', { count: plan.rowsMissing })}
                checked={options.addRows}
                onChange={(_, { checked }) => set({ addRows: checked === true })}
              />
            )}
            {plan.unfunded.length > 0 && (
              <Checkbox
                label={t('paste.fundYears', {
                  sources: plan.unfunded
                    .map(({ sourceName, years }) => `${sourceName}: ${years.join(', ')}`)
                    .join('; '),
                })}
                checked={options.fundYears}
                onChange={(_, { checked }) => set({ fundYears: checked === true })}
              />
            )}
            <PasteFacts plan={plan} />
            <PastePreview plan={plan} sheet={sheet} block={block} />
          </DialogContent>
          <DialogActions>
            <Button onClick={onClose}>{t('common.cancel')}</Button>
            <Button appearance="primary" autoFocus={own} disabled={plan.change === null} onClick={accept}>
              {t('paste.accept')}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
