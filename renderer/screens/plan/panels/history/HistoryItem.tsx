import { Button } from '@fluentui/react-components';
import { memo } from 'react';
import type { HistoryEntry } from '../../../../../shared/api/history.ts';
import { wordHistory } from '../../../../../shared/messages/history-line.ts';
import { printTime } from '../../../../i18n/dates.ts';
import { useText } from '../../../../i18n/text.ts';
import { usePlanContext } from '../../actions/use-action-state.ts';
import { NOW, pointOption } from '../compare/side-options.ts';

interface HistoryItemProps {
  readonly entry: HistoryEntry;
  /** The plan stands at it. */
  readonly isNow: boolean;
  readonly isOpen: boolean;
  onOpen(sequence: number | null): void;
}

/** One row of the history in words; opened, the plan as it was after it can be looked at and gone back to. */
export const HistoryItem = memo(({ entry, isNow, isOpen, onOpen }: HistoryItemProps) => {
  const { t, locale } = useText();
  const context = usePlanContext();
  const { sequence, at, by, undone } = entry;
  const compare = (): void => {
    context.sides.setState({ before: pointOption(sequence), after: NOW });
    context.settings.setState({ panel: 'compare' });
  };
  const goBack = (): void => context.dialogs.setState({ open: { kind: 'goBack', sequence } });
  return (
    <li className={undone ? 'history-item history-undone' : 'history-item'}>
      <button
        type="button"
        className="history-open"
        aria-expanded={isOpen}
        onClick={() => onOpen(isOpen ? null : sequence)}
      >
        <span className="history-text">
          {wordHistory(entry, locale)}
          {undone && <span className="history-state"> ({t('history.undone')})</span>}
        </span>
        <span className="history-about">
          {`${printTime(at, locale)} · ${by} · ${t('history.step', { sequence })}`}
        </span>
      </button>
      {isOpen && (
        <div className="history-actions">
          {isNow ? (
            t('history.isNow')
          ) : (
            <>
              <Button size="small" onClick={compare}>
                {t('history.compare')}
              </Button>
              <Button size="small" onClick={goBack}>
                {t('history.goBack')}
              </Button>
            </>
          )}
        </div>
      )}
    </li>
  );
});
