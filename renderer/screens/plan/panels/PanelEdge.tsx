import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import { PANEL_WIDTH } from '../../../../shared/api/looks.ts';
import { useText } from '../../../i18n/text.ts';

/** Pixels that an arrow key moves the edge by. */
const STEP = 24;
/** As much of the window as a panel may take: the sheet keeps the rest. */
const MOST_OF_WINDOW = 0.6;

interface PanelEdgeProps {
  readonly width: number;
  onDrag(width: number): void;
  /** The width that it is left at. */
  onWidth(width: number): void;
}

/** The edge between sheet and panel: dragged with the mouse, moved with the arrow keys. */
export function PanelEdge({ width, onDrag, onWidth }: PanelEdgeProps) {
  const { t } = useText();
  const from = useRef<{ readonly x: number; readonly width: number } | null>(null);
  const within = (wanted: number): number => {
    const most = Math.min(PANEL_WIDTH.most, window.innerWidth * MOST_OF_WINDOW);
    return Math.round(Math.max(PANEL_WIDTH.least, Math.min(most, wanted)));
  };
  const at = (event: PointerEvent): number | null =>
    from.current && within(from.current.width + from.current.x - event.clientX);
  const onKeyDown = (event: KeyboardEvent): void => {
    const wanted = widthAfter(event.key, width);
    if (wanted === null) return;
    event.preventDefault();
    onWidth(within(wanted));
  };
  return (
    <hr
      className="panel-edge"
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={t('panel.width')}
      aria-valuenow={width}
      aria-valuemin={PANEL_WIDTH.least}
      aria-valuemax={PANEL_WIDTH.most}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        from.current = { x: event.clientX, width };
      }}
      onPointerMove={(event) => {
        const wanted = at(event);
        if (wanted !== null) onDrag(wanted);
      }}
      onPointerUp={(event) => {
        const wanted = at(event);
        from.current = null;
        if (wanted !== null) onWidth(wanted);
      }}
      onPointerCancel={() => {
        from.current = null;
        onWidth(width);
      }}
    />
  );
}

/** The panel is at the right: its edge moves left to make it wider. */
function widthAfter(key: string, width: number): number | null {
  switch (key) {
    case 'ArrowLeft':
      return width + STEP;
    case 'ArrowRight':
      return width - STEP;
    case 'Home':
      return PANEL_WIDTH.least;
    case 'End':
      return PANEL_WIDTH.most;
    default:
      return null;
  }
}
