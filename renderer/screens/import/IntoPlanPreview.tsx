import { useId } from 'react';
import { kindTitle } from '../../../shared/forms/columns.ts';
import type { IntoPlan } from '../../../shared/intake/into-plan.ts';
import { dong } from '../../../shared/money/dong.ts';
import { writeAmount } from '../../../shared/money/write.ts';
import type { Plan } from '../../../shared/plan/plan.ts';
import { findSource } from '../../../shared/plan/sources.ts';
import { useText } from '../../i18n/text.ts';

const MOST = 300;

interface IntoPlanPreviewProps {
  readonly into: IntoPlan;
  readonly plan: Plan | null;
}

/** What accepting would change in the open plan, amount by amount, and what of the file it has no place for. */
export function IntoPlanPreview({ into, plan }: IntoPlanPreviewProps) {
  const { t } = useText();
  const heading = useId();
  if (!plan) return null;
  const { unit } = plan.header;
  const rowName = (id: string): string => plan.rows.find((row) => row.id === id)?.name ?? id;
  const left = into.leftOut.map(({ name }) => name);
  const elsewhere = into.elsewhere.map(({ year, source }) => `${source} ${year}`);
  return (
    <section className="import-into" aria-labelledby={heading}>
      <h2 id={heading}>{t('import.changes', { count: into.changed.length })}</h2>
      {left.length > 0 && (
        <p className="import-warning">⚠ {t('import.leftOut', { rows: left.join('; ') })}</p>
      )}
      {elsewhere.length > 0 && (
        <p className="import-warning">⚠ {t('import.elsewhere', { places: elsewhere.join('; ') })}</p>
      )}
      {into.untouched.length > 0 && <p>{t('import.untouched', { count: into.untouched.length })}</p>}
      <div className="preview-frame">
        <table className="preview-table">
          <thead>
            <tr>
              <th scope="col">{t('plan.name')}</th>
              <th scope="col">{t('import.placeOf')}</th>
              <th scope="col">{t('import.before')}</th>
              <th scope="col">{t('import.after')}</th>
              <th scope="col">{t('import.difference')}</th>
            </tr>
          </thead>
          <tbody>
            {into.changed.slice(0, MOST).map(({ row, year, source, capital, before, amount }) => (
              <tr key={`${row} ${year} ${source} ${capital}`}>
                <th scope="row">{rowName(row)}</th>
                <td>
                  {year} · {findSource(plan.sources, source)?.short}
                  {capital === 'none' ? '' : ` · ${kindTitle(capital, plan)}`}
                </td>
                <td className="number">{writeAmount(before, unit)}</td>
                <td className="number">{writeAmount(amount, unit)}</td>
                <td className="number">{writeAmount(dong(amount - before), unit)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
