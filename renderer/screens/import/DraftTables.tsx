import { useEffect, useMemo, useRef } from 'react';
import { NO_ROW } from '../../../shared/intake/answers.ts';
import { columnLetters } from '../../../shared/intake/cell-address.ts';
import { columnChoices } from '../../../shared/intake/column-choices.ts';
import type { Issue } from '../../../shared/intake/draft.ts';
import type { SheetExcerpt } from '../../../shared/intake/reading.ts';
import { ZERO } from '../../../shared/money/dong.ts';
import { writeAmount } from '../../../shared/money/write.ts';
import type { ProgrammeTemplate } from '../../../shared/programmes/programme.ts';
import { useText } from '../../i18n/text.ts';
import { ColumnChoice } from './ColumnChoice.tsx';
import { RowChoice } from './RowChoice.tsx';
import type { ReadingState } from './use-reading.ts';

interface DraftTablesProps {
  readonly state: ReadingState;
  readonly programmes: readonly ProgrammeTemplate[];
  /** The cell of the file to show, or null. */
  readonly cell: string | null;
}

const ROWS_ID = 'import-programme-rows';

/** The sheet as it came and the plan that it makes, row beside row; scrolling one scrolls the other. */
export function DraftTables({ state, programmes, cell }: DraftTablesProps) {
  const { t } = useText();
  const left = useRef<HTMLElement>(null);
  const right = useRef<HTMLElement>(null);
  const { draft, source, columns } = state.reading;
  const marks = useMemo(() => marksOf(draft?.issues ?? []), [draft]);
  const choices = useMemo(
    () => (draft ? columnChoices(draft.plan.period, draft.plan.programme) : []),
    [draft],
  );
  const width = Math.max(...source.rows.map(({ cells }) => cells.length), 1);
  const letters = Array.from({ length: width }, (_, at) => columnLetters(at + 1));
  const headed = new Map(columns.map((column) => [column.ref, column] as const));
  const read = new Map(draft?.rows.map((row) => [row.ref, row] as const));
  const amounts =
    draft?.columns.filter(({ id }) => id !== null && draft.rows.some((row) => id in row.cells)) ?? [];
  const pathOf = (id: string | null): string =>
    choices.find((choice) => choice.id === id)?.path.join(' › ') ?? id ?? '';
  const template = programmes.find(({ id }) => id === draft?.plan.programme.id);

  useEffect(() => {
    if (cell === null) return;
    left.current
      ?.querySelector(`[data-cell="${cell}"]`)
      ?.scrollIntoView({ block: 'center', inline: 'center' });
  }, [cell]);

  const follow = (from: HTMLElement | null, to: HTMLElement | null): void => {
    if (from && to && Math.abs(to.scrollTop - from.scrollTop) > 1) to.scrollTop = from.scrollTop;
  };

  return (
    <div className="draft-panes">
      <section
        ref={left}
        className="draft-pane"
        aria-label={t('import.inFile', { sheet: source.sheet })}
        onScroll={() => follow(left.current, right.current)}
      >
        <table className="draft-table">
          <caption>{t('import.inFile', { sheet: source.sheet })}</caption>
          <thead>
            <tr>
              <td />
              {letters.map((one) => (
                <th key={one} scope="col">
                  {one}
                </th>
              ))}
            </tr>
            <tr className="draft-meanings">
              <td />
              {letters.map((one) => (
                <td key={one}>
                  {headed.has(one) && (
                    <ColumnChoice
                      column={one}
                      chosen={headed.get(one)?.id ?? null}
                      choices={choices}
                      disabled={state.reading.header === ''}
                      onChoose={(id) =>
                        state.answer({
                          columns: {
                            ...(state.answers.columns ?? state.reading.remembered ?? {}),
                            [one]: id,
                          },
                        })
                      }
                    />
                  )}
                </td>
              ))}
            </tr>
          </thead>
          <tbody>
            {source.rows.map(({ ref, cells }) => (
              <tr key={ref} className={rowClass(ref, source.heading)}>
                <th scope="row">{ref}</th>
                {letters.map((one, at) => {
                  const address = `${one}${ref}`;
                  const mark = marks.get(address);
                  return (
                    <td
                      key={one}
                      data-cell={address}
                      className={[
                        mark && `draft-${mark}`,
                        address === cell && 'draft-chosen',
                        headed.get(one)?.id === 'ordinal' && 'draft-narrow',
                      ]
                        .filter(Boolean)
                        .join(' ')}
                      title={cells[at]}
                    >
                      {isAbove(ref, source.heading) ? <span>{cells[at]}</span> : cells[at]}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <section
        ref={right}
        className="draft-pane"
        aria-label={t('import.asPlan')}
        onScroll={() => follow(right.current, left.current)}
      >
        <table className="draft-table">
          <caption>{t('import.asPlan')}</caption>
          <thead>
            <tr>
              <td />
              <th scope="col">{t('import.row')}</th>
              <th scope="col">{t('plan.ordinal')}</th>
              <th scope="col">{t('plan.name')}</th>
              {amounts.map(({ ref, id }) => (
                <th key={ref} scope="col" className="draft-amount" title={pathOf(id)}>
                  {ref}
                </th>
              ))}
            </tr>
            <tr className="draft-meanings">
              <td />
              <td />
              <td />
              <td />
              {amounts.map(({ ref, id }) => (
                <td key={ref} className="draft-amount" title={pathOf(id)}>
                  {pathOf(id)}
                </td>
              ))}
            </tr>
          </thead>
          <tbody>
            {source.rows.map(({ ref }) => {
              const row = read.get(ref);
              const left = state.answers.rows?.[`${ref}`] === NO_ROW;
              return (
                <tr key={ref}>
                  <th scope="row">{ref}</th>
                  <td>
                    {(row || left) && state.reading.header !== '' && (
                      <RowChoice
                        row={ref}
                        code={left ? NO_ROW : (row?.code ?? '')}
                        confidence={left ? 1 : (row?.matched ?? 0)}
                        list={ROWS_ID}
                        onChoose={(said) => state.answer({ rows: { ...state.answers.rows, [ref]: said } })}
                      />
                    )}
                  </td>
                  <td>{row?.ordinal}</td>
                  <td title={row?.name}>{row?.name}</td>
                  {amounts.map(({ ref: column, id }) => {
                    const amount = row && id !== null ? row.cells[id] : undefined;
                    return (
                      <td key={column} className="number">
                        {row &&
                          (amount === null
                            ? '?'
                            : writeAmount(amount ?? ZERO, draft?.unit ?? 'trieu', { zero: '-' }))}
                      </td>
                    );
                  })}
                </tr>
              );
            })}
          </tbody>
        </table>
      </section>
      <datalist id={ROWS_ID}>
        {template?.rows.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </datalist>
    </div>
  );
}

function rowClass(ref: number, heading: SheetExcerpt['heading']): string | undefined {
  if (!heading || ref > heading.bottom) return undefined;
  return isAbove(ref, heading) ? 'draft-above' : 'draft-heading';
}

function isAbove(ref: number, heading: SheetExcerpt['heading']): boolean {
  return heading !== null && ref < heading.top;
}

/** The worst that is said of each cell. */
function marksOf(issues: readonly Issue[]): ReadonlyMap<string, Issue['severity']> {
  const marks = new Map<string, Issue['severity']>();
  for (const { cell, severity, breaks = [] } of issues) {
    if (marks.get(cell) !== 'error') marks.set(cell, severity);
    for (const broken of breaks) if (!marks.has(broken.cell)) marks.set(broken.cell, 'information');
  }
  return marks;
}
