import { Button, Field, Input, Select } from '@fluentui/react-components';
import { DismissRegular, SearchRegular } from '@fluentui/react-icons';
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { HISTORY_SUBJECTS, type HistorySubject } from '../../../../../shared/api/history.ts';
import { rowTitle } from '../../../../../shared/plan/gesture/rows.ts';
import { useText } from '../../../../i18n/text.ts';
import { usePlanContext } from '../../actions/use-action-state.ts';

/** What is looked for; an empty text is no matter. */
export interface HistoryWords {
  readonly search: string;
  readonly by: string;
  readonly subject: HistorySubject | '';
}

export const NO_WORDS: HistoryWords = { search: '', by: '', subject: '' };

interface HistoryFilterProps {
  readonly words: HistoryWords;
  onWords(words: HistoryWords): void;
}

/** By words, by person, by what was changed, and by the row that the active cell is in. */
export function HistoryFilter({ words, onWords }: HistoryFilterProps) {
  const { t } = useText();
  const authors = useAuthors();
  return (
    <div className="history-filter">
      <Input
        size="small"
        contentBefore={<SearchRegular />}
        placeholder={t('history.search')}
        aria-label={t('history.search')}
        maxLength={500}
        value={words.search}
        onChange={(_, { value }) => onWords({ ...words, search: value })}
      />
      <div className="history-choices">
        <Field label={t('history.by')} size="small">
          <Select size="small" value={words.by} onChange={(_, { value }) => onWords({ ...words, by: value })}>
            <option value="">{t('history.everybody')}</option>
            {authors.map((author) => (
              <option key={author} value={author}>
                {author}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={t('history.subject')} size="small">
          <Select
            size="small"
            value={words.subject}
            onChange={(_, { value }) =>
              onWords({ ...words, subject: HISTORY_SUBJECTS.find((one) => one === value) ?? '' })
            }
          >
            <option value="">{t('history.everything')}</option>
            {HISTORY_SUBJECTS.map((subject) => (
              <option key={subject} value={subject}>
                {t(`history.subject.${subject}`)}
              </option>
            ))}
          </Select>
        </Field>
      </div>
      <RowChoice />
    </div>
  );
}

function RowChoice() {
  const { t } = useText();
  const { session, focus, historyRow } = usePlanContext();
  const row = useStore(historyRow, (state) => state.row);
  const plan = useStore(session.store, (state) => state.plan);
  if (row === null) {
    const choose = (): void => historyRow.setState({ row: focus.getState().place?.line.id ?? null });
    return (
      <Button size="small" className="history-row" onClick={choose}>
        {t('history.onlyRow')}
      </Button>
    );
  }
  const name = plan.rows.some(({ id }) => id === row) ? rowTitle(plan, row) : row;
  return (
    <Button
      size="small"
      className="history-row"
      icon={<DismissRegular />}
      iconPosition="after"
      aria-pressed={true}
      onClick={() => historyRow.setState({ row: null })}
    >
      {t('history.onlyThisRow', { row: name })}
    </Button>
  );
}

/** Asked anew after each change, for it may have been somebody else's. */
function useAuthors(): readonly string[] {
  const { session, host } = usePlanContext();
  const plan = useStore(session.store, (state) => state.plan.id);
  const sequence = useStore(session.store, (state) => state.sequence);
  const [authors, setAuthors] = useState<readonly string[]>([]);
  useEffect(() => {
    let current = sequence >= 0;
    host.planner.authors({ plan }).then(
      (answer) => current && answer.ok && setAuthors(answer.value),
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, [host, plan, sequence]);
  return authors;
}
