import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { GRAND_TOTAL } from '../../../shared/engine/totals.ts';
import { readCell } from '../../../shared/forms/cell.ts';
import { findingText } from '../../../shared/messages/finding-text.ts';
import { readAmount } from '../../../shared/money/read.ts';
import { amountInWords } from '../../../shared/money/words.ts';
import { writeAmount } from '../../../shared/money/write.ts';
import type { Plan } from '../../../shared/plan/plan.ts';
import { type CellPlace, columnId, lineId, lockedBecause } from '../../../shared/sheet/cell-place.ts';
import { editText } from '../../grid/amount-text.ts';
import { type Translate, useText } from '../../i18n/text.ts';
import { useAfterFrame } from '../../session/use-after-frame.ts';
import { usePlanContext } from './actions/use-action-state.ts';
import { SIGNS } from './panels/checks/signs.ts';
import { TotalParts } from './TotalParts.tsx';

/** What is in the active cell: its place, the content to read or edit, the exact đồng and the words, or the parts. */
export function FormulaBar() {
  const { t } = useText();
  const { focus, session, layout } = usePlanContext();
  const place = useAfterFrame(focus, (state) => state.place);
  const editing = useAfterFrame(focus, (state) => state.editing);
  const plan = useAfterFrame(session.store, (state) => state.plan);
  useAfterFrame(session.store, (state) => state.version);
  // The grid's line is of the moment when the cell became active; rows may have changed since.
  const line = layout().lines.find((one) => one.id === place?.line.id && one.code === place.line.code);
  const here = place && line ? { line, column: place.column } : null;
  return (
    <section className="formula-bar" aria-label={t('bar.input')}>
      <span className="formula-place">{here && placeName(here)}</span>
      <ContentInput
        content={editing ?? (here ? contentOf(here, plan, session.store.getState().totals) : '')}
      />
      <span className="formula-about">
        {here && <FoundHere place={here} />}
        {here && <About place={here} plan={plan} editing={editing} />}
      </span>
    </section>
  );
}

export function placeName({ line, column }: CellPlace): string {
  const row = line.ordinal === '' ? line.name : line.ordinal;
  return column.kind === 'amount' ? `${row} · ${column.column.path.join(' › ')}` : row;
}

type Totals = Parameters<typeof readCell>[2];

function contentOf({ line, column }: CellPlace, plan: Plan, totals: Totals): string {
  if (column.kind !== 'amount') return line[column.kind];
  return editText(readCell(line, column.column, totals).amount, plan.header.unit);
}

/** The same content as the cell's, edited here or there: both are one edit. */
function ContentInput({ content }: { content: string }) {
  const { t } = useText();
  const context = usePlanContext();
  const input = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    // Not while it is written here: the input method must find its own text.
    if (input.current && document.activeElement !== input.current) input.current.value = content;
  }, [content]);

  const back = (): void => context.hands().input.focus();
  const onKeyDown = (event: KeyboardEvent): void => {
    const { input: cell, selection } = context.hands();
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') cell.cancel();
    else if (event.key === 'Enter' && !event.altKey) {
      if (!cell.finish(() => selection.enter(event.shiftKey))) return;
    } else if (event.key === 'Tab') {
      if (!cell.finish(() => selection.tab(event.shiftKey))) return;
    } else return;
    event.preventDefault();
    back();
  };
  return (
    <textarea
      ref={input}
      className="formula-input"
      rows={1}
      spellCheck={false}
      aria-label={t('bar.content')}
      onChange={({ target }) => {
        if (context.hands().input.mirror(target.value)) return;
        target.value = content;
        back();
      }}
      onKeyDown={onKeyDown}
      onBlur={({ relatedTarget, target }) => {
        context.hands().input.leave(relatedTarget);
        target.value = content;
      }}
    />
  );
}

/** The gravest thing to look at in the active cell, for who does not rest a mouse on it. */
function FoundHere({ place: { line, column } }: { readonly place: CellPlace }) {
  const { locale } = useText();
  const { reviews, session } = usePlanContext();
  const found = useStore(reviews.store, ({ cells }) => cells.get(lineId(line))?.get(columnId(column)));
  const first = found?.findings.find(({ severity }) => severity === found.severity);
  if (!first) return null;
  const { unit } = session.store.getState().plan.header;
  return (
    <span className="formula-found">{`${SIGNS[first.severity]} ${findingText(first, unit, locale)}`}</span>
  );
}

interface AboutProps {
  readonly place: CellPlace;
  readonly plan: Plan;
  readonly editing: string | null;
}

function About({ place, plan, editing }: AboutProps) {
  const { t } = useText();
  const { session } = usePlanContext();
  const { line, column } = place;
  if (column.kind !== 'amount') return null;
  const { unit } = plan.header;
  if (editing !== null) {
    const read = readAmount(editing, unit);
    return read.ok ? exactly(read.value, plan, t) : null;
  }
  const { amount } = readCell(line, column.column, session.store.getState().totals);
  if (amount === null) {
    return line.at !== GRAND_TOTAL && !column.column.funded ? t('bar.notFunded') : t('bar.blank');
  }
  const total = lockedBecause(place) !== null;
  if (amount === 'mixed') return `≠ — ${t(total ? 'bar.mixedTotal' : 'bar.mixed')}`;
  return (
    <>
      <span className="formula-exact">{exactly(amount, plan, t)}</span>
      {total && (
        <>
          <em>{t('bar.computed')}</em>
          <TotalParts place={place} most={6} />
        </>
      )}
    </>
  );
}

function exactly(amount: Parameters<typeof amountInWords>[0], plan: Plan, t: Translate): string {
  return `${writeAmount(amount, 'dong')} ${t('unit.dong')} — ${amountInWords(amount, plan.header.words)}`;
}
