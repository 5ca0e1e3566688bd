import { writeAmount } from '../../../../../shared/money/write.ts';
import type { SumCheck, TextReading } from '../../../../../shared/prose/text-reading.ts';
import { useText } from '../../../../i18n/text.ts';

interface BrokenSumsProps {
  readonly reading: TextReading;
  readonly broken: readonly SumCheck[];
  /** Amounts whose words in brackets say another one. */
  readonly wrongWords: readonly number[];
  onShowInText(amount: number): void;
}

/** Totals of the text that their parts do not make, whatever the plan has. */
export function BrokenSums({ reading, broken, wrongWords, onShowInText }: BrokenSumsProps) {
  const { t, refusal } = useText();
  if (broken.length + wrongWords.length === 0) return null;
  const printed = (amount: number): string => reading.amounts[amount]?.text ?? '';
  return (
    <section className="wording-group" aria-label={t('wording.brokenSums')}>
      <h3>{`${t('wording.brokenSums')} (${broken.length + wrongWords.length})`}</h3>
      <ul className="findings">
        {broken.map(({ total, parts, difference, roundingExplains }) => (
          <li key={`${total} ${parts[0]}`} className="finding finding-error">
            <button type="button" className="finding-go" onClick={() => onShowInText(total)}>
              <span className="finding-place">{reading.amounts[total]?.label ?? ''}</span>
              <span>
                {refusal({
                  code: roundingExplains ? 'prose.sumRounded' : 'prose.sumFails',
                  params: {
                    total: printed(total),
                    parts: parts.map(printed).join(' + '),
                    difference: writeAmount(difference, 'dong'),
                  },
                })}
              </span>
            </button>
          </li>
        ))}
        {wrongWords.map((amount) => (
          <li key={amount} className="finding finding-error">
            <button type="button" className="finding-go" onClick={() => onShowInText(amount)}>
              {`✗ ${refusal({
                code: 'prose.wordsDiffer',
                params: { text: printed(amount), words: reading.amounts[amount]?.words?.text ?? '' },
              })}`}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
