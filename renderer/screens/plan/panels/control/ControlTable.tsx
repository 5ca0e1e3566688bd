import { Button } from '@fluentui/react-components';
import { DeleteRegular, EditRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import { writeAmount } from '../../../../../shared/money/write.ts';
import type { Plan } from '../../../../../shared/plan/plan.ts';
import type { ControlLine } from '../../../../../shared/reconcile/control.ts';
import { useText } from '../../../../i18n/text.ts';
import { rowText } from '../checks/FindingItem.tsx';
import { placeName } from './place-choice.ts';

/** As many lines as are drawn at first, and with each “more”. */
const PAGE = 100;

interface ControlTableProps {
  readonly plan: Plan;
  readonly lines: readonly ControlLine[];
  /** The chosen set's place among all: what it states can be taken up again or taken away. */
  readonly chosen: number;
  onGo(line: ControlLine): void;
  onEdit(line: ControlLine): void;
  onRemove(line: ControlLine): void;
}

/** What was allocated beside what the plan has, place by place, with the difference. */
export function ControlTable({ plan, lines, chosen, onGo, onEdit, onRemove }: ControlTableProps) {
  const { t } = useText();
  const [shown, setShown] = useState(PAGE);
  const { unit } = plan.header;
  const title = ({ place }: ControlLine): string =>
    `${rowText(plan, place.row, t)} · ${placeName(plan, place, t)}`;
  return (
    <>
      <table className="control-table">
        <thead>
          <tr>
            <th scope="col">{t('control.place')}</th>
            <th scope="col">{t('control.allocated')}</th>
            <th scope="col">{t('control.plan')}</th>
            <th scope="col">{t('control.difference')}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {lines.slice(0, shown).map((line) => {
            const { key, allocated, plan: planned, difference, bySet } = line;
            const stated = bySet.filter((amount) => amount !== null);
            return (
              <tr key={key} className={difference === 0n ? 'control-agrees' : 'control-differs'}>
                <th scope="row">
                  <button type="button" className="finding-go" onClick={() => onGo(line)}>
                    {title(line)}
                  </button>
                </th>
                <td>
                  {writeAmount(allocated, unit)}
                  {stated.length > 1 && (
                    <small>{stated.map((amount) => writeAmount(amount, unit)).join(' + ')}</small>
                  )}
                </td>
                <td>{writeAmount(planned, unit)}</td>
                <td>{difference === 0n ? '✓' : `⚠ ${writeAmount(difference, unit)}`}</td>
                <td className="control-tools">
                  {bySet[chosen] !== null && bySet[chosen] !== undefined && (
                    <>
                      <Button
                        size="small"
                        appearance="subtle"
                        icon={<EditRegular />}
                        aria-label={t('control.editLine', { place: title(line) })}
                        onClick={() => onEdit(line)}
                      />
                      <Button
                        size="small"
                        appearance="subtle"
                        icon={<DeleteRegular />}
                        aria-label={t('control.removeLine', { place: title(line) })}
                        onClick={() => onRemove(line)}
                      />
                    </>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {lines.length > shown && (
        <Button size="small" onClick={() => setShown(shown + PAGE)}>
          {t('control.more', { count: lines.length - shown })}
        </Button>
      )}
    </>
  );
}
