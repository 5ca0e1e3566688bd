import type { ReactNode } from 'react';
import type { Compared, ComparedSides } from '../../../../../shared/api/comparing.ts';
import type {
  ChangedRow,
  ComparedRow,
  MovedRow,
  PlanRow,
} from '../../../../../shared/reconcile/comparison.ts';
import { detailedChanges } from '../../../../../shared/reconcile/comparison-lines.ts';
import { type TextKey, useText } from '../../../../i18n/text.ts';
import { ChangedAmounts } from './ChangedAmounts.tsx';
import { type GoTo, useGoTo } from './use-go-to.ts';

interface ComparisonResultProps {
  readonly compared: Compared;
  readonly sides: ComparedSides;
}

/** Rows of a group and amounts that are drawn: whoever wants more has the exported table. */
const MOST_ROWS = 100;
const MOST_AMOUNTS = 150;

/** What differs, grouped: around the amounts, rows added, removed, moved and renamed, amounts by row. */
export function ComparisonResult({ compared, sides }: ComparisonResultProps) {
  const { t, refusal } = useText();
  const goTo = useGoTo(sides);
  const { frame, added, removed, moved, renamed } = compared.comparison;
  const amounts = detailedChanges(compared.comparison);
  const shown = firstOf(amounts);
  const told = compared.comparison.changed.reduce((sum, { cells }) => sum + cells.length, 0);
  const cut = shown.length < amounts.length || told < compared.comparison.cells;
  const where = ({ parent, place }: MovedRow['from']): string =>
    t('compare.placeOf', { parent: parent ? rowText(parent) : t('compare.top'), place });
  return (
    <>
      <Group label="compare.frame" count={frame.length}>
        {frame.map((difference) => (
          <li key={`${difference.code} ${JSON.stringify(difference.params)}`}>{refusal(difference)}</li>
        ))}
      </Group>
      <Group label="compare.added" count={added.length}>
        {added.slice(0, MOST_ROWS).map((row) => (
          <RowItem key={row.code} row={{ before: null, after: row }} sign="+" goTo={goTo} />
        ))}
      </Group>
      <Group label="compare.removed" count={removed.length}>
        {removed.slice(0, MOST_ROWS).map((row) => (
          <RowItem key={row.code} row={{ before: row, after: null }} sign="−" goTo={goTo} />
        ))}
      </Group>
      <Group label="compare.moved" count={moved.length}>
        {moved.slice(0, MOST_ROWS).map(({ row, from, to }) => (
          <RowItem key={row.after?.code} row={row} sign="↕" goTo={goTo}>
            {t('compare.fromTo', { from: where(from), to: where(to) })}
          </RowItem>
        ))}
      </Group>
      <Group label="compare.renamed" count={renamed.length}>
        {renamed.slice(0, MOST_ROWS).map((row) => (
          <RowItem key={row.after?.code} row={row} sign="✎" goTo={goTo}>
            {t('compare.was', { row: `${row.before?.code} ${row.before?.name}` })}
          </RowItem>
        ))}
      </Group>
      <Group label="compare.amounts" count={compared.comparison.cells} rows={0}>
        <ChangedAmounts compared={compared} rows={shown} goTo={goTo} />
        {cut && <li>{t('compare.moreAmounts')}</li>}
      </Group>
    </>
  );
}

/** The first rows with no more amounts than are drawn; the totals of all are the last, and among them in any case. */
function firstOf(rows: readonly ChangedRow[]): readonly ChangedRow[] {
  let amounts = 0;
  return rows.filter(({ row, cells }) => {
    amounts += cells.length;
    return amounts <= MOST_AMOUNTS || (row.after ?? row.before)?.id === null;
  });
}

interface GroupProps {
  readonly label: TextKey;
  readonly count: number;
  /** Where the count is of something else than what is listed. */
  readonly rows?: number;
  readonly children: ReactNode;
}

/** A heading with how many there are, and the first of them; nothing where there are none. */
function Group({ label, count, rows = count, children }: GroupProps) {
  const { t } = useText();
  if (count === 0) return null;
  return (
    <details className="compare-group" open>
      <summary>
        {t(label)} <span className="compare-count">({count})</span>
      </summary>
      <ul>
        {children}
        {rows > MOST_ROWS && <li>{t('compare.more', { count: rows - MOST_ROWS })}</li>}
      </ul>
    </details>
  );
}

interface RowItemProps {
  readonly row: ComparedRow;
  readonly sign: string;
  readonly goTo: GoTo;
  readonly children?: ReactNode;
}

function RowItem({ row, sign, goTo, children }: RowItemProps) {
  const shown = row.after ?? row.before;
  const go = goTo(row, null);
  const name = shown ? rowText(shown) : '';
  return (
    <li>
      <span aria-hidden="true" className="compare-sign">
        {sign}
      </span>{' '}
      {go ? (
        <button type="button" className="compare-link" onClick={go}>
          {name}
        </button>
      ) : (
        name
      )}
      {children && <div className="compare-detail">{children}</div>}
    </li>
  );
}

function rowText({ ordinal, name }: PlanRow): string {
  return `${ordinal} ${name}`.trim();
}
