import { Button } from '@fluentui/react-components';
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { amountWording } from '../../../../../shared/reconcile/wording/amount-wording.ts';
import type { Held as HeldAmount } from '../../../../../shared/reconcile/wording/hold.ts';
import { useText } from '../../../../i18n/text.ts';
import type { Held } from '../../../../session/wordings.ts';
import { usePlanContext } from '../../actions/use-action-state.ts';
import { useGoToPlace } from './use-go-to-place.ts';
import { usePlaceWords } from './use-place-words.ts';

interface WordingTextProps {
  readonly held: Held;
  /** The amount to be brought into sight. */
  readonly sought: number | null;
}

/** Letters of text that are drawn at a time. */
const PAGE = 120_000;

/** The text as it is, its amounts as links to the cells that they state, each with its sign. */
export function WordingText({ held, sought }: WordingTextProps) {
  const { t } = useText();
  const { reading, holding } = held;
  const soughtStart = sought === null ? 0 : (reading.amounts[sought]?.start ?? 0);
  const [page, setPage] = useState(() => Math.floor(soughtStart / PAGE));
  const frame = useRef<HTMLDivElement>(null);
  const marks = useMemo(() => {
    const found = new Map<number, HeldAmount>();
    for (const one of holding.matched) found.set(one.amount, one);
    for (const one of holding.differences) if (!one.implied) found.set(one.amount, one);
    return found;
  }, [holding]);
  useEffect(() => {
    if (sought === null) return;
    const link = frame.current?.querySelector<HTMLElement>(`[data-amount="${sought}"]`);
    link?.scrollIntoView({ block: 'center' });
    link?.focus({ preventScroll: true });
  }, [sought]);
  const pages = Math.ceil(reading.text.length / PAGE);
  const [from, to] = [page * PAGE, (page + 1) * PAGE];
  return (
    <div>
      <div className="wording-text" ref={frame}>
        <TextWithAmounts held={held} marks={marks} from={from} to={to} />
      </div>
      {pages > 1 && (
        <div className="wording-buttons">
          <Button size="small" disabledFocusable={page === 0} onClick={() => setPage(page - 1)}>
            {t('wording.before')}
          </Button>
          <span>{`${page + 1} / ${pages}`}</span>
          <Button size="small" disabledFocusable={page === pages - 1} onClick={() => setPage(page + 1)}>
            {t('wording.after')}
          </Button>
        </div>
      )}
    </div>
  );
}

interface TextWithAmountsProps {
  readonly held: Held;
  readonly marks: ReadonlyMap<number, HeldAmount>;
  readonly from: number;
  readonly to: number;
}

function TextWithAmounts({ held, marks, from, to }: TextWithAmountsProps) {
  const { t } = useText();
  const { session } = usePlanContext();
  const plan = useStore(session.store, (state) => state.plan);
  const goTo = useGoToPlace();
  const placeWords = usePlaceWords();
  const { text, amounts } = held.reading;
  const parts: ReactNode[] = [];
  let at = from;
  amounts.forEach(({ start, end, text: printed }, index) => {
    if (start < from || start >= to) return;
    parts.push(text.slice(at, start));
    at = end;
    const mark = marks.get(index);
    if (!mark) {
      parts.push(
        <span key={start} className="wording-amount" data-amount={index} tabIndex={-1}>
          {`${printed} ⓘ`}
        </span>,
      );
      return;
    }
    const differs = held.holding.differences.includes(mark);
    const own = mark.plan === null ? '≠' : amountWording(mark.plan);
    const said = differs ? t('wording.planHas', { amount: own }) : t('wording.agrees');
    parts.push(
      <button
        key={start}
        type="button"
        data-amount={index}
        className={differs ? 'wording-amount wording-differs' : 'wording-amount wording-agrees'}
        title={`${placeWords(plan, mark)} — ${said}`}
        onClick={() => goTo(mark)}
      >
        {`${printed} ${differs ? `✗ (${own})` : '✓'}`}
      </button>,
    );
  });
  parts.push(text.slice(at, to));
  return <>{parts}</>;
}
