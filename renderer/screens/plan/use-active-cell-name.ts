import { useEffect } from 'react';
import { readCell } from '../../../shared/forms/cell.ts';
import { writeAmount } from '../../../shared/money/write.ts';
import { useText } from '../../i18n/text.ts';
import { useAfterFrame } from '../../session/use-after-frame.ts';
import { usePlanContext } from './actions/use-action-state.ts';

/**
 * What a screen reader says of the active cell: its row, column, amount and unit. The input has the keyboard, so the
 * name is the input's; the cell itself bears it too.
 */
export function useActiveCellName(): void {
  const { t } = useText();
  const { focus, session, hands } = usePlanContext();
  const place = useAfterFrame(focus, (state) => state.place);
  const version = useAfterFrame(session.store, (state) => state.version);
  useEffect(() => {
    if (!place || version < 0) return;
    const { totals, plan } = session.store.getState();
    const { line, column } = place;
    const row = `${line.ordinal} ${line.name}`.trim();
    const { input, selection } = hands();
    const name = ((): string => {
      if (column.kind !== 'amount') {
        return t('cell.textName', { row, column: t(`plan.${column.kind}`), text: line[column.kind] });
      }
      const { amount } = readCell(line, column.column, totals);
      const { unit } = plan.header;
      const params = { row, column: column.column.path.join(', '), unit: t(`unit.${unit}`) };
      if (amount === null) return t('cell.blankName', params);
      // The marks that the eye reads, "≠" and "-" for zero, say nothing to the ear.
      if (amount === 'mixed') return t('cell.mixedName', params);
      return t('cell.amountName', { ...params, amount: writeAmount(amount, unit) });
    })();
    input.element.setAttribute('aria-label', name);
    const element = selection.element();
    element?.setAttribute('aria-label', name);
    element?.setAttribute('aria-selected', 'true');
    return () => {
      // A cell's element may serve another cell next.
      element?.removeAttribute('aria-label');
      element?.removeAttribute('aria-selected');
    };
  }, [place, version, session, hands, t]);
}
