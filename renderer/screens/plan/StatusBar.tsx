import { Button, Tooltip } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { Dong } from '../../../shared/money/dong.ts';
import { writeAmount } from '../../../shared/money/write.ts';
import { type Summary, summaryOf } from '../../../shared/sheet/summary.ts';
import { type TextKey, useText } from '../../i18n/text.ts';
import { usePlanContext } from './actions/use-action-state.ts';
import { setZoom, ZOOMS } from './actions/view-actions.tsx';

/** Quiet after the last change of the selection before it is summed up, in milliseconds. */
const QUIET = 90;
/** Longest stretch of summing between two looks at the keyboard, in milliseconds. */
const SLICE = 6;

/** What the selection comes to, what is to be looked at, and how large the sheet is shown. */
export function StatusBar() {
  return (
    <footer className="status-bar">
      <SelectionFigures />
      <span className="status-gap" />
      <FilterState />
      <FindingCount />
      <Zoom />
    </footer>
  );
}

function SelectionFigures() {
  const { t } = useText();
  const context = usePlanContext();
  const unit = useStore(context.session.store, ({ plan }) => plan.header.unit);
  const summary = useSummary();
  if (!summary || summary.count === 0) return <span>{t('status.nothing')}</span>;
  const copy = (amount: Dong): void => {
    const text = writeAmount(amount, unit);
    navigator.clipboard.writeText(text).then(
      () => context.notify(t('status.copied', { text })),
      () => context.refuse({ code: 'grid.copyRefused', params: {} }),
    );
  };
  const { sum, average, min, max } = summary;
  const figure = (label: TextKey, amount: Dong | null, rounded = false) =>
    amount === null ? null : (
      <Tooltip content={t('status.copy')} relationship="description">
        <button type="button" className="status-figure" onClick={() => copy(amount)}>
          {t(label)}: <strong>{`${rounded ? '≈ ' : ''}${writeAmount(amount, unit)}`}</strong>
        </button>
      </Tooltip>
    );
  return (
    <>
      {figure('status.sum', sum)}
      {summary.count > 1 && figure('status.average', average?.amount ?? null, average?.rounded)}
      <span className="status-figure">
        {t('status.count')}: <strong>{summary.count.toLocaleString('vi-VN')}</strong>
      </span>
      {summary.count > 1 && figure('status.min', min)}
      {summary.count > 1 && figure('status.max', max)}
    </>
  );
}

/** The figures of the selection as it is once the hand has come to rest: summed in slices, so nothing ever waits. */
function useSummary(): Summary | null {
  const context = usePlanContext();
  const [summary, setSummary] = useState<Summary | null>(null);
  useEffect(() => {
    const { focus, session, hands } = context;
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const begin = (): void => {
      const steps = summaryOf(hands().sheet(), focus.getState().rects);
      const go = (): void => {
        const stop = performance.now() + SLICE;
        for (;;) {
          const step = steps.next();
          if (step.done) {
            setSummary(step.value);
            return;
          }
          if (performance.now() > stop) break;
        }
        waiting = setTimeout(go);
      };
      go();
    };
    const soon = (): void => {
      clearTimeout(waiting);
      waiting = setTimeout(begin, QUIET);
    };
    soon();
    const stops = [
      session.store.subscribe(soon),
      focus.subscribe((now, before) => {
        if (now.rects !== before.rects) soon();
      }),
    ];
    return () => {
      clearTimeout(waiting);
      for (const stop of stops) stop();
    };
  }, [context]);
  return summary;
}

function FilterState() {
  const { t } = useText();
  const { view } = usePlanContext();
  const filter = useStore(view, (state) => state.filter);
  if (!filter) return null;
  return (
    <Button size="small" appearance="subtle" onClick={() => view.setState({ filter: null })}>
      {t('status.filtered')}
    </Button>
  );
}

/** How much is to be looked at and how many kinds of check hold; the panel says what. */
function FindingCount() {
  const { t } = useText();
  const context = usePlanContext();
  const { open, passed } = useStore(context.reviews.store, ({ reviewed }) => reviewed);
  const count = open.filter(({ severity }) => severity !== 'information').length;
  return (
    <button
      type="button"
      className="status-figure"
      onClick={() => context.settings.setState({ panel: 'checks' })}
    >
      {count > 0 && <span>{t('status.findings', { count })} </span>}
      <span>{t('status.passed', { count: passed.length })}</span>
    </button>
  );
}

function Zoom() {
  const { t } = useText();
  const context = usePlanContext();
  const zoom = useStore(context.settings, (state) => state.zoom);
  return (
    <select
      className="status-zoom"
      aria-label={t('view.zoom')}
      value={zoom}
      onChange={({ target }) => setZoom(context, Number.parseInt(target.value, 10))}
    >
      {ZOOMS.map((one) => (
        <option key={one} value={one}>
          {`${one} %`}
        </option>
      ))}
    </select>
  );
}
