import { Link } from '@fluentui/react-components';
import { useState } from 'react';
import type { Plan } from '../../../../../shared/plan/plan.ts';
import { amountWording, differenceWording } from '../../../../../shared/reconcile/wording/amount-wording.ts';
import type { Cause } from '../../../../../shared/reconcile/wording/causes.ts';
import type { Stated } from '../../../../../shared/reconcile/wording/statement.ts';
import { useText } from '../../../../i18n/text.ts';
import type { Held } from '../../../../session/wordings.ts';
import { usePlaceWords } from './use-place-words.ts';

/** So many broken totals are shown at once. */
const FEW = 6;

interface CauseItemProps {
  readonly plan: Plan;
  readonly held: Held;
  readonly cause: Cause;
  onGo(place: Stated): void;
  onShowInText(amount: number): void;
}

/** One wrong cell or sentence, and the stated totals that it breaks beneath it. */
export function CauseItem({ plan, held, cause, onGo, onShowInText }: CauseItemProps) {
  const { t } = useText();
  const [open, setOpen] = useState(cause.breaks.length <= FEW);
  return (
    <li className="finding finding-error">
      <Difference at={cause.difference} plan={plan} held={held} onGo={onGo} onShowInText={onShowInText} />
      {cause.breaks.length > 0 && (
        <details
          className="wording-breaks"
          open={open}
          onToggle={(event) => setOpen(event.currentTarget.open)}
        >
          <summary>{t('wording.breaks', { count: cause.breaks.length })}</summary>
          <ul className="findings">
            {(open ? cause.breaks : []).map((at) => (
              <li key={at}>
                <Difference at={at} plan={plan} held={held} onGo={onGo} onShowInText={onShowInText} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </li>
  );
}

interface DifferenceProps extends Omit<CauseItemProps, 'cause'> {
  readonly at: number;
}

function Difference({ at, plan, held, onGo, onShowInText }: DifferenceProps) {
  const { t } = useText();
  const placeWords = usePlaceWords();
  const one = held.holding.differences[at];
  if (!one) return null;
  const said = one.implied ? t('wording.leftOut') : (held.reading.amounts[one.amount]?.text ?? '');
  const own = one.plan === null ? '≠' : amountWording(one.plan);
  const off = differenceWording(one.difference);
  return (
    <>
      <button type="button" className="finding-go" onClick={() => onGo(one)}>
        <span className="finding-place">{`✗ ${placeWords(plan, one)}`}</span>
        <span>{t('wording.differs', { said, own, off })}</span>
        {one.roundingExplains && <span>{t('wording.rounding')}</span>}
      </button>
      <Link as="button" className="wording-show" onClick={() => onShowInText(one.amount)}>
        {t('wording.showInText')}
      </Link>
    </>
  );
}
