import { Button, Spinner } from '@fluentui/react-components';
import { useDeferredValue, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { printDay } from '../../../../i18n/dates.ts';
import { useText } from '../../../../i18n/text.ts';
import { useRevisions } from '../../../../session/use-revisions.ts';
import { usePlanContext } from '../../actions/use-action-state.ts';
import { moveAmong } from '../move-among.ts';
import { HistoryFilter, type HistoryWords, NO_WORDS } from './HistoryFilter.tsx';
import { HistoryItem } from './HistoryItem.tsx';
import { RevisionMark } from './RevisionMark.tsx';
import { timelineOf } from './timeline.ts';
import { useHistory, type Wanted } from './use-history.ts';

/** Who changed what when, newest first, with the revisions as marks; from any of it there is a way back. */
export function HistoryPanel() {
  const { t, locale, refusal } = useText();
  const context = usePlanContext();
  const { session, host, dialogs, historyRow } = context;
  const row = useStore(historyRow, (state) => state.row);
  const [words, setWords] = useState<HistoryWords>(NO_WORDS);
  const search = useDeferredValue(words.search.trim());
  const { by, subject } = words;
  const wanted = useMemo<Wanted>(
    () => ({
      ...(search === '' ? {} : { search }),
      ...(row === null ? {} : { row }),
      ...(by === '' ? {} : { by }),
      ...(subject === '' ? {} : { subject }),
    }),
    [search, row, by, subject],
  );
  const isFiltered = Object.keys(wanted).length > 0;
  const { shown, more } = useHistory(wanted);
  const sequence = useStore(session.store, (state) => state.sequence);
  const revising = useStore(dialogs, ({ open }) => open?.kind === 'revise');
  const revisions = useRevisions(session, host.planner, revising);
  const [current, setCurrent] = useState<number | null>(null);
  const days = useMemo(
    () => (shown?.ok ? timelineOf(shown.value.entries, isFiltered ? [] : revisions) : []),
    [shown, isFiltered, revisions],
  );
  return (
    <section
      className="side-panel-body history"
      aria-label={t('panel.history')}
      tabIndex={-1}
      onKeyDown={(event) => moveAmong(event, '.history-open')}
    >
      <HistoryFilter words={words} onWords={setWords} />
      <div role="status" className="history-said">
        {!shown && <Spinner size="tiny" label={t('app.loading')} />}
        {shown && !shown.ok && `⛔ ${refusal(shown.refusal)}`}
        {shown?.ok && shown.value.entries.length === 0 && t('history.none')}
      </div>
      {days.map((day) => (
        <section key={day.at} className="history-day">
          <h3>{printDay(day.at, locale)}</h3>
          <ul>
            {day.items.map((item) =>
              item.kind === 'entry' ? (
                <HistoryItem
                  key={item.entry.sequence}
                  entry={item.entry}
                  isNow={item.entry.sequence === sequence}
                  isOpen={item.entry.sequence === current}
                  onOpen={setCurrent}
                />
              ) : (
                <RevisionMark
                  key={`${item.kind} ${item.revision.label}`}
                  kind={item.kind}
                  revision={item.revision}
                />
              ),
            )}
          </ul>
        </section>
      ))}
      {shown?.ok && shown.value.hasMore && (
        <Button size="small" onClick={more}>
          {t('history.more')}
        </Button>
      )}
    </section>
  );
}
