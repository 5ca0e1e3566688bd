import { useEffect, useRef, useState } from 'react';
import { findingKey } from '../../../shared/checks/acceptance.ts';
import type { Finding } from '../../../shared/checks/finding.ts';
import { findingText } from '../../../shared/messages/finding-text.ts';
import { type CellPlace, columnId, lineId, lockedBecause } from '../../../shared/sheet/cell-place.ts';
import { useText } from '../../i18n/text.ts';
import { usePlanContext } from './actions/use-action-state.ts';
import { placeName } from './FormulaBar.tsx';
import { SIGNS } from './panels/checks/signs.ts';
import type { PlanContext } from './plan-context.ts';
import { TotalParts } from './TotalParts.tsx';

/** How long the mouse rests on a cell before its tip shows, and how long it may be away before it goes. */
const SHOW_AFTER = 600;
const HIDE_AFTER = 250;

interface Tip {
  readonly place: CellPlace;
  readonly left: number;
  /** Pixels from the window's top, or from its bottom. */
  readonly top?: number;
  readonly bottom?: number;
}

/**
 * What a resting mouse is told of a cell: a name whole and what is to be looked at in its row, or what a total is made
 * of, each part a link. For the keyboard the formula bar says the same.
 */
export function CellTip() {
  const context = usePlanContext();
  const [tip, setTip] = useState<Tip | null>(null);
  const panel = useRef<HTMLDivElement>(null);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let over: Element | null = null;
    const onOver = (event: MouseEvent): void => {
      const target = event.target instanceof Element ? event.target : null;
      if (target && panel.current?.contains(target)) {
        clearTimeout(timer);
        return;
      }
      const cell = target?.closest('.form-grid .ag-cell') ?? null;
      if (cell === over) return;
      over = cell;
      clearTimeout(timer);
      timer = setTimeout(() => setTip(null), HIDE_AFTER);
      if (!cell || event.buttons !== 0) return;
      const { clientX: x } = event;
      timer = setTimeout(() => setTip(tipFor(cell, x)), SHOW_AFTER);
    };
    const tipFor = (cell: Element, x: number): Tip | null => {
      const place = context.hands().placeOf(cell);
      if (!place || context.focus.getState().editing !== null) return null;
      const { bottom, top } = cell.getBoundingClientRect();
      const left = Math.min(x, window.innerWidth - 420);
      // Above where there is room: the mouse goes down more often than up, and must not be caught on its way.
      return { place, left, ...(top > 200 ? { bottom: window.innerHeight - top + 2 } : { top: bottom + 2 }) };
    };
    const hide = (): void => {
      clearTimeout(timer);
      setTip(null);
    };
    document.addEventListener('mouseover', onOver);
    document.addEventListener('mousedown', onDown);
    document.addEventListener('keydown', hide);
    function onDown(event: MouseEvent): void {
      if (!(event.target instanceof Node && panel.current?.contains(event.target))) hide();
    }
    return () => {
      clearTimeout(timer);
      document.removeEventListener('mouseover', onOver);
      document.removeEventListener('mousedown', onDown);
      document.removeEventListener('keydown', hide);
    };
  }, [context]);

  if (!tip) return null;
  const { place } = tip;
  const found = findingsAt(context, place);
  const total = place.column.kind === 'amount' && lockedBecause(place) === 'cell.refusedTotal';
  if (place.column.kind === 'amount' && !total && found.length === 0) return null;
  return (
    <div
      className="cell-tip"
      role="tooltip"
      ref={panel}
      style={{ left: tip.left, top: tip.top, bottom: tip.bottom }}
    >
      <strong>
        {place.column.kind === 'amount'
          ? placeName(place)
          : `${place.line.ordinal} ${place.line.name}`.trim()}
      </strong>
      {found.map((one) => (
        <FindingLine key={findingKey(one)} found={one} />
      ))}
      {total && <TotalParts place={place} most={14} onGo={() => setTip(null)} />}
    </div>
  );
}

/** What is to be looked at in a cell; of a name all that is in its row. */
function findingsAt({ reviews }: PlanContext, { line, column }: CellPlace): readonly Finding[] {
  const { reviewed, cells } = reviews.store.getState();
  if (column.kind !== 'amount') return reviewed.open.filter(({ row }) => row !== null && row === line.id);
  return cells.get(lineId(line))?.get(columnId(column))?.findings ?? [];
}

function FindingLine({ found }: { found: Finding }) {
  const { locale } = useText();
  const { session } = usePlanContext();
  const { unit } = session.store.getState().plan.header;
  return <span>{`${SIGNS[found.severity]} ${findingText(found, unit, locale)}`}</span>;
}
