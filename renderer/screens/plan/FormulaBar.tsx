import { GRAND_TOTAL } from '../../../shared/engine/totals.ts';
import { readCell } from '../../../shared/forms/cell.ts';
import type { FormLayout } from '../../../shared/forms/layout.ts';
import { amountInWords } from '../../../shared/money/words.ts';
import { writeAmount } from '../../../shared/money/write.ts';
import { type CellPlace, lockedBecause } from '../../../shared/sheet/cell-place.ts';
import { amountText } from '../../grid/amount-text.ts';
import { useText } from '../../i18n/text.ts';
import type { Session } from '../../session/session.ts';
import { useAfterFrame } from '../../session/use-after-frame.ts';
import type { FocusStore } from './focus-store.ts';

interface FormulaBarProps {
  readonly session: Session;
  readonly layout: FormLayout;
  readonly focus: FocusStore;
}

/** What is in the selected cell: as shown, to the exact đồng, and in words; for a total, that it is computed. */
export function FormulaBar({ session, layout, focus }: FormulaBarProps) {
  const { t } = useText();
  const { place, editing } = useAfterFrame(focus, (state) => state);
  return (
    <section className="formula-bar" aria-label={t('bar.input')}>
      <span className="formula-place">{place && placeName(place)}</span>
      <span className="formula-content">
        {editing ?? (place && <Content {...{ session, layout, place }} />)}
      </span>
    </section>
  );
}

function placeName({ line, column }: CellPlace): string {
  const row = line.ordinal === '' ? line.name : line.ordinal;
  return column.kind === 'amount' ? `${row} · ${column.column.path.join(' › ')}` : row;
}

function Content({ session, layout, place }: Omit<FormulaBarProps, 'focus'> & { place: CellPlace }) {
  const { t } = useText();
  const plan = useAfterFrame(session.store, (state) => state.plan);
  const totals = useAfterFrame(session.store, (state) => state.totals);
  // The grid's line is of the moment when the cell got the focus; rows may have moved since.
  const line = layout.lines.find((one) => one.id === place.line.id && one.code === place.line.code);
  if (!line) return null;
  if (place.column.kind !== 'amount') return line[place.column.kind];
  const { unit } = plan.header;
  const { column } = place.column;
  const { amount, role } = readCell(line, column, totals);
  if (amount === null) {
    return line.at !== GRAND_TOTAL && !column.funded ? t('bar.notFunded') : t('bar.blank');
  }
  const total = lockedBecause({ line, column: place.column }) !== null;
  if (amount === 'mixed') return `≠ — ${t(total ? 'bar.mixedTotal' : 'bar.mixed')}`;
  return (
    <>
      <strong>{amountText(amount, unit)}</strong>
      <span>{`${writeAmount(amount, 'dong')} đồng — ${amountInWords(amount, plan.header.words)}`}</span>
      {role === 'total' && <em>{t('bar.computed')}</em>}
    </>
  );
}
