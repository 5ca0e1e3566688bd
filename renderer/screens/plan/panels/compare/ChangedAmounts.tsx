import type { Compared } from '../../../../../shared/api/comparing.ts';
import type { Dong } from '../../../../../shared/money/dong.ts';
import { UNIT_NAME } from '../../../../../shared/money/unit.ts';
import { writeAmount } from '../../../../../shared/money/write.ts';
import type { ChangedRow } from '../../../../../shared/reconcile/comparison.ts';
import { useText } from '../../../../i18n/text.ts';
import type { GoTo } from './use-go-to.ts';

interface ChangedAmountsProps {
  readonly compared: Compared;
  readonly rows: readonly ChangedRow[];
  readonly goTo: GoTo;
}

/** By row, every detailed amount before and after with its difference; a click leads to the cell. */
export function ChangedAmounts({ compared, rows, goTo }: ChangedAmountsProps) {
  const { t } = useText();
  const { unit, comparison } = compared;
  const columns = new Map(comparison.columns.map((column) => [column.id, column]));
  const amount = (value: Dong | null): string =>
    value === null ? '' : writeAmount(value, unit, { zero: '-' });
  return (
    <li>
      <table className="compare-amounts">
        <caption>{t('compare.unitLine', { unit: UNIT_NAME[unit] })}</caption>
        <thead>
          <tr>
            <th scope="col">{t('compare.money')}</th>
            <th scope="col">{t('compare.before')}</th>
            <th scope="col">{t('compare.after')}</th>
            <th scope="col">{t('compare.difference')}</th>
          </tr>
        </thead>
        {rows.map(({ row, cells }) => {
          const shown = row.after ?? row.before;
          if (!shown) return null;
          return (
            <tbody key={`${shown.code} ${row.after ? '' : 'removed'}`}>
              <tr>
                <th scope="rowgroup" colSpan={4}>
                  {`${shown.ordinal} ${shown.name}`.trim()}
                </th>
              </tr>
              {cells.map(({ column: id, before, after, difference }) => {
                const column = columns.get(id);
                const go = column ? goTo(row, column) : null;
                const name = column?.path.join(' › ') ?? id;
                return (
                  <tr key={id}>
                    <th scope="row">
                      {go ? (
                        <button type="button" className="compare-link" onClick={go}>
                          {name}
                        </button>
                      ) : (
                        name
                      )}
                    </th>
                    <td>{amount(before)}</td>
                    <td>{amount(after)}</td>
                    <td>{`${difference > 0n ? '+' : ''}${amount(difference)}`}</td>
                  </tr>
                );
              })}
            </tbody>
          );
        })}
      </table>
    </li>
  );
}
