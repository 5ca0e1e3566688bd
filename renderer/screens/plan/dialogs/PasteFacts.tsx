import { dong } from '../../../../shared/money/dong.ts';
import { writeAmount } from '../../../../shared/money/write.ts';
import type { CellPlace } from '../../../../shared/sheet/cell-place.ts';
import type { PastePlan, StatedTotal } from '../../../../shared/sheet/paste-plan.ts';
import { useText } from '../../../i18n/text.ts';

/** What stands against a paste, and what should be known before it. */
export function PasteFacts({ plan }: { plan: PastePlan }) {
  const { t, refusal } = useText();
  const { problems, problemCount, statedTotals, asks } = plan;
  return (
    <>
      {asks.includes('ragged') && <p>{t('paste.ragged')}</p>}
      {asks.includes('currency') && <p>{t('paste.currency')}</p>}
      {problemCount > 0 && (
        <section className="paste-problems" role="alert">
          <strong>{t('paste.problems', { count: problemCount })}</strong>
          <ul>
            {problems.map(({ row, column, text, place, refusal: why }) => (
              <li key={`${row} ${column}`}>
                {place ? `${placeText(place)}: ` : t('paste.blockCell', { row: row + 1, column: column + 1 })}
                {text !== '' && <q>{shortened(text)}</q>} {refusal(why)}
              </li>
            ))}
            {problemCount > problems.length && (
              <li>{t('paste.more', { count: problemCount - problems.length })}</li>
            )}
          </ul>
        </section>
      )}
      {statedTotals.length > 0 && (
        <section className="paste-problems">
          <strong>{t('paste.totalsDiffer', { count: statedTotals.length })}</strong>
          <ul>
            {statedTotals.slice(0, 50).map((total) => (
              <li key={placeText(total.place)}>
                {placeText(total.place)}: <StatedText total={total} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function StatedText({ total: { pasted, computed, difference } }: { total: StatedTotal }) {
  const { t } = useText();
  if (typeof computed !== 'bigint' || difference === null) {
    return t('paste.totalWithout', { pasted: writeAmount(pasted, 'dong') });
  }
  return t('paste.totalDiffers', {
    pasted: writeAmount(pasted, 'dong'),
    computed: writeAmount(dong(computed), 'dong'),
    difference: writeAmount(difference, 'dong'),
  });
}

function placeText({ line, column }: CellPlace): string {
  const row = line.ordinal === '' ? shortened(line.name) : line.ordinal;
  return column.kind === 'amount' ? `${row} · ${column.column.path.join(' › ')}` : row;
}

function shortened(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}
