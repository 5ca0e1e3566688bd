import { useEffect } from 'react';
import { readCell } from '../../../shared/forms/cell.ts';
import { UNIT_NAME } from '../../../shared/money/unit.ts';
import { amountText } from '../../grid/amount-text.ts';
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
      const params = { row, column: column.column.path.join(', '), unit: UNIT_NAME[plan.header.unit] };
      if (amount === null) return t('cell.blankName', params);
      return t('cell.amountName', { ...params, amount: amountText(amount, plan.header.unit) });
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
