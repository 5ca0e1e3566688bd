import { Button, Spinner } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import { type KeyboardEvent, Suspense, useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { useText } from '../../../i18n/text.ts';
import { usePlanContext } from '../actions/use-action-state.ts';
import { PanelEdge } from './PanelEdge.tsx';
import { closePanel } from './panel-focus.ts';
import { PANELS } from './panels.tsx';

/** The panel at the right of the sheet, one at a time. Escape closes it; its left edge makes it wider. */
export function SidePanels() {
  const { t } = useText();
  const context = usePlanContext();
  const id = useStore(context.settings, ({ panel }) => panel);
  const kept = useStore(context.settings, ({ panelWidth }) => panelWidth);
  /** While the edge is dragged; what is kept changes once, at its end. */
  const [dragged, setDragged] = useState<number | null>(null);
  const panel = PANELS.find((one) => one.id === id);
  const frame = useRef<HTMLElement>(null);
  const opened = useRef(id);
  useEffect(() => {
    // A panel that was open from the start leaves the keyboard to the sheet.
    if (id !== null && id !== opened.current) frame.current?.focus();
    opened.current = id;
  }, [id]);
  if (!panel) return null;

  const onKeyDown = (event: KeyboardEvent): void => {
    // React tells of keys in a dialog that the panel opened, too: those are the dialog's.
    const own = event.target instanceof Node && event.currentTarget.contains(event.target);
    if (!own || event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    closePanel(context);
  };
  const { Body } = panel;
  return (
    <>
      <PanelEdge
        width={dragged ?? kept}
        onDrag={setDragged}
        onWidth={(panelWidth) => {
          setDragged(null);
          context.settings.setState({ panelWidth });
        }}
      />
      <aside
        className="side-panel"
        aria-label={t(panel.label)}
        ref={frame}
        tabIndex={-1}
        style={{ flexBasis: dragged ?? kept }}
        onKeyDown={onKeyDown}
      >
        <header className="side-panel-head">
          <h2>{t(panel.label)}</h2>
          <Button
            size="small"
            appearance="subtle"
            icon={<DismissRegular />}
            aria-label={t('panel.close')}
            onClick={() => closePanel(context)}
          />
        </header>
        <Suspense fallback={<Spinner label={t('app.loading')} />}>
          <Body />
        </Suspense>
      </aside>
    </>
  );
}
