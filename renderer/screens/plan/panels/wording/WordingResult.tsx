import { Button } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import { useStore } from 'zustand';
import type { RowId } from '../../../../../shared/plan/ids.ts';
import { amountWording } from '../../../../../shared/reconcile/wording/amount-wording.ts';
import { useText } from '../../../../i18n/text.ts';
import type { Held, Wordings } from '../../../../session/wordings.ts';
import { usePlanContext } from '../../actions/use-action-state.ts';
import { BrokenSums } from './BrokenSums.tsx';
import { CauseItem } from './CauseItem.tsx';
import { useGoToPlace } from './use-go-to-place.ts';
import { usePlaceWords } from './use-place-words.ts';

interface WordingResultProps {
  readonly held: Held;
  readonly wordings: Wordings;
  onShowInText(amount: number): void;
}

/** As many as are drawn at first, and with each "more". */
const PAGE = 12;

/** What differs, by its causes; sums that the text itself breaks; what only one of the two says; what was not read. */
export function WordingResult({ held, wordings, onShowInText }: WordingResultProps) {
  const { t, refusal } = useText();
  const { session, refuse } = usePlanContext();
  const plan = useStore(session.store, (state) => state.plan);
  const goTo = useGoToPlace();
  const placeWords = usePlaceWords();
  const { reading, holding } = held;
  const printed = (amount: number): string => reading.amounts[amount]?.text ?? '';
  const answer = async (start: number, row: RowId): Promise<void> => {
    const refused = await wordings.answer(start, row);
    if (refused) refuse(refused);
  };
  const rowName = (row: RowId): string =>
    placeWords(plan, { row, source: 'all', capital: 'all', years: 'period' });
  const broken = reading.checks.filter(({ holds }) => !holds);
  const wrongWords = reading.amounts.flatMap(({ words }, at) => (words?.agrees === false ? [at] : []));
  const nothing =
    holding.differences.length +
      broken.length +
      holding.onlyInPlan.length +
      wrongWords.length +
      holding.questions.length ===
    0;
  return (
    <div className="wording-result">
      {nothing && holding.matched.length > 0 && (
        <p className="wording-fine">{`✓ ${t('wording.allAgree')}`}</p>
      )}
      <Group label={t('wording.questions')} items={holding.questions}>
        {({ text, start, byNumber, byName }) => (
          <li key={start} className="finding finding-warning">
            <span className="wording-line">{`? ${text}`}</span>
            <span>{t('wording.whichRow')}</span>
            <span className="finding-actions">
              {[byNumber, byName].flatMap((row) =>
                row === null
                  ? []
                  : [
                      <Button key={row} size="small" onClick={() => void answer(start, row)}>
                        {rowName(row)}
                      </Button>,
                    ],
              )}
            </span>
          </li>
        )}
      </Group>
      <Group label={t('wording.differences')} items={holding.causes}>
        {(cause) => (
          <CauseItem
            key={cause.difference}
            plan={plan}
            held={held}
            cause={cause}
            onGo={goTo}
            onShowInText={onShowInText}
          />
        )}
      </Group>
      <BrokenSums reading={reading} broken={broken} wrongWords={wrongWords} onShowInText={onShowInText} />
      <Group label={t('wording.onlyInPlan')} items={holding.onlyInPlan}>
        {({ row, source, plan: own }) => {
          const place = { row, source, capital: 'all', years: 'period' } as const;
          return (
            <li key={`${row} ${source}`} className="finding finding-warning">
              <button type="button" className="finding-go" onClick={() => goTo(place)}>
                <span className="finding-place">{`⚠ ${placeWords(plan, place)}`}</span>
                <span>{t('wording.planHas', { amount: amountWording(own) })}</span>
              </button>
            </li>
          );
        }}
      </Group>
      <Group label={t('wording.onlyInText')} items={holding.onlyInText}>
        {({ amount, why }) => (
          <li key={amount} className="finding finding-information">
            <button type="button" className="finding-go" onClick={() => onShowInText(amount)}>
              <span className="finding-place">{`ⓘ ${reading.amounts[amount]?.label ?? ''}: ${printed(amount)}`}</span>
              <span>{refusal({ code: why, params: {} })}</span>
            </button>
          </li>
        )}
      </Group>
      <Group label={t('wording.unread')} items={holding.unread}>
        {({ text, start, why }) => (
          <li key={start} className="finding finding-information">
            {refusal({ code: why, params: { text: shortened(text) } })}
          </li>
        )}
      </Group>
    </div>
  );
}

interface GroupProps<Item> {
  readonly label: string;
  readonly items: readonly Item[];
  children(item: Item): ReactNode;
}

function Group<Item>({ label, items, children }: GroupProps<Item>) {
  const { t } = useText();
  const [shown, setShown] = useState(PAGE);
  if (items.length === 0) return null;
  return (
    <section className="wording-group" aria-label={label}>
      <h3>{`${label} (${items.length})`}</h3>
      <ul className="findings">{items.slice(0, shown).map(children)}</ul>
      {items.length > shown && (
        <Button size="small" onClick={() => setShown(shown + PAGE)}>
          {t('checks.more', { count: items.length - shown })}
        </Button>
      )}
    </section>
  );
}

const LONGEST = 80;

function shortened(text: string): string {
  const line = text.replaceAll(/\s+/gu, ' ').trim();
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
}
