import { Button, Tab, TabList } from '@fluentui/react-components';
import { useState } from 'react';
import { useText } from '../../../../i18n/text.ts';
import type { Held, Wordings } from '../../../../session/wordings.ts';
import { WordingNotices } from './WordingNotices.tsx';
import { WordingResult } from './WordingResult.tsx';
import { WordingText } from './WordingText.tsx';

interface WordingHeldProps {
  readonly held: Held;
  readonly wordings: Wordings;
  onEdit(): void;
}

/** What came of holding the plan against a text: its amounts that agree and differ, or the text itself with them in it. */
export function WordingHeld({ held, wordings, onEdit }: WordingHeldProps) {
  const { t } = useText();
  const [view, setView] = useState<'result' | 'text'>('result');
  /** The amount to be shown when the text comes to sight. */
  const [sought, setSought] = useState<number | null>(null);
  const { kept, reading, holding } = held;
  const broken = reading.checks.filter(({ holds }) => !holds).length;
  const showInText = (amount: number): void => {
    setSought(amount);
    setView('text');
  };
  return (
    <section className="wording-held" aria-label={t('panel.reconcile')}>
      <p className="wording-summary" role="status">
        <span className="wording-agrees">{`✓ ${t('wording.matched', { count: holding.matched.length })}`}</span>
        {' · '}
        <span className={holding.differences.length > 0 ? 'wording-differs' : ''}>
          {`${holding.differences.length > 0 ? '✗' : '✓'} ${t('wording.differ', { count: holding.differences.length })}`}
        </span>
        {broken > 0 && (
          <span className="wording-differs">{` · ✗ ${t('wording.broken', { count: broken })}`}</span>
        )}
      </p>
      <div className="wording-buttons">
        <span className="wording-file">{kept.name ?? t('wording.pasted')}</span>
        <Button size="small" onClick={onEdit}>
          {t('wording.edit')}
        </Button>
      </div>
      <WordingNotices kept={kept} reading={reading} />
      <TabList
        size="small"
        selectedValue={view}
        onTabSelect={(_, { value }) => {
          setSought(null);
          setView(value === 'text' ? 'text' : 'result');
        }}
      >
        <Tab value="result">{t('wording.result')}</Tab>
        <Tab value="text">{t('wording.theText')}</Tab>
      </TabList>
      {view === 'result' ? (
        <WordingResult held={held} wordings={wordings} onShowInText={showInText} />
      ) : (
        <WordingText held={held} sought={sought} />
      )}
    </section>
  );
}
