import type { CellPlace } from '../../../shared/sheet/cell-place.ts';
import { amountText } from '../../grid/amount-text.ts';
import { type TotalPart, totalParts } from '../../grid/total-parts.ts';
import { useText } from '../../i18n/text.ts';
import { usePlanContext } from './actions/use-action-state.ts';

interface TotalPartsProps {
  readonly place: CellPlace;
  /** As many as there is room for; the rest is counted. */
  readonly most: number;
  onGo?(): void;
}

/** What a total is made of: each part with its amount, a link to its cell. Parts without money are left out. */
export function TotalParts({ place, most, onGo }: TotalPartsProps) {
  const { t } = useText();
  const context = usePlanContext();
  if (place.column.kind !== 'amount') return null;
  const { totals, plan } = context.session.store.getState();
  const layout = context.layout();
  const line = layout.lines.find((one) => one.id === place.line.id && one.code === place.line.code);
  if (!line) return null;
  const parts = totalParts(layout, totals, line, place.column.column);
  const shown = parts.filter(({ amount }) => amount !== null && amount !== 0n);
  const name = ({ line: part, column, times, otherRow }: TotalPart): string => {
    const years = times === null ? '' : ` × ${times} ${t('parts.years')}`;
    const row = part.ordinal === '' ? part.name : part.ordinal;
    return (otherRow ? row : (column.path.at(-1) ?? '')) + years;
  };
  return (
    <span className="total-parts">
      {shown.slice(0, most).map((part, at) => (
        <button
          type="button"
          key={`${part.line.at} ${part.column.id}`}
          title={`${part.line.ordinal} ${part.line.name} · ${part.column.path.join(' › ')}`}
          onClick={() => {
            context.hands().goToCell(part.line, part.column.id);
            onGo?.();
          }}
        >
          {at > 0 && <span aria-hidden="true">+ </span>}
          {name(part)}: <strong>{amountText(part.amount, plan.header.unit)}</strong>
        </button>
      ))}
      {shown.length > most && <span>{t('parts.more', { count: shown.length - most })}</span>}
      {shown.length === 0 && parts.length > 0 && <span>{t('parts.allZero')}</span>}
    </span>
  );
}
