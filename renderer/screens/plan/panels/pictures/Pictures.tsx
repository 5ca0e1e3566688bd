import { Select } from '@fluentui/react-components';
import { type ReactNode, useMemo } from 'react';
import { cellOf } from '../../../../../shared/checks/finding-cells.ts';
import { dong, ZERO } from '../../../../../shared/money/dong.ts';
import { UNIT_NAME } from '../../../../../shared/money/unit.ts';
import { counterpartByYear } from '../../../../../shared/pictures/counterpart.ts';
import { kindsByYear, sourcesByYear } from '../../../../../shared/pictures/money-by-year.ts';
import type { Mark, MoneyPlace, Picture } from '../../../../../shared/pictures/picture.ts';
import { changesOfProjects, sharesOfProjects } from '../../../../../shared/pictures/projects.ts';
import { useText } from '../../../../i18n/text.ts';
import { useAfterFrame } from '../../../../session/use-after-frame.ts';
import { usePlanContext } from '../../actions/use-action-state.ts';
import { CounterpartBars } from './CounterpartBars.tsx';
import { type Figure, FigureTable } from './FigureTable.tsx';
import { MarkFillings } from './MarkFillings.tsx';
import { MOST_BARS, RowBars } from './RowBars.tsx';
import { StackedYears } from './StackedYears.tsx';
import { useEarlier } from './use-earlier.ts';
import { usePictureWords } from './use-picture-words.ts';

/** More lines than anyone reads through. */
const MOST_LINES = 200;

/** The plan in pictures, each with its figures beside it; every mark and every figure leads to its cells. */
export function Pictures({ onGo }: { onGo?(): void }) {
  const { t } = useText();
  const context = usePlanContext();
  // Totals change in place: their version says that they did.
  const version = useAfterFrame(context.session.store, (state) => state.version);
  const earlier = useEarlier();
  const made = useMemo(() => {
    const { plan, totals } = context.session.store.getState();
    const moment = { plan, totals };
    return {
      version,
      unit: plan.header.unit,
      sources: sourcesByYear(moment),
      kinds: kindsByYear(moment),
      shares: sharesOfProjects(moment),
      counterpart: counterpartByYear(moment),
      changes: earlier?.moment ? changesOfProjects(earlier.moment, moment) : null,
    };
  }, [context, version, earlier?.moment]);
  const words = usePictureWords(made.unit);
  const unit = t('compare.unitLine', { unit: UNIT_NAME[made.unit] });
  const wayTo = (place: MoneyPlace | null): (() => void) | null => {
    if (!place) return null;
    return () => {
      const layout = context.layout();
      const cell = cellOf(layout, place);
      const line = cell && layout.lines[cell.line];
      onGo?.();
      if (cell && line) context.hands().goToCell(line, cell.column);
    };
  };
  const goTo = (mark: Mark): (() => void) | null => wayTo(mark.place);
  const yearTable = (picture: Picture, caption: string) => (
    <FigureTable
      caption={`${caption} (${unit})`}
      heads={[t('pictures.year'), ...picture.series.map(({ label }) => label)]}
      lines={picture.categories.map(({ id, label }) => ({
        id,
        head: { text: label },
        figures: picture.marks
          .filter(({ category }) => category === id)
          .map((mark): Figure => ({ text: words.amount(mark.amount), go: goTo(mark) })),
      }))}
    />
  );
  const rowTable = (
    { categories, marks }: Picture,
    caption: string,
    heads: readonly string[],
    more: (mark: Mark) => string[],
  ) => {
    const labels = new Map(categories.map(({ id, label }) => [id, label]));
    return (
      <FigureTable
        caption={`${caption} (${unit})`}
        heads={[t('pictures.project'), ...heads]}
        lines={marks.slice(0, MOST_LINES).map((mark) => ({
          id: mark.category,
          head: { text: labels.get(mark.category) ?? '', go: goTo(mark) },
          figures: more(mark).map((text) => ({ text })),
        }))}
      />
    );
  };
  const { shares, changes, counterpart } = made;
  const left = Math.max(0, shares.picture.marks.length - MOST_BARS);
  return (
    <div className="pictures">
      <MarkFillings />
      <Framed title={t('pictures.sources')}>
        <StackedYears picture={made.sources} words={words} goTo={goTo} />
        {yearTable(made.sources, t('pictures.sources'))}
      </Framed>
      <Framed title={t('pictures.kinds')}>
        <StackedYears picture={made.kinds} words={words} goTo={goTo} />
        {yearTable(made.kinds, t('pictures.kinds'))}
      </Framed>
      <Framed title={t('pictures.shares')}>
        <RowBars
          picture={shares.picture}
          words={words}
          textOf={({ amount }) => `${words.amount(amount)} (${words.share(amount, shares.whole)})`}
          goTo={goTo}
        />
        {left > 0 && <p>{t('pictures.others', { count: left })}</p>}
        {rowTable(
          shares.picture,
          t('pictures.shares'),
          [t('pictures.amount'), t('pictures.share')],
          ({ amount }) => [words.amount(amount), words.share(amount, shares.whole)],
        )}
      </Framed>
      <Framed title={t('pictures.counterpart')}>
        <CounterpartBars years={counterpart} words={words} goTo={({ places }) => wayTo(places.local)} />
        <FigureTable
          caption={`${t('pictures.counterpart')} (${unit})`}
          heads={[
            t('pictures.year'),
            t('pictures.local'),
            t('pictures.central'),
            t('pictures.ratio'),
            t('pictures.threshold'),
          ]}
          lines={counterpart.map((one) => ({
            id: `${one.year}`,
            head: { text: `${one.year}` },
            figures: [
              { text: words.amount(one.local), go: wayTo(one.places.local) },
              { text: words.amount(one.central), go: wayTo(one.places.central) },
              { text: words.ratio(one) },
              {
                text: `${words.threshold(one)} ${one.reached === null ? '' : one.reached ? '✓' : '⚠'}`.trim(),
              },
            ],
          }))}
        />
      </Framed>
      <Framed title={t('pictures.changes')}>
        {!earlier && <p>{t('pictures.noRevision')}</p>}
        {earlier && (
          <Select
            size="small"
            aria-label={t('pictures.since')}
            value={earlier.label}
            onChange={(_, { value }) => earlier.choose(value)}
          >
            {earlier.labels.map((label) => (
              <option key={label} value={label}>
                {t('pictures.sinceRevision', { label })}
              </option>
            ))}
          </Select>
        )}
        {changes && changes.picture.marks.length === 0 && <p>{t('pictures.noChange')}</p>}
        {changes && changes.picture.marks.length > 0 && (
          <>
            <RowBars
              picture={changes.picture}
              words={words}
              textOf={({ amount }) => words.change(amount)}
              goTo={goTo}
            />
            <p>{t('pictures.changedBy', { amount: words.change(changes.whole) })}</p>
            {rowTable(
              changes.picture,
              t('pictures.changes'),
              [t('compare.before'), t('compare.after'), t('compare.difference')],
              ({ category, amount }) => {
                const before = changes.before.get(category) ?? ZERO;
                return [words.amount(before), words.amount(dong(before + amount)), words.change(amount)];
              },
            )}
          </>
        )}
      </Framed>
    </div>
  );
}

function Framed({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="picture" aria-label={title}>
      <h3>{title}</h3>
      {children}
    </section>
  );
}
