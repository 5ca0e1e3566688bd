import { HistoryRegular, PanelRightRegular, ScalesRegular } from '@fluentui/react-icons';
import type { Action } from '../../../actions/action.ts';
import { closePanel, switchPane } from '../panels/panel-focus.ts';
import { PANELS } from '../panels/panels.tsx';
import type { PlanContext } from '../plan-context.ts';

type PlanAction = Action<PlanContext>;

/** Each panel opens in the place of the one before it, and closes where it is open. */
export const panels: readonly PlanAction[] = PANELS.map(({ id, label, icon, keys }) => ({
  id: `panel.${id}`,
  label,
  icon,
  keys: [keys],
  checked: ({ settings }) => settings.getState().panel === id,
  run: (context) => {
    if (context.settings.getState().panel === id) closePanel(context);
    else context.settings.setState({ panel: id });
  },
}));

export const otherPane: PlanAction = {
  id: 'otherPane',
  label: 'panel.switch',
  icon: <PanelRightRegular />,
  keys: ['F6', 'Shift+F6'],
  impossible: ({ settings }) => (settings.getState().panel === null ? 'why.noPanel' : null),
  run: switchPane,
};

export const counterpart: PlanAction = {
  id: 'counterpart',
  label: 'counterpart.set',
  icon: <ScalesRegular />,
  keys: ['Alt+Shift+T'],
  changes: true,
  run: ({ dialogs }) => dialogs.setState({ open: { kind: 'counterpart' } }),
};

/** Who changed the row of the active cell, and when. */
export const rowHistory: PlanAction = {
  id: 'rowHistory',
  label: 'history.ofRow',
  icon: <HistoryRegular />,
  keys: ['Alt+Shift+H'],
  impossible: ({ focus }) => ((focus.getState().place?.line.id ?? null) === null ? 'why.noRow' : null),
  run: ({ focus, historyRow, settings }) => {
    historyRow.setState({ row: focus.getState().place?.line.id ?? null });
    settings.setState({ panel: 'history' });
  },
};
