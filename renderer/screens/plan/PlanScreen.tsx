import { useToastController } from '@fluentui/react-components';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { formById } from '../../../shared/forms/catalogue.ts';
import { layoutForm } from '../../../shared/forms/layout.ts';
import type { Host } from '../../bridge/host.ts';
import { FormGrid } from '../../grid/FormGrid.tsx';
import { visibleSheet } from '../../grid/visible.ts';
import { useText } from '../../i18n/text.ts';
import { Reviews } from '../../session/reviews.ts';
import type { Session } from '../../session/session.ts';
import { useWhileSeen } from '../../session/use-while-seen.ts';
import { keptLines } from '../../view/row-filter.ts';
import type { SettingsStore } from '../../view/settings.ts';
import { useFit } from '../../view/use-fit.ts';
import type { ViewStore } from '../../view/view-store.ts';
import { MenuBar } from './actions/MenuBar.tsx';
import { useActionKeys } from './actions/use-action-keys.ts';
import { PlanContextOf } from './actions/use-action-state.ts';
import { useNativeMenu } from './actions/use-native-menu.ts';
import { CellTip } from './CellTip.tsx';
import { CommandBar } from './CommandBar.tsx';
import { PlanDialogs } from './dialogs/PlanDialogs.tsx';
import { FindBar } from './FindBar.tsx';
import { FormulaBar } from './FormulaBar.tsx';
import { createFindStore } from './find-store.ts';
import { PlanBars } from './PlanBars.tsx';
import { PlanFoot } from './PlanFoot.tsx';
import { PlanHead } from './PlanHead.tsx';
import { SidePanels } from './panels/SidePanels.tsx';
import { StatusBar } from './StatusBar.tsx';
import { useActiveCellName } from './use-active-cell-name.ts';
import { useChangedMarks } from './use-changed-marks.ts';
import { useExport } from './use-export.tsx';
import { usePlanContextValue } from './use-plan-context-value.tsx';

export interface PlanScreenProps {
  readonly session: Session;
  readonly view: ViewStore;
  readonly settings: SettingsStore;
  readonly host: Host;
  readonly nonce: string;
  readonly toaster: string;
}

/** Milliseconds between two looks at what others did to the plan. */
const CATCH_UP = 1000;

/**
 * One appendix on one form: the sheet, what is in the active cell, and the actions around it. It redraws when the
 * form's shape changes; amounts and the place in the sheet are watched by the parts that show them.
 */
export function PlanScreen({ session, view, settings, host, nonce, toaster }: PlanScreenProps) {
  const { t } = useText();
  const rows = useStore(session.store, ({ plan }) => plan.rows);
  const sources = useStore(session.store, ({ plan }) => plan.sources);
  const period = useStore(session.store, ({ plan }) => plan.period);
  const programme = useStore(session.store, ({ plan }) => plan.programme);
  const shape = useStore(session.store, ({ totals }) => totals.shape);
  const title = useStore(session.store, ({ plan }) => plan.header.title);
  const { form, collapsed, widths, frozen, filter } = useStore(view);
  const { density, zoom } = useStore(settings);
  const fit = useFit();
  const [reviews] = useState(() => new Reviews(session, view));
  useEffect(() => reviews.follow(), [reviews]);
  const { dispatchToast } = useToastController(toaster);
  const layout = useMemo(
    () => layoutForm(formById(form), { rows, sources, period, programme }, shape),
    [form, rows, sources, period, programme, shape],
  );
  // A filter is of the moment when it was set: a row must not vanish under the hand that empties it.
  const visible = useMemo(() => {
    const { plan, totals } = session.store.getState();
    const found = () => new Set(reviews.now().open.map(({ row }) => row));
    return visibleSheet(layout, collapsed, filter && keptLines(filter, layout, plan, totals, found));
  }, [layout, collapsed, filter, session, reviews]);
  const shown = useRef({ layout, visible });
  shown.current = { layout, visible };
  const [finds] = useState(createFindStore);
  const exports = useExport({ session, host, formId: form, dispatchToast });
  const parts = { session, view, settings, reviews, host, shown, finds, ...exports, dispatchToast };
  const { context, asks, onHands, onWidth } = usePlanContextValue(parts);
  const { changed, revised } = useChangedMarks(context);
  useActionKeys(context);
  const catchUp = useCallback(() => void session.catchUp(), [session]);
  useWhileSeen(catchUp, CATCH_UP);
  const nativeMenu = useNativeMenu(context);

  useEffect(() => {
    document.title = `${title} — ${t('app.title')}`;
  }, [title, t]);

  return (
    <PlanContextOf value={context}>
      <main className="plan">
        <PlanHead session={session} menus={nativeMenu ? null : <MenuBar />} />
        <CommandBar />
        <FormulaBar />
        <FindBar store={finds} />
        <PlanBars />
        <div className="plan-desk">
          <div className="plan-sheet">
            {rows.length === 0 && <p className="plan-empty">{t('plan.noRows')}</p>}
            <FormGrid
              key={form}
              session={session}
              reviews={reviews}
              visible={visible}
              collapsed={collapsed}
              widths={widths}
              frozen={frozen}
              changed={changed}
              nonce={nonce}
              comfortable={density === 'comfortable'}
              zoom={(zoom / 100) * fit}
              asks={asks}
              onHands={onHands}
              onWidth={onWidth}
            />
          </div>
          <SidePanels />
        </div>
        <PlanFoot session={session} />
        <StatusBar />
        <CellTip />
        <PlanDialogs onRevised={revised} nonce={nonce} />
        <ActiveCellName />
      </main>
    </PlanContextOf>
  );
}

/** Tells a screen reader where the keyboard is: the input's name is that of the active cell. */
function ActiveCellName() {
  useActiveCellName();
  return null;
}
